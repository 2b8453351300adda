/**
 * Sends each step to the server, one after the other, and keeps what could not be sent; undo and redo.
 * Draws nothing. What is shown is what the server has stored and the steps that still wait: `cards`.
 */
import {after, settled} from "./cards.js";
import {backwards, History, unbound} from "./history.js";
import {Queue} from "./queue.js";
import {body, inTheWay, renamed, takenOut} from "./steps.js";
import {gettext} from "../kit/i18n.js";

const PATIENCE = [2000, 4000, 8000, 15000, 30000];
const NOT_YOURS = gettext("This deck is archived, deleted, or not yours any more. What you wrote is kept here.");

export class Saving {
  /** @param {Builder.SavingParts} parts */
  constructor({stored, facts, revision, send, load, heard, refused, changed, kept = () => {}, setTimer = setTimeout, clearTimer = clearTimeout}) {
    this.stored = stored;
    this.facts = facts;
    this.revision = revision;
    this.send = send;
    this.load = load;
    this.heard = heard;
    this.refused = refused;
    this.changed = changed;
    this.kept = kept;
    /** @type {SetTimer} */
    this.setTimer = (run, delay) => setTimer(run, delay);
    /** @type {ClearTimer} */
    this.clearTimer = (timer) => clearTimer(timer);
    this.queue = new Queue();
    this.history = new History();
    this.number = 0;
    this.busy = false;
    this.failures = 0;
    /** @type {unknown} */
    this.timer = null;
    this.trouble = "";
  }

  /**
   * Steps that a page left behind, when it was closed without a line.
   * @param {Builder.Step[]} steps
   */
  restore(steps) {
    for (const step of steps) this.push({...step, again: true});
  }

  /** The steps that the server has not answered yet. */
  get steps() {
    return this.queue.steps;
  }

  get cards() {
    return this.steps.reduce(after, this.stored);
  }

  /** The facts of the deck with those that are on their way. */
  get shownFacts() {
    return this.steps.reduce((facts, step) => (step.verb === "facts" ? {...facts, ...step.facts} : facts), this.facts);
  }

  /** "saved", "saving", "waiting" (for the line) or "stopped" (somebody has to do something; `trouble` says what). */
  get status() {
    if (this.trouble) return "stopped";
    if (!this.steps.length) return "saved";
    return this.failures ? "waiting" : "saving";
  }

  get canUndo() {
    return this.canTurn(false);
  }

  get canRedo() {
    return this.canTurn(true);
  }

  /**
   * Whether an undo (or a redo) would turn the last step around: it waits or is on its way, and goes the other way.
   * @type {(redo: boolean) => boolean}
   */
  turnsLast(redo) {
    return this.steps.length > 0 && backwards(this.queue.last) === redo;
  }

  /** @type {(redo: boolean) => boolean} */
  canTurn(redo) {
    return this.turnsLast(redo) || this.history.stack(redo).length > 0;
  }

  newId() {
    this.number += 1;
    return `new-${Date.now().toString(36)}-${this.number}`;
  }

  /**
   * Do a step: shown at once, sent when the line is free.
   * @param {Builder.Step} wanted
   */
  push(wanted) {
    const step = renamed(wanted, this.queue.ids);
    if (step.verb !== "undo" && !step.redone && !step.undoing) this.history.forgetUndone();
    this.queue.push(step);
    this.keep();
    return this.pump();
  }

  undo() {
    return this.turn(false);
  }

  redo() {
    return this.turn(true);
  }

  /**
   * Undo or redo: the last step comes back if it still waits; one that is on its way is turned around as soon as it is stored.
   * @param {boolean} redo
   */
  turn(redo) {
    if (this.turnsLast(redo) && this.queue.waits) return this.withdraw();
    const step = this.turnsLast(redo) ? {verb: /** @type {const} */ ("undo"), token: "", redo} : this.history.next(redo);
    return step && this.push(step);
  }

  withdraw() {
    this.history.withdraw(/** @type {Builder.Step} */ (this.steps.pop()));
    if (!this.steps.length) this.failures = 0;
    this.keep();
    this.changed();
    return null;
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
    this.queue.flying = 1;
    this.changed();
    const answer = await this.send(body(this.steps[0], this.revision));
    await this.take(this.steps[0], answer);
    this.queue.flying = 0;
    this.busy = false;
    this.changed();
    if (!this.failures && this.steps.length) await this.pump();
  }

  /** @type {(id: string) => string}  the id that the server gave to a card of this page */
  real(id) {
    return this.queue.real(id);
  }

  /** @type {(id: string) => string}  what stays the same while a card of this page gets its id */
  key(id) {
    return this.queue.key(id);
  }

  /** @type {(step: Builder.Step, reply: Builder.Reply) => Promise<unknown>} */
  async take(step, {ok, status, data}) {
    if (ok) return this.took(step, data);
    if (status === 409 && data.code === "stale") return this.overtaken(step, data.card);
    if (status === 0 || status >= 500 || status === 429) return this.waitAWhile();
    if (status === 403 || status === 404) {
      this.trouble = status === 404 ? NOT_YOURS : data.message;
      return null;
    }
    // A card that was to go and is gone was taken by this very step, before the line broke.
    return this.drop(step.again && step.verb === "remove" ? "" : data.message);
  }

  /** @type {(step: Builder.Step, data: Builder.Done) => Promise<void>} */
  async took(step, data) {
    this.failures = 0;
    this.queue.answered(this.steps.slice(1));
    this.revision = data.revision;
    if (step.verb === "facts") this.facts = {...this.facts, ...data.facts};
    this.stored = settled(this.stored, step, data);
    if (step.verb === "add") this.queue.match(step, data);
    if (step.verb === "change" && data.cards[0]) this.queue.written(step, data.cards[0]);
    const known = this.history.remember(step, data);
    this.bind(known);
    this.keep();
    if (step.verb === "undo") await this.reload();
    this.heard(data, step);
    const errors = (data.errors || []).filter((error) => !(step.again && error.double));
    if (errors.length) this.refused(step, "", errors);
  }

  /**
   * The step behind the one that was answered, where it turns that one around: what it undoes is known now, or there is nothing.
   * @param {boolean} known
   */
  bind(known) {
    const [next] = this.steps;
    if (!next || !unbound(next)) return;
    const step = known && next.verb === "undo" ? this.history.next(next.redo) : null;
    this.steps.splice(0, 1, ...(step ? [step] : []));
  }

  /**
   * The deck changed elsewhere: look at it as it is now, and do the step if it still makes sense.
   * @param {Builder.Step} step
   * @param {?Builder.Card} [told]  the card that it is about as the server has it
   */
  async overtaken(step, told) {
    if (!await this.reload()) return this.waitAWhile();
    const trouble = inTheWay(step, this.stored, told);
    if (trouble === "" && step.verb === "change" && told) this.queue.written(step, told);
    if (trouble !== null) return this.drop(trouble);
    this.failures = 0;
  }

  async reload() {
    const fresh = await this.load();
    if (!fresh) return false;
    Object.assign(this, {stored: fresh.cards, revision: fresh.revision, facts: fresh.facts});
    return true;
  }

  /** @param {string} message */
  drop(message) {
    this.failures = 0;
    const {lost, rest} = takenOut(this.steps);
    this.queue.answered(message ? rest : this.steps.slice(1));
    this.bind(false);
    this.keep();
    if (message) this.refused(lost, message, []);
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
