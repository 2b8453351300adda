/** Steps that are taken back and done again, also while they are on their way. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {ids, white} from "./prepared_cards.mjs";
import {DOWN, edit, fresh, refusal, rest, Server} from "./servers.mjs";

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
