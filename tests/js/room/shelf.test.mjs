/** The deck chooser: what it shows, what it sends, what this browser remembers. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {matches, merged} from "../../../static/js/room/shelf/finding.js";
import {Shelf} from "../../../static/js/room/shelf/shelf.js";
import {Store} from "../../../static/js/kit/storage.js";
import {FakeStorage} from "../fakes.mjs";

const deck = (id, more = {}) => ({id, name: `Deck ${id}`, rating: "family", language: "en", description: "", tags: [], black: 9, white: 90, ...more});
const TEA = deck(1, {name: "Tea", tags: ["kitchen"]});
const GIN = deck(2, {name: "Gin", rating: "adult", language: "de"});
const OWN = deck(3, {name: "Own", favourite: true, code: "CDFGHJKM", rating: "teen"});

/** An open shelf at a table with `chosen` decks, and all that it asked and sent. */
async function aShelf({decks = [TEA, GIN, OWN], chosen = [TEA], more = false, storage = new FakeStorage(), reply = {}, twins = [], runs = false} = {}) {
  const asked = [];
  const moves = [];
  const posted = [];
  const shelf = new Shelf({
    links: {decks: "/decks.json", deck_of_code: "/code/", doubles: "/doubles.json"}, changed() {}, store: new Store(() => storage),
    choose: (args) => `m${moves.push(args)}`,
    get: async (url) => {
      asked.push(url);
      if (url === "/doubles.json" && !twins.length) throw new Error("500");
      return url === "/doubles.json" ? twins.shift() : {decks: url.includes("?q=") ? [deck(9, {name: "Ninth"})] : decks, more};
    },
    send: async (url, body) => {
      posted.push(String(body));
      return reply;
    },
  });
  await shelf.open({decks: chosen}, runs);
  return {shelf, asked, moves, posted, storage};
}
const ids = (decks) => decks.map(({id}) => id);

test("while a game runs its decks stay, and new ones go out together, with their codes", async () => {
  const {shelf, moves} = await aShelf({decks: [TEA, GIN, {...OWN, own: false}], runs: true});
  for (const id of [1, 2, 3]) shelf.toggle(id);
  assert.deepEqual([moves, shelf.added], [[], [2, 3]]);
  shelf.toggle(2);
  shelf.tell();
  assert.deepEqual(moves, [{decks: [1, 3], codes: {3: "CDFGHJKM"}}]);
});

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

test("a deck that is offered no more can be put back", async () => {
  const {shelf, moves} = await aShelf({chosen: [{id: 7, name: "Gone", black: 1, white: 2}]});
  assert.ok(ids(shelf.shown).includes(7));
  shelf.toggle(7);
  assert.deepEqual(moves, [{decks: []}]);
});

test("a refused choice is undone, and an older one leaves the newest alone", async () => {
  const {shelf} = await aShelf();
  shelf.toggle(2);
  shelf.refused("m0", {decks: [TEA]});
  assert.deepEqual(shelf.chosen, [1, 2]);
  shelf.refused("m1", {decks: [TEA]});
  assert.deepEqual(shelf.chosen, [1]);
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
