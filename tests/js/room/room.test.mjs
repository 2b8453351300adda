/** The room's page without a browser: what is announced, what is forgotten, which rounds are asked for, when it is too old. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {follow} from "../../../static/js/room/changes.js";
import {narrate} from "../../../static/js/room/narration.js";
import {PastRounds} from "../../../static/js/room/past_rounds.js";
import {languageOf} from "../../../static/js/room/roles.js";
import {freshState} from "../../../static/js/room/state.js";
import {Release} from "../../../static/js/room/wire/release.js";
import {Store} from "../../../static/js/kit/storage.js";
import {FakeStorage} from "../fakes.mjs";

const BLACK = {text: "In the beginning there was _.", pick: 1};
const players = {1: {name: "Ann", score: 0, presence: "here"}, 2: {name: "Bob", score: 0, presence: "here"}};
const table = (more) => ({code: "KX7PQ", phase: "judging", game: 1, round: 2, judge: "1", players, waiting_for: ["1"], black_card: BLACK, ...more});
const OPEN = {0: {cards: ["Tea."]}, 1: {cards: ["a duck"]}, 2: {}};

test("a turned answer is read out with its place", () => {
  const now = table({phase: "revealing", plays: OPEN});
  assert.deepEqual(narrate(now, now, null, [{type: "revealed", play: "1"}]), ["Answer 2 of 3: In the beginning there was a duck."]);
});

test("the verdict is read out with the winning sentence", () => {
  const over = table({phase: "round_over", verdict: [{player: "2", play: "0", points: 1}], plays: OPEN, waiting_for: []});
  assert.deepEqual(narrate(table(), over, null, [{type: "won", player: "2", play: "0"}]), ["Bob wins the round: In the beginning there was Tea."]);
});

test("a new round is read out with its black card, and the same phase says nothing again", () => {
  const playing = table({phase: "playing", round: 3});
  assert.deepEqual(narrate(table({phase: "playing"}), playing, null, []), ["Ann judges. Waiting for Ann In the beginning there was ____."]);
  assert.deepEqual(narrate(playing, playing, null, [{type: "played", player: "2"}]), []);
});

function aChoice(now, seat = {player: "2", hand: [{id: 4, text: "Tea"}], can: []}) {
  const state = freshState();
  Object.assign(state.docs, {table: now, seat});
  Object.assign(state.ui, {chosen: [4, 9], picks: ["7"], look: "1"});
  return state;
}

test("cards that left the hand and plays that are gone are chosen no more", () => {
  const now = table({phase: "playing", black_card: {...BLACK, pick: 2}});
  const state = aChoice(now);
  assert.deepEqual(follow(state, now, [], 0), {phase: false, nudged: false});
  assert.deepEqual([state.ui.chosen, state.ui.picks], [[4], []]);
});

test("a new round forgets every choice", () => {
  const state = aChoice(table({phase: "playing", round: 3}));
  assert.equal(follow(state, table(), [], 0).phase, true);
  assert.deepEqual([state.ui.chosen, state.ui.look], [[], null]);
});

test("whoever is nudged is called back for a while", () => {
  const now = table();
  const state = aChoice(now);
  assert.equal(follow(state, now, [{type: "nudged", player: "2"}], 1000).nudged, true);
  assert.equal(state.calledUntil, 9000);
});

test("past rounds are asked for once each", async () => {
  const asked = [];
  const answers = [[{game: 1, round: 2}, {game: 1, round: 1}], [{game: 2, round: 1}], []];
  const history = new PastRounds({url: "/history.json", changed() {}, get: async (url) => {
    asked.push(url);
    return {rounds: answers.shift()};
  }});
  await Promise.all([history.load(), history.load()]);
  await history.load();
  await history.load();
  assert.deepEqual(asked, ["/history.json", "/history.json?after=1.2", "/history.json?after=2.1"]);
  assert.deepEqual(history.shown.map(({game, round}) => `${game}.${round}`), ["2.1", "1.2", "1.1"]);
});

test("rounds that did not come are told, and asked for again", async () => {
  const answers = [Promise.reject(new Error("500")), Promise.resolve({rounds: []})];
  const history = new PastRounds({url: "/", changed() {}, get: () => answers.shift()});
  await history.load();
  assert.equal(history.shown, "failed");
  await history.load();
  assert.deepEqual(history.shown, []);
});

function anOldPage(storage = new FakeStorage()) {
  const page = {reloads: 0};
  page.release = new Release({release: "0.1.0", store: new Store(() => storage), reload: () => { page.reloads += 1; }});
  return page;
}

test("a page of an older release loads itself again once it is safe", () => {
  const page = anOldPage();
  page.release.heard({protocol: 1, release: "0.2.0"});
  page.release.reloadWhen(false);
  assert.equal(page.reloads, 0);
  page.release.reloadWhen(true);
  assert.equal(page.reloads, 1);
});

test("a page that comes again as old as it was is not loaded for ever", () => {
  const storage = new FakeStorage();
  const reloads = [1, 2, 3].map(() => {
    const page = anOldPage(storage);
    page.release.heard({protocol: 1, release: "0.2.0"});
    page.release.reloadWhen(true);
    return page.reloads;
  });
  assert.deepEqual(reloads, [1, 0, 0]);
});

test("a page as new as the server stays, and one that speaks another protocol does not", () => {
  const page = anOldPage();
  page.release.heard({protocol: 1, release: "0.1.0"});
  page.release.reloadWhen(true);
  assert.equal(page.reloads, 0);
  page.release.heard({protocol: 2, release: "0.1.0"});
  page.release.reloadWhen(true);
  assert.equal(page.reloads, 1);
});

test("the language of cards is known where all decks have the same", () => {
  const decks = (...languages) => ({decks: languages.map((language) => ({language}))});
  assert.deepEqual([decks("de", "de"), decks("de", "en"), decks(undefined), decks()].map(languageOf), ["de", "", "", ""]);
});
