/** The room's page without a browser: what is announced, what is forgotten, which rounds are asked for, when it is too old. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {follow} from "../../../static/js/room/changes.js";
import {narrate} from "../../../static/js/room/texts/narration.js";
import {PastRounds} from "../../../static/js/room/rounds/past_rounds.js";
import {languageOf} from "../../../static/js/room/roles.js";
import {freshState} from "../../../static/js/room/state.js";
import {Release} from "../../../static/js/room/wire/release.js";
import {Store} from "../../../static/js/kit/storage.js";
import {FakeStorage} from "../fakes.mjs";

const BLACK = {text: "In the beginning there was _.", pick: 1};
const players = {1: {name: "Ann", score: 0, presence: "here"}, 2: {name: "Bob", score: 0, presence: "here"}};
const table = (more) => ({code: "KX7PQ", phase: "judging", game: 1, round: 2, judge: "1", players, waiting_for: ["1"], settings: {}, black_card: BLACK, ...more});
const OPEN = {0: {cards: ["Tea."]}, 1: {cards: ["a duck"]}, 2: {}};

test("a turned answer is read out with its place", () => {
  const now = table({phase: "revealing", plays: OPEN});
  assert.deepEqual(narrate(now, now, null, [{type: "revealed", play: "1"}]), ["Answer 2 of 3: In the beginning there was a duck."]);
});

test("the verdict is read out with the winning sentence", () => {
  const over = table({phase: "round_over", verdict: [{player: "2", play: "0", points: 1}], plays: OPEN, waiting_for: []});
  assert.deepEqual(narrate(table(), over, null, [{type: "won", player: "2", play: "0"}]), ["Bob wins the round: In the beginning there was Tea."]);
});

test("a shared verdict is read out with both sentences, and places by their names", () => {
  const verdict = [{player: "1", play: "0", points: 3}, {player: "2", play: "1", points: 2}];
  const over = (...entries) => narrate(table(), table({phase: "round_over", verdict: entries, plays: OPEN, waiting_for: []}), null, [])[0];
  assert.equal(over(verdict[0], {...verdict[1], points: 3}), "Ann and Bob share it, 3 points each: In the beginning there was Tea. And: In the beginning there was a duck.");
  assert.equal(over(...verdict), "Ann wins the round: 3 points: In the beginning there was Tea. Second: Bob.");
});

test("whoever listens hears at once that they decide, though the phase stays", () => {
  const before = table({plays: OPEN, decided_by: "judge"});
  const gone = {...before, judge: undefined, decided_by: "vote", former_judge: {player: "1", why: "judge_slept"}, deadline: 1};
  assert.deepEqual(narrate(before, gone, {player: "2", can: ["vote"]}, [{type: "table_decides", why: "judge_slept"}]), ["Ann ran out of time: you decide, 20 seconds"]);
});

test("the last round is read out as such", () => {
  assert.match(narrate(null, table({phase: "playing", finale: "double"}), null, [])[0], /^Last round: double points\. Ann judges\./);
  assert.match(narrate(null, table({phase: "playing", finale: "haiku"}), null, [])[0], /^Last round: a haiku, double points\. /);
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

test("a vote that has come in is chosen no more, and another way to decide forgets what was chosen", () => {
  const now = table({decided_by: "vote", plays: OPEN});
  const state = aChoice(now, {player: "2", hand: [], vote: ["1"], can: ["vote"]});
  state.ui.picks = ["1"];
  follow(state, now, [], 0);
  assert.deepEqual(state.ui.picks, []);
  state.ui.picks = ["0"];
  follow(state, {...now, decided_by: "judge"}, [], 0);
  assert.deepEqual(state.ui.picks, []);
});

test("of answers that open together none was turned last", () => {
  const revealed = (...plays) => {
    const state = aChoice(table({plays: OPEN}));
    follow(state, table({phase: "revealing"}), plays.map((play) => ({type: "revealed", play})), 0);
    return state.lastTurned;
  };
  assert.deepEqual([revealed("0", "1"), revealed("1")], [undefined, "1"]);
});

test("points beside the verdict stand there until the phase is over", () => {
  const state = aChoice(table({phase: "round_over"}));
  follow(state, table(), [{type: "points", player: "2", points: 2}, {type: "points", player: "2", points: -1}], 0);
  assert.deepEqual(state.beside, {2: 1});
  follow(state, table(), [], 0);
  assert.deepEqual(state.beside, {});
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
