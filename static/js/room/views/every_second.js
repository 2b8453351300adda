/** A part of a page that follows a countdown by itself, so that nothing else is drawn each second. */
import {AsyncDirective, directive} from "../../../lit/async-directive.js";
import {secondsLeft} from "../wire/clock.js";

/** @typedef {(left: number) => unknown} Draw  what is shown with so many seconds left */

class EverySecond extends AsyncDirective {
  deadline = 0;
  clock = Date.now;
  /** @type {Draw} */
  draw = (left) => left;
  timer = 0;

  /** @type {(deadline: number, clock: () => number, draw: Draw) => unknown} */
  render(deadline, clock, draw) {
    return draw(secondsLeft(deadline, clock()));
  }

  /** @type {(part: unknown, values: [number, () => number, Draw]) => unknown} */
  update(part, [deadline, clock, draw]) {
    Object.assign(this, {deadline, clock, draw});
    this.plan();
    return this.render(deadline, clock, draw);
  }

  plan() {
    clearTimeout(this.timer);
    const left = this.deadline - this.clock();
    if (left > 0 && this.isConnected) this.timer = setTimeout(() => this.next(), (left % 1000) + 5);
  }

  next() {
    if (!this.isConnected) return;
    this.setValue(this.render(this.deadline, this.clock, this.draw));
    this.plan();
  }

  disconnected() {
    clearTimeout(this.timer);
  }

  reconnected() {
    this.plan();
  }
}

class CountingUp extends EverySecond {
  timer = 0;

  /** @type {(since: number, clock: () => number, draw: Draw) => unknown} */
  render(since, clock, draw) {
    return draw(Math.max(0, Math.floor((clock() - since) / 1000)));
  }

  plan() {
    clearTimeout(this.timer);
    const gone = Math.max(0, this.clock() - this.deadline);
    if (this.isConnected) this.timer = setTimeout(() => this.next(), 1005 - (gone % 1000));
  }
}

/** countingUp(since, clock, draw): the same with the seconds that have gone by. */
export const countingUp = directive(CountingUp);

/** everySecond(deadline, clock, draw): what `draw(seconds left)` gives, now and at each new second; `clock()` is in ms. */
export const everySecond = directive(EverySecond);
