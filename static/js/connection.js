/**
 * One socket to the room that comes back by itself: back-off, heartbeat, and moves sent again.
 * Knows the wire, not the game; everything from outside (sockets, timers) is handed in.
 */
import {Outgoing} from "./outgoing.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const PING_EVERY = 20000;
const ANSWER_WITHIN = 8000;
const WELCOME_WITHIN = 15000;
const TOO_FAST_WAIT = 5000;

const FINAL = {4403: "not_admitted", 4404: "no_such_room", 4409: "seat_moved", 4410: "kicked"};
/** Statuses after which there is no way back but a new page. */
export const FINALS = new Set(Object.values(FINAL));

const TRY_AGAIN = new Set(["busy", "too_fast"]);

/** Milliseconds to wait before try number `tries` (from 0), between half and all of the step. */
export function backOff(tries, random) {
  const step = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries, 10));
  return step / 2 + (step / 2) * random();
}

export class Connection {
  /**
   * `open()` makes a socket. `onMessage(message)` gets everything but answers; `onAnswer(answer, frame)`
   * gets `ok` and `error`; `onStatus(status)` gets "connecting", "open", "waiting" or a final code;
   * `moment()` names the phase, so that an old move is not sent into a new one.
   */
  constructor({open, storage, key, onMessage, onAnswer, onStatus, moment,
    random = Math.random, now = Date.now, setTimer = setTimeout, clearTimer = clearTimeout}) {
    Object.assign(this, {open, onMessage, onAnswer, onStatus, moment, random, now});
    this.setTimer = (run, delay) => setTimer(run, delay);
    this.clearTimer = (timer) => clearTimer(timer);
    this.outgoing = new Outgoing({storage, key, now, random});
    this.socket = null;
    this.welcomed = false;
    this.tries = 0;
    this.timers = {};
    this.pingedAt = 0;
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

  /** Keep and send a move a person made. Returns its id. */
  move(name, args = {}) {
    const frame = this.outgoing.add(name, args, this.moment());
    if (this.welcomed) this.write(frame);
    return frame.id;
  }

  /** Send something that means nothing later: a claim, a nudge, a sign of life. */
  signal(name) {
    if (this.welcomed) this.write({id: this.outgoing.nextId(), move: name, args: {}});
  }

  sync() {
    if (this.welcomed) this.write({move: "sync"});
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

  read(data) {
    const message = JSON.parse(data);
    this.stop("answer");
    if (message.type === "welcome") this.arrived(message);
    else if (message.type === "ok") this.onAnswer(message, this.outgoing.settle(message.id));
    else if (message.type === "error") this.refused(message);
    else this.onMessage(message, message.type === "pong" ? (this.now() - this.pingedAt) / 2 : 0);
  }

  arrived(message) {
    const first = !this.welcomed;
    this.onMessage(message, 0);
    if (!first) return;
    this.welcomed = true;
    this.tries = 0;
    this.say("open");
    this.beat();
    this.outgoing.again(this.moment()).forEach((frame) => this.write(frame));
  }

  refused(message) {
    if (TRY_AGAIN.has(message.code) && this.outgoing.moves.has(message.id)) {
      const {frame} = this.outgoing.moves.get(message.id);
      this.setTimer(() => {
        if (this.welcomed && this.outgoing.moves.has(frame.id)) this.write(frame);
      }, 500 + 1000 * this.random());
      return;
    }
    this.onAnswer(message, message.id && this.outgoing.settle(message.id));
  }

  closed(code) {
    this.drop();
    if (code in FINAL) {
      this.say(FINAL[code]);
      return;
    }
    if (code === 4413) this.onAnswer({type: "error", code: "too_big", message: ""}, undefined);
    const least = code === 4429 ? TOO_FAST_WAIT : 0;
    this.say("waiting");
    this.timers.retry = this.setTimer(() => this.connect(), Math.max(least, backOff(this.tries, this.random)));
    this.tries += 1;
  }

  beat() {
    this.stop("ping");
    this.timers.ping = this.setTimer(() => {
      this.pingedAt = this.now();
      this.write({move: "ping"});
      this.expectAnswer();
      this.beat();
    }, PING_EVERY);
  }

  /** Nothing heard for a while after asking: the line is dead, whatever the browser believes. */
  expectAnswer(within = ANSWER_WITHIN) {
    if (this.timers.answer) return;
    this.timers.answer = this.setTimer(() => {
      const {socket} = this;
      this.closed(1006);
      socket.close();
    }, within);
  }

  write(frame) {
    if (this.socket && this.socket.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  drop() {
    Object.keys(this.timers).forEach((name) => this.stop(name));
    this.socket = null;
    this.welcomed = false;
  }

  stop(name) {
    this.clearTimer(this.timers[name]);
    delete this.timers[name];
  }

  say(status) {
    if (status === this.status) return;
    this.status = status;
    this.onStatus(status);
  }
}
