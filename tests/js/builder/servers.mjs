/** A server that answers as told and remembers what was sent, with the Saving that sends it. */
import {Saving} from "../../../static/js/builder/saving.js";
import {FakeTime} from "../fakes.mjs";
import {deckOf, three} from "./prepared_cards.mjs";

export class Server {
  constructor(time = new FakeTime()) {
    Object.assign(this, {time, bodies: [], answers: [], told: [], kept: [], fresh: null});
    this.saving = this.open();
  }

  open() {
    return new Saving({
      stored: three(), facts: {name: "Ducks"}, revision: "1", kept: (steps) => { this.kept = steps; },
      send: (body) => { this.bodies.push(body); return Promise.resolve(this.answers.shift() || this.ok()); },
      load: () => Promise.resolve(this.fresh), heard: () => {}, changed: () => {},
      refused: (step, message, errors) => this.told.push([step.verb, message, ...errors.map((error) => error.problem)]),
      setTimer: this.time.setTimer, clearTimer: this.time.clearTimer,
    });
  }

  ok(data = {}) {
    return {ok: true, status: 200, data: {revision: `r${this.bodies.length}`, cards: [], errors: [], undo: `u${this.bodies.length}`, ...data}};
  }

  says(...answers) {
    this.answers.push(...answers);
    return this.saving;
  }

  get verbs() {
    return this.bodies.map((body) => body.verb);
  }
}

export const rest = () => new Promise((done) => setTimeout(done));
export const DOWN = {ok: false, status: 0, data: {message: "down"}};
export const refusal = (message, status = 400, code = "") => ({ok: false, status, data: {message, code}});
export const edit = (id, text, session = 1) => ({verb: "change", id, was: id, facts: {text}, session});
export const fresh = (...cards) => ({cards: deckOf({head: cards, unseen: 0, tail: []}), revision: "new", facts: {}});
