/** Steps that are sent one after the other, kept, refused, taken back and done again. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {all} from "../../../static/js/builder/cards.js";
import {Saving} from "../../../static/js/builder/saving.js";
import {FakeTime} from "../fakes.mjs";
import {deckOf, ids, three, white} from "./prepared_cards.mjs";

class Server {
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

const rest = () => new Promise((done) => setTimeout(done));
const DOWN = {ok: false, status: 0, data: {message: "down"}};
const refusal = (message, status = 400, code = "") => ({ok: false, status, data: {message, code}});
const edit = (id, text, session = 1) => ({verb: "change", id, was: id, facts: {text}, session});
const fresh = (...cards) => ({cards: deckOf({head: cards, unseen: 0, tail: []}), revision: "new", facts: {}});

test("a step is shown at once and sent with the revision of the last answer", async () => {
  const server = new Server();
  server.saving.push({verb: "remove", id: "a"});
  assert.deepEqual([ids(server.saving.cards), server.saving.status], [["b", "c"], "saving"]);
  await rest();
  await server.saving.push({verb: "remove", id: "b"});
  assert.deepEqual(server.bodies.map((body) => [body.card, body.revision]), [["a", "1"], ["b", "r1"]]);
  assert.deepEqual([ids(server.saving.stored), server.saving.status], [["c"], "saved"]);
});

test("without a line everything waits, is kept, and goes by itself later", async () => {
  const server = new Server();
  const saving = server.says(DOWN);
  await saving.push({verb: "remove", id: "a"});
  assert.deepEqual([saving.status, ids(saving.cards)], ["waiting", ["b", "c"]]);
  assert.equal(server.kept.length, 1);
  server.time.pass(2500);
  await rest();
  assert.deepEqual([saving.status, server.kept], ["saved", []]);
});

test("what a closed page left behind is sent by the next one", async () => {
  const server = new Server();
  await server.says(DOWN).push({verb: "remove", id: "a"});
  const left = server.kept;
  const next = server.open();
  next.restore(left);
  await rest();
  assert.deepEqual([server.verbs, ids(next.stored)], [["remove", "remove"], ["b", "c"]]);
});

test("a card that is changed before it was stored gets its number on the way", async () => {
  const server = new Server();
  const saving = server.says(server.ok({cards: [white("w7", "d")]}), server.ok({cards: [white("w7", "ducks")]}));
  saving.push({verb: "add", lines: ["d"], cards: [white("new-1", "d")]});
  saving.push(edit("new-1", "ducks"));
  assert.deepEqual(ids(saving.cards), ["a", "b", "c", "new-1"]);
  await rest();
  assert.deepEqual([server.bodies[1].card, ids(saving.cards), all(saving.cards, "white")[3].text], ["w7", ["a", "b", "c", "w7"], "ducks"]);
});

test("lines that are refused come back with their reasons, and steps about them are dropped", async () => {
  const server = new Server();
  const saving = server.says(server.ok({errors: [{line: 1, text: "a", problem: "the deck has it already", double: true}]}));
  saving.push({verb: "add", lines: ["a"], cards: [white("new-1", "a")]});
  saving.push(edit("new-1", "ducks"));
  await rest();
  assert.deepEqual([server.verbs, server.told, ids(saving.cards)], [["add"], [["add", "", "the deck has it already"]], ["a", "b", "c"]]);
});

test("a double that is one of our own, sent twice, is no trouble", async () => {
  const server = new Server();
  server.says(DOWN, server.ok({errors: [{line: 1, text: "d", problem: "the deck has it already", double: true}]}));
  await server.saving.push({verb: "add", lines: ["d"], cards: [white("new-1", "d")]});
  await server.saving.wake();
  assert.deepEqual([server.told, server.saving.status], [[], "saved"]);
});

test("words that wait to be sent become one change", async () => {
  const server = new Server();
  server.saving.push({verb: "remove", id: "b"});
  server.saving.push(edit("a", "x"));
  server.saving.push(edit("a", "xy"));
  await rest();
  assert.deepEqual([server.verbs, server.bodies[1].facts], [["remove", "change"], {text: "xy"}]);
});

test("undo brings the server's word, redo its answer's", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("b"), white("c"));
  await server.saving.push({verb: "remove", id: "a"});
  await server.saving.undo();
  assert.deepEqual([server.bodies[1].token, ids(server.saving.cards), server.saving.canUndo], ["u1", ["a", "b", "c"], false]);
  await server.saving.redo();
  assert.deepEqual([server.bodies[2].token, server.saving.canRedo, server.saving.canUndo], ["u2", false, true]);
});

test("what was typed in one go is undone in one go", async () => {
  const server = new Server();
  await server.saving.push(edit("a", "x"));
  await server.saving.push(edit("a", "xy"));
  assert.deepEqual(server.saving.history.done.map((entry) => entry.token), ["u1"]);
  await server.saving.push(edit("a", "xyz", 2));
  assert.equal(server.saving.history.done.length, 2);
});

test("a step that was not sent yet is undone here", async () => {
  const server = new Server();
  await server.says(DOWN).push({verb: "remove", id: "a"});
  server.saving.undo();
  assert.deepEqual([ids(server.saving.cards), server.saving.status], [["a", "b", "c"], "saved"]);
  await server.saving.redo();
  assert.deepEqual([ids(server.saving.stored), server.verbs], [["b", "c"], ["remove", "remove"]]);
});

test("facts are undone too", async () => {
  const server = new Server();
  server.says(server.ok({undo: "", facts: {name: "Geese"}, before: {name: "Ducks"}}), server.ok({undo: "", facts: {name: "Ducks"}, before: {name: "Geese"}}));
  await server.saving.push({verb: "facts", facts: {name: "Geese"}});
  assert.equal(server.saving.shownFacts.name, "Geese");
  await server.saving.undo();
  assert.deepEqual([server.bodies[1].facts, server.saving.shownFacts.name, server.saving.canRedo], [{name: "Ducks"}, "Ducks", true]);
});

test("a new step forgets what could be done again", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("b"), white("c"));
  await server.saving.push({verb: "remove", id: "a"});
  await server.saving.undo();
  await server.saving.push({verb: "remove", id: "b"});
  assert.equal(server.saving.canRedo, false);
});

test("a deck that changed elsewhere is looked at again, and the step is done on it", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("z"));
  await server.says(refusal("old", 409, "stale")).push({verb: "remove", id: "a", was: "a"});
  assert.deepEqual([server.bodies[1].revision, ids(server.saving.cards), server.told], ["new", ["z"], []]);
});

test("a card that somebody else has changed keeps their words, and ours come back", async () => {
  const server = new Server();
  server.fresh = fresh(white("a", "theirs"));
  await server.says(refusal("old", 409, "stale")).push(edit("a", "mine"));
  assert.deepEqual([server.verbs, all(server.saving.cards, "white")[0].text, server.told.length], [["change"], "theirs", 1]);
});

test("the server's word counts for a card that this page has not fetched", async () => {
  const server = new Server();
  server.fresh = fresh(white("b"));
  const stale = refusal("old", 409, "stale");
  stale.data.card = white("a", "theirs");
  await server.says(stale).push(edit("a", "mine"));
  assert.deepEqual(server.told, [["change", "Somebody has changed this card meanwhile."]]);
});

test("what waits behind a conflict is not written over the card either, and comes back with it", async () => {
  const server = new Server();
  const lost = [];
  server.saving.refused = (step) => lost.push(step.facts);
  server.fresh = fresh(white("a", "theirs"), white("b"));
  const saving = server.says(refusal("old", 409, "stale"));
  saving.push(edit("a", "mine"));
  saving.push(edit("a", "mine too", 2));
  saving.push({verb: "remove", id: "b"});
  await rest();
  assert.deepEqual([lost, server.verbs, ids(saving.cards)], [[{text: "mine too"}], ["change", "remove"], ["a"]]);
});

test("a change that arrived although its answer did not is not told as a conflict", async () => {
  const server = new Server();
  server.fresh = fresh(white("a", "mine"));
  await server.says(refusal("old", 409, "stale")).push(edit("a", "mine"));
  assert.deepEqual([server.verbs, server.told, server.saving.status], [["change"], [], "saved"]);
});

test("a refusal is told, and the rest goes on", async () => {
  const server = new Server();
  server.says(refusal("too long"));
  server.saving.push(edit("a", "x"));
  server.saving.push({verb: "remove", id: "b"});
  await rest();
  assert.deepEqual([server.told, ids(server.saving.stored)], [[["change", "too long"]], ["a", "c"]]);
});

test("somebody who is signed out loses nothing", async () => {
  const server = new Server();
  await server.says(refusal("sign in", 403)).push({verb: "remove", id: "a"});
  assert.deepEqual([server.saving.status, server.saving.trouble, ids(server.saving.cards)], ["stopped", "sign in", ["b", "c"]]);
  await server.saving.wake();
  assert.equal(server.saving.status, "saved");
});

test("undo while a step is on its way takes back that one, not the one before", async () => {
  const server = new Server();
  await server.saving.push({verb: "remove", id: "a"});
  server.saving.push({verb: "remove", id: "b"});
  server.fresh = fresh(white("b"), white("c"));
  server.saving.undo();
  await rest();
  assert.deepEqual([server.verbs, server.bodies[2].token, ids(server.saving.cards)], [["remove", "remove", "undo"], "u2", ["b", "c"]]);
  assert.deepEqual(server.saving.history.done.map((entry) => entry.token), ["u1"]);
});

test("two undos while a step is on its way take back that one and the one before", async () => {
  const server = new Server();
  await server.saving.push({verb: "remove", id: "a"});
  server.saving.push({verb: "remove", id: "b"});
  server.fresh = fresh(white("a"), white("b"), white("c"));
  server.saving.undo();
  server.saving.undo();
  await rest();
  assert.deepEqual(server.bodies.slice(2).map((body) => body.token), ["u2", "u1"]);
  assert.equal(server.saving.canUndo, false);
});

test("redo while an undo is on its way does that one again", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("b"), white("c"));
  await server.saving.push({verb: "remove", id: "a"});
  server.saving.undo();
  server.saving.redo();
  await rest();
  assert.deepEqual(server.bodies.map((body) => body.token), [undefined, "u1", "u2"]);
  assert.deepEqual([server.saving.canUndo, server.saving.canRedo], [true, false]);
});

test("undo and redo while a step is on its way leave it as it is", async () => {
  const server = new Server();
  server.saving.push({verb: "remove", id: "a"});
  server.saving.undo();
  server.saving.redo();
  await rest();
  assert.deepEqual([server.verbs, ids(server.saving.cards), server.saving.canUndo], [["remove"], ["b", "c"], true]);
});

test("undo of a step that is refused undoes nothing else", async () => {
  const server = new Server();
  await server.saving.push({verb: "remove", id: "a"});
  server.says(refusal("too long"));
  server.saving.push(edit("b", "x"));
  server.saving.undo();
  await rest();
  assert.deepEqual([server.verbs, server.saving.history.done.length, ids(server.saving.cards)], [["remove", "change"], 1, ["b", "c"]]);
});

test("a deck is looked at again by one step at a time", async () => {
  const server = new Server();
  await server.saving.push({verb: "remove", id: "a"});
  await server.saving.push({verb: "remove", id: "b"});
  const looks = [];
  server.saving.load = () => new Promise((done) => { looks.push(done); });
  server.saving.undo();
  await rest();
  server.saving.undo();
  await rest();
  assert.deepEqual([server.verbs.length, looks.length], [3, 1]);
  looks[0](fresh(white("b"), white("c")));
  await rest();
  looks[1](fresh(white("a"), white("b"), white("c")));
  await rest();
  assert.deepEqual([server.bodies[3].token, ids(server.saving.cards)], ["u1", ["a", "b", "c"]]);
});

test("a card is known by the same key before and after it gets its id", async () => {
  const server = new Server();
  const saving = server.says(server.ok({cards: [white("w7", "d")]}), server.ok({cards: [{...white("b9", "_"), kind: "black"}]}));
  await saving.push({verb: "add", lines: ["d"], cards: [white("new-1", "d")]});
  assert.deepEqual([saving.key("new-1"), saving.key("w7"), saving.key("a")], ["new-1", "new-1", "a"]);
  await saving.push(edit("w7", "_"));
  assert.equal(saving.key("b9"), "new-1");
});
