/**
 * Waiting without a seat: in line for a free one, and for the answer to "may I have my seat back?", or a new one.
 * Asks the server how it stands, again and again while something is awaited; draws nothing.
 */
import {post} from "../../kit/http.js";
import {gettext} from "../../kit/i18n.js";

/** How often to look, in ms: for an answer, in line, and while a seat is held. */
const FOR_AN_ANSWER = 3000;
const IN_LINE = 10000;
const HELD = 4000;
/** A crowd that sees somebody leave does not ask all at once. */
const SPREAD = 1500;

/** @typedef {{seated?: boolean, line?: ?Room.Line, request?: ?Room.SeatRequest, full?: boolean}} Standing */

export class Door {
  /**
   * `seats` is how many people may sit here, `waits` whether this visitor has waited before the page was loaded, `returns` the number
   * of the seat that they have left to watch. `seated()` is called when they have a seat; `say` tells what has just come about.
   * @param {{links: Pick<Room.Links, "door" | "back">, seats: number, waits: boolean, returns?: string, changed: () => void, seated: () => void, say: (text: string) => void,
   *   send?: typeof post, later?: SetTimer, stop?: ClearTimer, random?: () => number}} parts
   */
  constructor({links, seats, waits, returns = "", changed, seated, say, send = post, later = setTimeout, stop = clearTimeout, random = Math.random}) {
    this.links = links;
    this.seats = seats;
    this.waits = waits;
    this.returns = returns;
    this.changed = changed;
    this.seated = seated;
    this.say = say;
    this.send = send;
    /** @type {SetTimer} */
    this.later = (run, ms) => later(run, ms);
    /** @type {ClearTimer} */
    this.stop = (timer) => stop(timer);
    this.random = random;
    /** @type {?Room.Line} */
    this.line = null;
    /** @type {?Room.SeatRequest} */
    this.request = null;
    this.full = false;
    this.refused = false; // there was a yes, and sitting down failed
    this.missed = false; // a seat was held for them, and went to the next one
    this.taken = -1; // how many sat here when the table was seen last
    this.asking = false;
    /** @type {unknown} */
    this.timer = undefined;
  }

  /**
   * The table as this person, who watches, sees it now: so many sit here.
   * @param {number} taken
   */
  follow(taken) {
    if (taken === this.taken) return;
    const first = this.taken < 0;
    this.taken = taken;
    if (!this.line) this.full = taken >= this.seats;
    if (first && this.waits) this.look();
    else if (this.line) this.plan(SPREAD * this.random());
  }

  /**
   * Ask how it stands, after `what` was done.
   * @param {"look" | "wait" | "leave" | "withdraw"} [what]
   */
  async look(what = "look") {
    if (this.asking) return;
    this.asking = true;
    const {ok, data} = await this.send(this.links.door, {do: what});
    this.asking = false;
    if (ok) this.take(data, what);
    else this.plan(IN_LINE);
  }

  /** @type {(standing: Standing, what: string) => void} */
  take({seated, line = null, request = null, full = false}, what) {
    if (seated) {
      this.seated();
      return;
    }
    const [held, waited] = [this.line?.until, this.request?.state === "waiting"];
    this.missed = !line && what === "look" && (this.missed || Boolean(held));
    Object.assign(this, {line, request, full});
    if (line?.until && !held) this.say(gettext("A seat is free: sit down"));
    if (waited && request?.state === "no") this.say(gettext("The answer is no, this time"));
    if (request?.state === "yes" && !(request.is_new && full) && !this.refused) this.sitDown();
    this.plan(this.pause());
    this.changed();
  }

  /** The same where something is awaited, by somebody who comes back to this page. */
  lookAgain() {
    if (this.line || this.request) this.look();
  }

  /** How long until the next look, in ms; 0 where nothing is awaited. */
  pause() {
    if (this.request?.state === "waiting") return FOR_AN_ANSWER;
    if (!this.line) return 0;
    return this.line.until ? HELD : IN_LINE;
  }

  /** @param {number} ms */
  plan(ms) {
    this.stop(this.timer);
    if (ms) this.timer = this.later(() => this.look(), ms);
  }

  /** There was a yes: come for the seat. */
  async sitDown() {
    const {ok, data} = await this.send(this.links.back);
    if (ok && data.seated) this.seated();
    else if (data.message) {
      this.refused = true;
      this.say(data.message);
      this.changed();
    }
  }

  /** The seat was left to watch: the page comes again as a watcher's. */
  async stepAside() {
    await this.send(this.links.door, {do: "look"});
    this.seated();
  }
}
