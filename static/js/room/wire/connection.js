/**
 * One socket to the room that connects again by itself: back-off, heartbeat, and moves sent again.
 * Knows the wire, not the game; everything from outside (sockets, timers) is handed in.
 */
import {backOff, BLAMED, FINAL, FINALS, leastWait, RESTARTS, RESTARTS_WITHIN, TOO_BIG} from "./closing.js";
import {isTooBig, Outgoing} from "./outgoing.js";

/** A connection that lasted so long was a good one: the next break counts as the first. */
const STEADY_AFTER = 20000;
/** How often the line is looked at; one that was silent for so long is asked, and has so long to answer: {silent, answer}. */
const LOOK_EVERY = 2000;
const CALM = {silent: 20000, answer: 8000};
/** While time runs out for somebody, a dead line is noticed within eight seconds. */
const HURRIED = {silent: 3000, answer: 3000};
/** The browser has said that it is offline, which is not always so. */
const DOUBTED_ANSWER = 2000;
const WELCOME_WITHIN = 15000;
const TRY_AGAIN = new Set(["busy", "too_fast"]);

/**
 * The answer to a frame (undefined: nobody knows which) that is too big to be served.
 * @param {Wire.Frame} [frame]
 * @returns {Wire.Refusal}
 */
function tooBig(frame) {
  return {type: "error", code: "too_big", message: "", ...(frame ? {id: frame.id} : {})};
}

/**
 * @typedef {Object} Parts
 * @property {() => WebSocket} open
 * @property {import("../../kit/storage.js").Store} store
 * @property {string} key
 * @property {(message: Wire.Message, delay: number) => void} onMessage
 * @property {(answer: Wire.Answer, frame: Wire.Frame | undefined) => void} onAnswer
 * @property {(status: string) => void} onStatus
 * @property {() => string} moment
 * @property {() => boolean} [hurried]
 * @property {() => number} [random]
 * @property {() => number} [now]
 * @property {SetTimer} [setTimer]
 * @property {ClearTimer} [clearTimer]
 */

export class Connection {
  /**
   * `open()` makes a socket. `onMessage(message)` gets everything but answers; `onAnswer(answer, frame)`
   * gets `ok` and `error`; `onStatus(status)` gets "connecting", "open", "waiting" or a final code;
   * `moment()` names the phase, so that an old move is not sent into a new one; `hurried()` says whether time runs out.
   * @param {Parts} parts
   */
  constructor({open, store, key, onMessage, onAnswer, onStatus, moment, hurried = () => false,
    random = Math.random, now = Date.now, setTimer = setTimeout, clearTimer = clearTimeout}) {
    this.open = open;
    this.onMessage = onMessage;
    this.onAnswer = onAnswer;
    this.onStatus = onStatus;
    this.moment = moment;
    this.hurried = hurried;
    this.random = random;
    this.now = now;
    /** @type {SetTimer} */
    this.setTimer = (run, delay) => setTimer(run, delay);
    /** @type {ClearTimer} */
    this.clearTimer = (timer) => clearTimer(timer);
    this.outgoing = new Outgoing({store, key, now, random});
    /** @type {?WebSocket} */
    this.socket = null;
    this.welcomed = false;
    this.tries = 0;
    this.blamed = 0;
    this.restartsUntil = 0;
    /** @type {Record<string, unknown>} */
    this.timers = {};
    this.pingedAt = 0;
    this.heardAt = 0;
    this.syncedAt = -Infinity; // when an answer to a sync was asked for that has not come
    this.status = "";
  }

  connect() {
    this.drop();
    this.say("connecting");
    const socket = this.open();
    this.socket = socket;
    socket.onmessage = (event) => this.socket === socket && this.read(event.data);
    socket.onclose = (event) => this.socket === socket && this.closed(event.code);
    this.expectAnswer(WELCOME_WITHIN);
  }

  /**
   * Keep and send a move a person made. Returns its id. One that the server would not read is refused here, a moment later.
   * @param {string} name
   * @param {object} [args]
   */
  move(name, args = {}) {
    const frame = this.outgoing.add(name, args, this.moment());
    if (isTooBig(frame)) this.setTimer(() => this.onAnswer(tooBig(frame), frame), 0);
    else if (this.welcomed) this.write(frame);
    return frame.id;
  }

  /**
   * Send something that means nothing later: a claim, a nudge, a sign of life, a face.
   * @param {string} name
   * @param {object} [args]
   */
  signal(name, args = {}) {
    if (this.welcomed) this.write({id: this.outgoing.nextId(), move: name, args});
  }

  /** Ask for everything anew; one question at a time. */
  sync() {
    if (!this.welcomed || this.now() - this.syncedAt < CALM.answer) return;
    this.syncedAt = this.now();
    this.write({move: "sync"});
  }

  /** The browser believes that it is offline: see whether it is right. */
  doubt() {
    if (!this.welcomed) return;
    this.stop("answer");
    this.ping(DOUBTED_ANSWER);
  }

  /** The page was hidden or offline: make sure at once that the line is alive and the news complete. */
  wake() {
    if (FINALS.has(this.status)) return;
    if (!this.welcomed) {
      if (this.status === "waiting") {
        this.tries = 0;
        this.connect();
      }
      return;
    }
    this.sync();
    this.expectAnswer();
  }

  /** @param {string} data */
  read(data) {
    /** @type {Wire.Message | Wire.Answer} */
    const message = JSON.parse(data);
    this.heardAt = this.now();
    this.stop("answer");
    if (message.type === "welcome") this.arrived(message);
    else if (message.type === "ok") this.onAnswer(message, this.outgoing.settle(message.id));
    else if (message.type === "error") this.refused(message);
    else this.onMessage(message, message.type === "pong" ? (this.now() - this.pingedAt) / 2 : 0);
  }

  /** @param {Wire.Welcome} message */
  arrived(message) {
    const first = !this.welcomed;
    this.syncedAt = -Infinity;
    this.onMessage(message, 0);
    if (!first) return;
    this.welcomed = true;
    this.timers.steady = this.setTimer(() => Object.assign(this, {tries: 0, blamed: 0}), STEADY_AFTER);
    this.say("open");
    this.beat();
    this.outgoing.again(this.moment()).forEach((frame) => this.write(frame));
  }

  /** @param {Wire.Refusal} message */
  refused(message) {
    const frame = TRY_AGAIN.has(message.code) && this.outgoing.fresh(message.id);
    if (frame) {
      this.setTimer(() => {
        if (this.welcomed && this.outgoing.moves.has(frame.id)) this.write(frame);
      }, 500 + 1000 * this.random());
      return;
    }
    this.onAnswer(message, message.id ? this.outgoing.settle(message.id) : undefined);
  }

  /** @param {number} code */
  closed(code) {
    this.drop();
    if (code in FINAL) {
      this.say(FINAL[code]);
      return;
    }
    if (TOO_BIG.has(code)) {
      const frame = this.outgoing.settleBiggest();
      this.onAnswer(tooBig(frame), frame);
    }
    if (RESTARTS.has(code)) this.restartsUntil = this.now() + RESTARTS_WITHIN;
    this.say("waiting");
    const tries = this.now() < this.restartsUntil ? 0 : this.tries;
    this.timers.retry = this.setTimer(() => this.connect(), Math.max(leastWait(code, this.blamed), backOff(tries, this.random)));
    this.tries += 1;
    if (BLAMED.has(code)) this.blamed += 1;
  }

  beat() {
    this.stop("look");
    this.timers.look = this.setTimer(() => {
      const {silent, answer} = this.hurried() ? HURRIED : CALM;
      if (this.now() - this.heardAt >= silent && !this.timers.answer) this.ping(answer);
      this.beat();
    }, LOOK_EVERY);
  }

  /** @param {number} within  ms for an answer */
  ping(within) {
    this.pingedAt = this.now();
    this.write({move: "ping"});
    this.expectAnswer(within);
  }

  /** Nothing heard for a while after asking: the line is dead, whatever the browser believes. */
  expectAnswer(within = CALM.answer) {
    if (this.timers.answer) return;
    this.timers.answer = this.setTimer(() => {
      const {socket} = this;
      this.closed(1006);
      socket?.close();
    }, within);
  }

  /** @param {Wire.Frame | Wire.Question} frame */
  write(frame) {
    if (this.socket && this.socket.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  drop() {
    Object.keys(this.timers).forEach((name) => this.stop(name));
    this.socket = null;
    this.welcomed = false;
    this.syncedAt = -Infinity;
  }

  /** @param {string} name */
  stop(name) {
    this.clearTimer(this.timers[name]);
    delete this.timers[name];
  }

  /** @param {string} status */
  say(status) {
    if (status === this.status) return;
    this.status = status;
    this.onStatus(status);
  }
}
