/** Steps that are sent one after the other, kept and refused. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {all} from "../../../static/js/builder/cards.js";
import {ids, white} from "./prepared_cards.mjs";
import {DOWN, edit, fresh, refusal, rest, Server} from "./servers.mjs";

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
