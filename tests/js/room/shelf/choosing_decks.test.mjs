/** The deck chooser: what is chosen, what it sends, what this browser remembers. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {FakeStorage} from "../../fakes.mjs";
import {aShelf, deck, GIN, ids, OWN, TEA} from "./shelves.mjs";

test("while a game runs its decks stay, and new ones go out together, with their codes", async () => {
  const {shelf, moves} = await aShelf({decks: [TEA, GIN, {...OWN, own: false}], runs: true});
  for (const id of [1, 2, 3]) shelf.toggle(id);
  assert.deepEqual([moves, shelf.added], [[], [2, 3]]);
  shelf.toggle(2);
  shelf.tell();
  assert.deepEqual(moves, [{decks: [1, 3], codes: {3: "CDFGHJKM"}}]);
});

test("a choice is sent with the codes of what is not listed", async () => {
  const {shelf, moves} = await aShelf();
  shelf.toggle(3);
  assert.deepEqual(moves, [{decks: [1, 3], codes: {3: "CDFGHJKM"}}]);
  shelf.toggle(3);
  shelf.toggle(1);
  assert.deepEqual(moves.slice(1), [{decks: [1]}, {decks: []}]);
});

test("what was chosen on this device is found again, the latest first", async () => {
  const {shelf, storage} = await aShelf();
  shelf.toggle(2);
  shelf.toggle(3);
  const {shelf: next} = await aShelf({storage});
  next.look({tab: "recent"});
  assert.deepEqual(ids(next.shown), [3, 2]);
});

test("a memory that is no list of numbers is no memory", async () => {
  const storage = new FakeStorage();
  storage.setItem("recent-decks", '["1", 2, {}]');
  storage.setItem("family-table", '"yes"');
  const {shelf} = await aShelf({storage});
  assert.deepEqual([shelf.recent, shelf.family], [[2], false]);
  storage.setItem("recent-decks", "{");
  assert.deepEqual((await aShelf({storage})).shelf.recent, []);
});

test("a family table hides the others, puts them back, and says so to the server", async () => {
  const {shelf, moves, storage} = await aShelf({chosen: [TEA, GIN]});
  shelf.setFamily(true);
  assert.deepEqual(ids(shelf.shown), [1]);
  assert.deepEqual(moves, [{decks: [1], family: true}]);
  assert.match(shelf.said, /^1 deck goes back/);
  assert.equal((await aShelf({storage})).shelf.family, true);
  shelf.setFamily(false);
  assert.equal(moves.length, 1);
});

test("no code is sent of the host's own decks, however many", async () => {
  const own = Array.from({length: 204}, (_, place) => deck(1000 + place, {own: true, code: "CDFGHJKM"}));
  const {shelf, moves} = await aShelf({decks: own, chosen: own.slice(1)});
  shelf.toggle(1000);
  assert.deepEqual([moves.length, moves[0].decks.length, "codes" in moves[0]], [1, 204, false]);
});

test("no code is sent of a deck that stays on the table", async () => {
  const {shelf, moves} = await aShelf({chosen: [TEA, OWN]});
  shelf.toggle(2);
  assert.deepEqual(moves, [{decks: [1, 3, 2]}]);
});

test("a deck that was taken off the table needs its code again", async () => {
  const {shelf, moves} = await aShelf({chosen: [TEA, OWN]});
  shelf.toggle(3);
  shelf.toggle(3);
  assert.deepEqual(moves, [{decks: [1]}, {decks: [1, 3], codes: {3: "CDFGHJKM"}}]);
});

test("after a refusal a deck that is on the table no more needs its code", async () => {
  const {shelf, moves} = await aShelf({chosen: [TEA, OWN]});
  shelf.toggle(2);
  shelf.refused("m1", {decks: [TEA]});
  shelf.toggle(3);
  assert.deepEqual(moves[1], {decks: [1, 3], codes: {3: "CDFGHJKM"}});
});

test("a deck by its code is chosen at once", async () => {
  const {shelf, moves, posted} = await aShelf({reply: {ok: true, data: {deck: deck(8, {code: "CDFGHJK8"})}}});
  shelf.look({code: "cdfg hjk8"});
  await shelf.addCode();
  assert.deepEqual([posted, moves], [["code=cdfg+hjk8"], [{decks: [1, 8], codes: {8: "CDFGHJK8"}}]]);
  assert.equal(shelf.code, "");
});

test("a family table takes no adult deck by its code", async () => {
  const {shelf, moves} = await aShelf({reply: {ok: true, data: {deck: deck(8, {rating: "adult"})}}});
  shelf.setFamily(true);
  shelf.look({code: "CDFGHJK8"});
  await shelf.addCode();
  assert.match(shelf.trouble, /not for a family table/);
  assert.deepEqual([moves, shelf.code], [[], "CDFGHJK8"]);
});

test("a wrong code stays in its field, with the reason", async () => {
  const {shelf, moves} = await aShelf({reply: {ok: false, data: {message: "No deck has this code."}}});
  shelf.look({code: "CDFGHJK8"});
  await shelf.addCode();
  assert.deepEqual([shelf.trouble, shelf.code, shelf.busy, moves], ["No deck has this code.", "CDFGHJK8", false, []]);
});

test("a refused choice is undone, and an older one leaves the newest alone", async () => {
  const {shelf} = await aShelf();
  shelf.toggle(2);
  shelf.refused("m0", {decks: [TEA]});
  assert.deepEqual(shelf.chosen, [1, 2]);
  shelf.refused("m1", {decks: [TEA]});
  assert.deepEqual(shelf.chosen, [1]);
});

test("a set is chosen in one move, with the codes it needs", async () => {
  const {shelf, moves} = await aShelf();
  shelf.sets.offered = [{id: 4, name: "Both", description: "", own: false, decks: [2, 3]}];
  shelf.toggleSet(shelf.takeable[0]);
  shelf.toggleSet(shelf.takeable[0]);
  assert.deepEqual(moves, [{decks: [1, 2, 3], codes: {3: "CDFGHJKM"}}, {decks: [1]}]);
});

const ALL = {id: 4, name: "Both", description: "", own: false, decks: [2, 3]};

test("a deck that nobody has chosen makes room for a set, and comes back when the set goes", async () => {
  const {shelf, moves} = await aShelf({chosen: [{...TEA, by_default: true}]});
  shelf.toggleSet(ALL);
  assert.equal(shelf.said, "Tea made room for it.");
  shelf.toggleSet(ALL);
  assert.deepEqual(moves.map((move) => move.decks), [[2, 3], [1]]);
});

test("a deck that was there by default stays once it is chosen by hand, or with a set", async () => {
  const byHand = await aShelf({chosen: [{...TEA, by_default: true}]});
  byHand.shelf.toggle(1);
  byHand.shelf.toggle(1);
  const withSet = await aShelf({chosen: [{...TEA, by_default: true}]});
  withSet.shelf.toggleSet({...ALL, decks: [1]});
  withSet.shelf.toggleSet({...ALL, decks: [1, 3]});
  for (const {shelf} of [byHand, withSet]) {
    shelf.toggleSet(ALL);
    assert.ok(shelf.chosen.includes(1) && !shelf.said);
  }
});
