/** Sets of decks in the chooser: taken whole, and kept for the next table. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {pressed, taken, within} from "../../../../static/js/room/shelf/set_choice.js";
import {Sets} from "../../../../static/js/room/shelf/sets.js";
import {Store} from "../../../../static/js/kit/storage.js";
import {FakeStorage} from "../../fakes.mjs";

const OFFICIAL = {id: 4, name: "Official", decks: [1, 2], description: "", own: false};

function someSets({signedIn = false, storage = new FakeStorage(), reply = {}} = {}) {
  const posted = [];
  const sets = new Sets({
    links: {keep_decks: "/keep/", forget_decks: "/deck-sets/0/forget/"}, changed() {}, store: new Store(() => storage), signedIn,
    send: async (url, body) => {
      posted.push(`${url} ${body}`);
      return reply;
    },
  });
  return {sets, posted, storage};
}

async function keep(sets, name, chosen) {
  sets.call(name);
  await sets.keep(chosen);
}

test("a press takes a whole set, and puts back one that was taken whole", () => {
  assert.deepEqual(pressed([1, 2], [2, 7]), [2, 7, 1]);
  assert.deepEqual(pressed([1, 2], [2, 7, 1]), [7]);
});

test("a deck that is there by default makes room, unless the set has it", () => {
  assert.deepEqual([pressed([2, 3], [1], [1]), pressed([1, 2], [1], [1]), pressed([2, 3], [2, 3], [1])], [[2, 3], [1, 2], [1]]);
});

test("a set says whether all, some or none of it is chosen", () => {
  assert.deepEqual([[1, 2], [1], [7]].map((chosen) => taken([1, 2], chosen)), ["true", "mixed", "false"]);
});

test("a set keeps only what the table may take, and an empty one goes", () => {
  assert.deepEqual(within([OFFICIAL, {...OFFICIAL, decks: [9]}], [2]), [{...OFFICIAL, decks: [2]}]);
});

test("who has no account finds a kept choice in this browser again", async () => {
  const {sets, posted, storage} = someSets();
  await keep(sets, " Friday  at ours ", [1, 2]);
  await keep(sets, "Friday at ours", [1, 7]);
  const next = someSets({storage}).sets;
  assert.deepEqual([next.own.map(({name, decks}) => [name, decks]), posted], [[["Friday at ours", [1, 7]]], []]);
});

test("who has an account keeps it there", async () => {
  const {sets, posted} = someSets({signedIn: true, reply: {ok: true, data: {sets: [{...OFFICIAL, id: 9, name: "Friday", own: true}]}}});
  sets.offered = [OFFICIAL];
  await keep(sets, "Friday", [1]);
  assert.deepEqual([posted, sets.all.map(({name}) => name), sets.said], [["/keep/ name=Friday"], ["Official", "Friday"], "\u201CFriday\u201D is kept."]);
  await sets.forget(sets.own[0]);
  assert.equal(posted[1], "/deck-sets/9/forget/ ");
});

test("a kept choice can be let go", async () => {
  const {sets, storage} = someSets();
  await keep(sets, "Friday", [1]);
  await keep(sets, "Sunday", [2]);
  await sets.forget(sets.own[0]);
  assert.deepEqual(someSets({storage}).sets.own.map(({name}) => name), ["Sunday"]);
});

test("what cannot be kept says why, and the name stays", async () => {
  const {sets, posted} = someSets({signedIn: true, reply: {ok: false, data: {message: "You keep 30 choices already."}}});
  await keep(sets, "Friday", []);
  assert.match(sets.trouble, /Choose some decks/);
  await keep(sets, " ", [1]);
  assert.match(sets.trouble, /a name/);
  await keep(sets, "Friday", [1]);
  assert.deepEqual([sets.trouble, sets.name, posted.length], ["You keep 30 choices already.", "Friday", 1]);
});

test("what older releases or strangers wrote into the browser is left out", () => {
  const storage = new FakeStorage();
  storage.setItem("kept-decks", '[1, {"name": "x"}, {"name": "Good", "decks": [3]}, {"name": "y", "decks": ["a"]}, null]');
  assert.deepEqual(someSets({storage}).sets.own.map(({name}) => name), ["Good"]);
});
