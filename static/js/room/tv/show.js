/**
 * What the big screen does by itself as time goes by: which card or verdict has the whole screen, which page of the answers is
 * shown, which sentence of past games. Asks and sends nothing.
 */
import {isRunning} from "../roles.js";
import {pagesOf, stageOf} from "./stage.js";

export const BREATH_MS = 500;
const CARD_MS = [2200, 3000];
const MS_A_LETTER = 12;
const VERDICT_MS = 5000;
const PAGE_MS = [2500, 6000];
const SENTENCE_MS = 8000;

/** @type {(ms: number, bounds: number[]) => number} */
const within = (ms, [least, most]) => Math.min(most, Math.max(least, ms));

/** @typedef {{kind: "answer" | "breath" | "verdict", play?: string}} Spot  what has the whole screen */

export class Show {
  /**
   * `changed` draws anew, `now` is the server's time, `size` the size of the screen in px. `lift` is called before the large card
   * goes, and what it gives once it has gone: the flight to the card's place.
   * @param {{changed: () => void, now: () => number, size: () => import("./stage.js").Screen, later?: SetTimer, cancel?: (timer: any) => void,
   *   lift?: (play: string) => () => void}} parts
   */
  constructor({changed, now, size, later = setTimeout, cancel = clearTimeout, lift = () => () => {}}) {
    this.changed = changed;
    this.now = now;
    this.size = size;
    /** @type {SetTimer} */
    this.later = (run, ms) => later(run, ms);
    this.cancel = (/** @type {any} */ timer) => cancel(timer);
    this.lift = lift;
    /** @type {?Spot} */
    this.spot = null;
    /** @type {string | undefined} */
    this.anchor = undefined; // the answer whose page is the first one
    this.turns = 0; // pages turned, or sentences shown, since this phase began
    /** @type {unknown} */
    this.spotTimer = null;
    /** @type {unknown} */
    this.pageTimer = null;
  }

  get screen() {
    return this.size();
  }

  /**
   * The documents have changed.
   * @type {(old: ?Wire.Table, table: Wire.Table, log: Wire.LogEntry[]) => void}
   */
  heard(old, table, log) {
    this.table = table;
    const begins = !old || old.phase !== table.phase || old.round !== table.round || old.game !== table.game;
    if (begins) this.begin();
    const turned = log.filter((entry) => entry.type === "revealed" && entry.play !== undefined);
    if (turned.length === 1) this.showAnswer(/** @type {string} */ (turned[0].play));
    if (old && begins && table.phase === "round_over" && table.verdict?.length) this.hold({kind: "breath"}, BREATH_MS);
    if (!this.spot) this.turnSoon();
  }

  begin() {
    this.cancel(this.spotTimer);
    this.cancel(this.pageTimer);
    Object.assign(this, {spot: null, anchor: undefined, turns: 0, pageTimer: null});
  }

  /** @param {string} play */
  showAnswer(play) {
    const {length} = (this.table?.plays?.[play]?.cards || []).join(" ");
    Object.assign(this, {anchor: play, turns: 0});
    this.hold({kind: "answer", play}, within(CARD_MS[0] + length * MS_A_LETTER, CARD_MS));
  }

  /** @type {(spot: Spot, ms: number) => void} */
  hold(spot, ms) {
    this.cancel(this.spotTimer);
    this.cancel(this.pageTimer);
    Object.assign(this, {spot, pageTimer: null});
    this.spotTimer = this.later(() => this.next(), ms);
  }

  /** What had the whole screen gives way. */
  next() {
    const spot = /** @type {Spot} */ (this.spot);
    if (spot.kind === "breath") {
      this.hold({kind: "verdict"}, Math.min(VERDICT_MS, (this.table?.time_given || Infinity) * 0.45));
      this.changed();
      return;
    }
    const land = spot.play ? this.lift(spot.play) : () => {};
    this.spot = null;
    this.turnSoon();
    this.changed();
    land();
  }

  /** Plan the next page, where there is another one. */
  turnSoon() {
    if (this.pageTimer || !this.table) return;
    const pages = isRunning(this.table) ? pagesOf(this.table, stageOf(this.table, this.size())) : Infinity;
    if (pages < 2) return;
    this.pageTimer = this.later(() => this.turn(), this.pageTime(pages));
  }

  turn() {
    this.pageTimer = null;
    this.turns += 1;
    this.turnSoon();
    this.changed();
  }

  /** How long a page stays: a few seconds, and as long as lets all be seen. @param {number} pages */
  pageTime(pages) {
    if (pages === Infinity) return SENTENCE_MS;
    const left = this.table?.deadline ? this.table.deadline - this.now() : Infinity;
    return within(left / Math.max(1, pages - this.turns), PAGE_MS);
  }
}
