/**
 * Sends each step to the server, one after the other, and keeps what could not be sent; undo and redo.
 * Draws nothing. What is shown is what the server has stored and the steps that still wait: `cards`.
 *
 * A step is {verb: "add", kind, lines, cards}, {verb: "change", id, was, facts}, {verb: "remove", id, was},
 * {verb: "move", id, after}, {verb: "facts", facts} or {verb: "undo", token, redo}; `session` joins steps that are undone at once.
 */
import {after, find, settled} from "./cards.js";

const PATIENCE = [2000, 4000, 8000, 15000, 30000];
const MOST_UNDOS = 100;
const CONFLICT = "Somebody has changed this card meanwhile. Here is what you wrote; save it again if it still fits.";
const NOT_YOURS = "This deck is not yours to change any more, or it lies in the archive.";
const GONE = "Somebody has removed this card meanwhile. Here is what you wrote.";

export class Saving {
  stored; facts; revision; send; load; heard; refused; changed; kept;

  /**
   * `send(body)` resolves to {ok, status, data}; `load()` to {cards, revision, facts} or null; `heard(answer)` after each
   * answer; `refused(step, message, errors)` when a step or some of its lines came to nothing; `changed()` after every change;
   * `kept(steps)` with the steps that a next page would have to send.
   * @param {{stored, facts, revision, send, load, heard, refused, changed, kept?, setTimer?, clearTimer?}} options
   */
  constructor({stored, facts, revision, send, load, heard, refused, changed, kept = () => {}, setTimer, clearTimer}) {
    Object.assign(this, {stored, facts, revision, send, load, heard, refused, changed, kept});
    this.setTimer = setTimer || ((run, delay) => window.setTimeout(run, delay));
    this.clearTimer = clearTimer || ((timer) => window.clearTimeout(timer));
    this.steps = [];
    this.done = [];
    this.undone = [];
    this.ids = new Map();
    this.number = 0;
    this.busy = false;
    this.failures = 0;
    this.timer = null;
    this.trouble = "";
  }

  /** Steps that a page left behind, when it was closed without a line. */
  restore(steps) {
    for (const step of steps) this.push({...step, again: true});
  }

  get cards() {
    return this.steps.reduce(after, this.stored);
  }

  /** The facts of the deck with those that are on their way. */
  get shownFacts() {
    return this.steps.filter((step) => step.verb === "facts").reduce((facts, step) => ({...facts, ...step.facts}), this.facts);
  }

  /** "saved", "saving", "waiting" (for the line) or "stopped" (somebody has to do something; `trouble` says what). */
  get status() {
    if (this.trouble) return "stopped";
    if (!this.steps.length) return "saved";
    return this.failures ? "waiting" : "saving";
  }

  get canUndo() {
    return this.steps.length > (this.busy ? 1 : 0) || this.done.length > 0;
  }

  get canRedo() {
    return this.undone.length > 0;
  }

  newId() {
    this.number += 1;
    return `new-${Date.now().toString(36)}-${this.number}`;
  }

  /** Do a step: shown at once, sent when the line is free. */
  push(wanted) {
    const step = this.renamed(wanted);
    if (step.verb !== "undo" && !step.redone && !step.undoing) this.undone = [];
    const last = this.steps[this.steps.length - 1];
    const waits = this.steps.length > (this.busy ? 1 : 0);
    if (waits && last.verb === step.verb && joins(last, step)) {
      this.steps[this.steps.length - 1] = {...last, facts: {...last.facts, ...step.facts}};
    } else {
      this.steps.push(step);
    }
    this.keep();
    return this.pump();
  }

  undo() {
    if (this.steps.length > (this.busy ? 1 : 0)) {
      const step = this.steps.pop();
      const {undoing, redone, ...plain} = step;
      if (step.verb === "undo") (step.redo ? this.undone : this.done).push({token: step.token});
      else (undoing ? this.done : this.undone).push({step: plain});
      if (!this.steps.length) this.failures = 0;
      this.keep();
      this.changed();
      return null;
    }
    const last = this.done.pop();
    if (!last) return null;
    return this.push(last.step ? {...last.step, undoing: true} : {verb: "undo", token: last.token, redo: false});
  }

  redo() {
    const last = this.undone.pop();
    if (!last) return null;
    return this.push(last.step ? {...last.step, redone: true} : {verb: "undo", token: last.token, redo: true});
  }

  /** Try again now: the line is back, or somebody pressed the button. */
  wake() {
    this.trouble = "";
    return this.pump();
  }

  async pump() {
    this.changed();
    if (this.busy || !this.steps.length || this.trouble) return;
    this.clearTimer(this.timer);
    this.busy = true;
    this.changed();
    const answer = await this.send(this.body(this.steps[0]));
    this.busy = false;
    await this.take(this.steps[0], answer);
    this.changed();
    if (!this.failures && this.steps.length) await this.pump();
  }

  /** The id that the server gave to a card of this page. */
  real(id) {
    return this.ids.has(id) ? this.ids.get(id) : id;
  }

  renamed(step) {
    const next = {...step};
    for (const name of ["id", "after"]) if (next[name]) next[name] = this.real(next[name]);
    return next;
  }

  rename(id, other) {
    this.ids.set(id, other);
    this.steps = this.steps.map((step) => this.renamed(step));
  }

  body({verb, id, after: anchor, facts, kind, lines, token, was}) {
    const said = {card: id, after: anchor, facts, kind, lines, token, was};
    return {verb, revision: this.revision, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))};
  }

  async take(step, {ok, status, data}) {
    if (ok) return this.took(step, data);
    if (status === 409 && data.code === "stale") return this.overtaken(step);
    if (status === 0 || status >= 500 || status === 429) return this.waitAWhile();
    if (status === 403 || status === 404) {
      this.trouble = status === 404 ? NOT_YOURS : data.message;
      return null;
    }
    // A card that was to go and is gone was taken by this very step, before the line broke.
    this.drop(step.again && step.verb === "remove" ? "" : data.message);
    return null;
  }

  async took(step, data) {
    this.failures = 0;
    this.steps.shift();
    this.revision = data.revision;
    if (step.verb === "facts") this.facts = {...this.facts, ...data.facts};
    this.stored = settled(this.stored, step, data);
    if (step.verb === "add") this.match(step, data);
    if (step.verb === "change" && data.cards[0]) this.written(step, data.cards[0]);
    this.remember(step, data);
    this.keep();
    if (step.verb === "undo") await this.reload();
    this.heard(data, step);
    const errors = (data.errors || []).filter((error) => !(step.again && error.double));
    if (errors.length) this.refused(step, "", errors);
  }

  /** A card that the server has changed; what waits behind is written on top of that. */
  written(step, card) {
    this.rename(step.id, card.id);
    this.steps = this.steps.map((other) => (other.id === card.id && other.was !== undefined ? {...other, was: card.text} : other));
  }

  /** The ids that the server gave to the cards of this page; those that it refused have none. */
  match(step, data) {
    const bad = new Set((data.errors || []).map((error) => error.line));
    const good = step.cards.filter((card, index) => !bad.has(index + 1));
    good.forEach((card, index) => data.cards[index] && this.rename(card.id, data.cards[index].id));
    const lost = new Set(step.cards.filter((card) => !this.ids.has(card.id)).map((card) => card.id));
    this.steps = this.steps.filter((other) => !lost.has(other.id));
  }

  remember(step, data) {
    const entry = step.verb === "facts" ? {step: {verb: "facts", facts: data.before}} : data.undo && {token: data.undo};
    if (!entry) return;
    const backwards = step.undoing || (step.verb === "undo" && !step.redo);
    const stack = backwards ? this.undone : this.done;
    const last = stack[stack.length - 1];
    const joined = !backwards && step.session && last && last.session === step.session && !("kind" in (step.facts || {}));
    if (!joined) stack.push({...entry, session: step.session});
    if (stack.length > MOST_UNDOS) stack.shift();
  }

  /** The deck changed elsewhere: look at it as it is now, and do the step if it still makes sense. */
  async overtaken(step) {
    if (!await this.reload()) return this.waitAWhile();
    const card = step.id === undefined ? null : find(this.stored, step.id);
    if (step.id !== undefined && !card) return this.drop(step.verb === "change" ? GONE : "");
    if (step.verb === "change" && card.text === step.facts.text && !("kind" in step.facts)) return this.drop("");
    if (step.was !== undefined && card.text !== step.was) return this.drop(CONFLICT);
    this.failures = 0;
    return null;
  }

  async reload() {
    const fresh = await this.load();
    if (!fresh) return false;
    Object.assign(this, {stored: fresh.cards, revision: fresh.revision, facts: fresh.facts});
    return true;
  }

  drop(message) {
    this.failures = 0;
    const step = this.steps.shift();
    this.keep();
    if (message) this.refused(step, message, []);
  }

  waitAWhile() {
    const delay = PATIENCE[Math.min(this.failures, PATIENCE.length - 1)];
    this.failures += 1;
    this.steps[0] = {...this.steps[0], again: true};
    this.clearTimer(this.timer);
    this.timer = this.setTimer(() => this.pump(), delay);
  }

  keep() {
    this.kept(this.steps.filter((step) => step.verb !== "undo"));
  }
}

/** Whether two steps that wait behind each other are one: the same card, or facts again. */
function joins(last, step) {
  return step.verb === "facts" || (step.verb === "change" && last.id === step.id && last.session === step.session);
}
