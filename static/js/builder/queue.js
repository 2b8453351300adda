/**
 * The steps that the server has not answered yet, in order; the first one may be on its way. Knows the ids that the server gave
 * to the cards of this page. Sends nothing.
 */
import {joined, renamed} from "./steps.js";

export class Queue {
  constructor() {
    /** @type {Builder.Step[]} */
    this.steps = [];
    this.flying = 0; // 1 while the first step is on its way: it cannot be taken back any more
    /** @type {Map<string, string>} */
    this.ids = new Map();
    /** @type {Map<string, string>} */
    this.keys = new Map(); // the other way round: under which id a card came onto this page
  }

  get last() {
    return this.steps[this.steps.length - 1];
  }

  /** Whether a step is here that was not sent. */
  get waits() {
    return this.steps.length > this.flying;
  }

  /**
   * One more step; it becomes one with the last one where that says the same.
   * @param {Builder.Step} step
   */
  push(step) {
    const both = this.waits ? joined(this.last, step) : null;
    if (both) this.steps[this.steps.length - 1] = both;
    else this.steps.push(step);
  }

  /**
   * The first step is answered; these still wait.
   * @param {Builder.Step[]} rest
   */
  answered(rest) {
    this.flying = 0;
    this.steps = rest;
  }

  /** @type {(id: string) => string}  the id that the server gave to a card of this page */
  real(id) {
    return this.ids.get(id) ?? id;
  }

  /** @type {(id: string) => string}  what stays the same while a card gets its id: what holds it, a finger or the focus, keeps it */
  key(id) {
    return this.keys.get(id) ?? id;
  }

  /** @type {(id: string, other: string) => void} */
  rename(id, other) {
    this.ids.set(id, other);
    if (id !== other) this.keys.set(other, this.key(id));
    this.steps = this.steps.map((step) => renamed(step, this.ids));
  }

  /**
   * A card that the server has stored; what waits behind is written on top of that.
   * @type {(step: {id: string}, card: Builder.Card) => void}
   */
  written(step, card) {
    this.rename(step.id, card.id);
    this.steps = this.steps.map((other) => ("was" in other && other.id === card.id && other.was !== undefined ? {...other, was: card.text} : other));
  }

  /**
   * The ids that the server gave to the cards of this page; those that it refused have none, and steps about them go.
   * @type {(step: Builder.Add, data: Builder.Done) => void}
   */
  match(step, data) {
    const bad = new Set((data.errors || []).map((error) => error.line));
    const good = step.cards.filter((card, index) => !bad.has(index + 1));
    good.forEach((card, index) => data.cards[index] && this.written(card, data.cards[index]));
    const lost = new Set(step.cards.filter((card) => !this.ids.has(card.id)).map((card) => card.id));
    this.steps = this.steps.filter((other) => !("id" in other && lost.has(other.id)));
  }
}
