/** The deck chooser: what it shows, and what it asks the server. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {matches, merged} from "../../../../static/js/room/shelf/finding.js";
import {aShelf, deck, GIN, ids, OWN, TEA} from "./shelves.mjs";

test("a deck is found by the words of its facts, in any order", () => {
  assert.ok(matches(TEA, "KITCHEN tea") && matches(TEA, " ") && matches(GIN, "de adult"));
  assert.ok(!matches(TEA, "tea gin"));
});

test("what is found takes its place, and what is new comes last", () => {
  assert.deepEqual(merged([TEA, GIN], [{...TEA, plays: 2}, OWN]), [{...TEA, plays: 2}, GIN, OWN]);
});

test("favourites come first, and have a tab", async () => {
  const {shelf} = await aShelf();
  assert.deepEqual(ids(shelf.shown), [3, 1, 2]);
  shelf.look({tab: "favourites"});
  assert.deepEqual(ids(shelf.shown), [3]);
});

test("a long shelf shows some rows, more when asked, and some again for other words", async () => {
  const {shelf} = await aShelf({decks: Array.from({length: 207}, (_, place) => deck(place + 1))});
  const rows = () => shelf.shown.slice(0, shelf.rows).length;
  const first = rows();
  assert.ok(first < 30);
  shelf.showMore();
  assert.equal(rows(), 2 * first);
  shelf.toggle(5);
  assert.equal(rows(), 2 * first);
  shelf.look({words: "deck"});
  assert.equal(rows(), first);
});

test("what is chosen stands on top, also while words hide it", async () => {
  const {shelf} = await aShelf();
  shelf.toggle(2);
  shelf.look({words: "kitchen"});
  assert.deepEqual([ids(shelf.picked), ids(shelf.shown)], [[1, 2], [1]]);
});

test("it narrows by words, language and rating", async () => {
  const {shelf} = await aShelf();
  shelf.look({language: "de"});
  assert.deepEqual(ids(shelf.shown), [2]);
  shelf.look({language: "", rating: "family"});
  assert.deepEqual(ids(shelf.shown), [1]);
  shelf.look({rating: "", words: "kitchen"});
  assert.deepEqual(ids(shelf.shown), [1]);
});

test("a deck whose language nobody knows adds none to choose from", async () => {
  const {shelf} = await aShelf({decks: [TEA], chosen: [TEA, {id: 7, name: "Old", black: 1, white: 2}]});
  assert.deepEqual(shelf.languages, ["en"]);
});

test("it tells which cards are double, once asked, and folds them up again", async () => {
  const found = {cards: [{kind: "white", text: "milk"}], more: 0};
  const {shelf} = await aShelf({twins: [found]});
  await shelf.tellAlike();
  assert.equal(shelf.alike, found);
  await shelf.tellAlike();
  assert.equal(shelf.alike, null);
});

test("what was double before another choice is not told any more", async () => {
  const {shelf} = await aShelf({twins: [{cards: [], more: 0}]});
  const asking = shelf.tellAlike();
  shelf.toggle(2);
  await asking;
  assert.equal(shelf.alike, null);
});

test("a list that does not come is told, and asked for again", async () => {
  const {shelf} = await aShelf({twins: []});
  await shelf.tellAlike();
  assert.deepEqual(shelf.alike, {failed: true});
});

test("a deck that is offered no more can be put back", async () => {
  const {shelf, moves} = await aShelf({chosen: [{id: 7, name: "Gone", black: 1, white: 2}]});
  assert.ok(ids(shelf.shown).includes(7));
  shelf.toggle(7);
  assert.deepEqual(moves, [{decks: []}]);
});

test("where there are more decks than fit, words are looked for on the server too", async (t) => {
  t.mock.timers.enable({apis: ["setTimeout"]});
  const {shelf, asked} = await aShelf({more: true});
  shelf.look({words: "nin"});
  shelf.look({words: "ninth & co"});
  t.mock.timers.tick(300);
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(asked, ["/decks.json", "/decks.json?q=ninth%20%26%20co"]);
  shelf.look({words: "ninth"});
  assert.deepEqual(ids(shelf.shown), [9]);
});

test("a shelf that did not open can be opened again", async () => {
  const {shelf} = await aShelf();
  shelf.list = null;
  shelf.get = async () => { throw new Error("500"); };
  await shelf.load();
  assert.equal(shelf.list, "failed");
});

test("a family table is offered what is for children of each set", async () => {
  const {shelf} = await aShelf();
  shelf.sets.offered = [{id: 4, name: "Both", description: "", own: false, decks: [1, 2]}, {id: 5, name: "Gin", description: "", own: false, decks: [2]}];
  shelf.setFamily(true);
  assert.deepEqual(shelf.takeable.map(({name, decks}) => [name, decks]), [["Both", [1]]]);
});

test("it narrows by tag, and to what is chosen", async () => {
  const {shelf} = await aShelf({chosen: [TEA, GIN]});
  shelf.look({tag: "kitchen"});
  assert.deepEqual([ids(shelf.shown), shelf.tags], [[1], ["kitchen"]]);
  shelf.look({tag: "", tab: "chosen"});
  assert.deepEqual(ids(shelf.shown), [1, 2]);
});
