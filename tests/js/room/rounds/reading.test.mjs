/** Reading answers one by one, choosing what is read, and putting answers aside. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {NOW, seat, show, table} from "../tables.mjs";
import {follow} from "../../../../static/js/room/changes.js";
import {neighbour} from "../../../../static/js/room/rounds/answers.js";
import {Reading} from "../../../../static/js/room/rounds/reading.js";
import {freshState} from "../../../../static/js/room/state.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const OPEN = {0: {cards: ["a duck"]}, 1: {cards: ["free cake"]}, 2: {}, 3: {cards: ["Tea."]}};
const RANKED = {...table("judging").settings, top_three: true};
const judge = (can = ["pick_winner"]) => seat("3", can);

/** Somebody who reads at this table; `said` collects what people who listen are told. */
function reads(more = {}, sits = judge(), ui = {}) {
  const state = freshState();
  Object.assign(state.docs, {table: table("judging", {plays: OPEN, ...more}), seat: sits});
  Object.assign(state.ui, ui);
  const said = [];
  let now = 0;
  const reading = new Reading({state, changed: () => {}, say: (text) => said.push(text), now: () => now});
  return {state, ui: state.ui, reading, said, pass: (ms) => { now += ms; }};
}

test("the next answer is the next open one that is not put aside, round and round", () => {
  const shown = {plays: OPEN};
  assert.deepEqual([neighbour(shown, undefined, 1, []), neighbour(shown, undefined, -1, []), neighbour(shown, "1", 1, []), neighbour(shown, "3", 1, [])], ["0", "3", "3", "0"]);
  assert.deepEqual([neighbour(shown, "0", 1, ["1"]), neighbour(shown, "0", -1, ["3"]), neighbour(shown, "0", 1, ["1", "3"])], ["3", "1", undefined]);
});

test("whoever chooses one answer has chosen the one they read", () => {
  const {reading, ui, said} = reads();
  reading.step(1);
  assert.deepEqual([ui.picks, ui.look, said], [["0"], null, ["Answer 1 of 4: In the beginning there was a duck."]]);
  reading.step(-1);
  assert.deepEqual(ui.picks, ["3"]);
});

test("who waits, who puts three in order and who comes to the own answer reads and chooses nothing", () => {
  const waits = reads({}, seat("2"));
  const ranks = reads({settings: RANKED});
  const own = reads({decided_by: "vote"}, seat("2", ["vote"], {mine: "0"}));
  for (const {reading, ui} of [waits, ranks, own]) {
    reading.step(1);
    assert.deepEqual([ui.picks, ui.look], [[], "0"]);
  }
});

test("a choice that is taken back stays in sight", () => {
  const {reading, ui} = reads();
  reading.pick("1");
  reading.pick("1");
  assert.deepEqual([ui.picks, ui.look], [[], "1"]);
});

test("an answer that is put aside is chosen no more, and the same tap takes it back", () => {
  const {reading, ui} = reads({}, judge(), {picks: ["1"]});
  reading.putAside("1");
  assert.deepEqual([ui.aside, ui.picks, ui.look], [["1"], [], "1"]);
  reading.putAside("1", true);
  assert.deepEqual(ui.aside, []);
});

test("to choose an answer takes it back from those put aside", () => {
  const {reading, ui} = reads({}, judge(), {aside: ["0", "1"]});
  reading.pick("1");
  assert.deepEqual([ui.aside, ui.picks], [["0"], ["1"]]);
});

test("who waits puts nothing aside", () => {
  const {reading, ui} = reads({}, seat("2"));
  reading.putAside("1");
  assert.deepEqual(ui.aside, []);
});

test("what is put aside stays through turning and choosing, and is forgotten with the round", () => {
  const {state, ui} = reads({}, judge(), {aside: ["1"]});
  follow(state, table("revealing", {plays: OPEN}), [], 0);
  assert.deepEqual(ui.aside, ["1"]);
  follow(state, table("judging", {round: 3, plays: OPEN}), [], 0);
  assert.deepEqual(ui.aside, []);
});

test("a fresh turn is what everybody sees, whatever they have read before", () => {
  const {state, ui} = reads({phase: "revealing"}, seat("2"), {look: "0"});
  follow(state, state.docs.table, [{type: "revealed", play: "1"}], 0);
  assert.deepEqual([ui.look, state.lastTurned], [null, "1"]);
});

test("a double tap on a choice in the dock confirms nothing", () => {
  const {reading, pass} = reads();
  reading.pickInDock("1");
  assert.equal(reading.ready(), false);
  pass(700);
  assert.equal(reading.ready(), true);
});

const judging = (ui = {}, more = {}, sits = judge()) => show(roomView, table("judging", {plays: OPEN, ...more}), sits, {ui, moves: more.moves});

test("the reader counts, steps and puts aside", () => {
  const moves = [];
  const place = judging({look: "1"}, {moves});
  assert.equal(words(find(place, "place")), "2 of 4");
  for (const testid of ["read-back", "read-next", "put-aside"]) find(place, testid).click();
  assert.deepEqual(moves, [["step", -1], ["step", 1], ["putAside", "1"]]);
});

test("an answer that is put aside is dimmed where it lies, with its button pressed", () => {
  const place = judging({aside: ["1"]});
  assert.deepEqual([...place.querySelectorAll(".piles [data-play]")].map((card) => card.dataset.play), ["0", "1", "2", "3"]);
  assert.deepEqual([...place.querySelectorAll(".card-face.aside [data-play]")].map((card) => card.dataset.play), ["1"]);
  assert.equal(place.querySelector(".piles [data-aside='1']").getAttribute("aria-pressed"), "true");
});

test("whoever waits reads, and finds nothing to put aside", () => {
  const place = judging({look: "1"}, {}, seat("2"));
  assert.deepEqual([words(find(place, "place")), find(place, "put-aside"), find(place, "pile-aside")], ["2 of 4", null, null]);
});

test("the dock turns the next answer, and says when it is the first or the last one", () => {
  const moves = [];
  const dock = (plays) => show(roomView, table("revealing", {plays}), judge(["reveal_play"]), {moves}).querySelector(".dock");
  find(dock({0: {cards: ["a"]}, 1: {}, 2: {}}), "turn-next").click();
  assert.deepEqual(moves, [["move", "reveal_play", {play: "1"}]]);
  assert.deepEqual([{0: {}, 1: {}}, {0: {cards: ["a"]}, 1: {}, 2: {}}, {0: {cards: ["a"]}, 1: {}}].map((plays) => words(find(dock(plays), "turn-next"))),
    ["Turn the first one", "Turn next", "Turn the last one"]);
});

test("what the dock confirms is what stands in the black card, or it asks to choose that", () => {
  assert.equal(words(judging().querySelector(".dock")), "Tap or swipe to the answer you like best");
  assert.equal(words(find(judging({picks: ["1"]}), "confirm-winner")), "This one wins");
  const place = judging({look: "1"});
  assert.deepEqual([find(place, "confirm-winner"), words(find(place, "choose-this"))], [null, "Choose this one"]);
});

test("three in order have a place for the answer that is read beside the button that sends them", () => {
  const dock = (ui) => judging(ui, {settings: RANKED, plays: {...OPEN, 2: {cards: ["a spoon"]}}}).querySelector(".dock");
  assert.deepEqual([words(dock({picks: ["1"], look: "0"})), words(dock({picks: ["1"]}))], ["Second: this one 2 more", "Take it back 2 more"]);
  assert.equal(words(dock({picks: ["1", "0", "3"], look: "2"})), "Third: this one These win, in this order");
});

for (const [what, phase, sits, ui] of [["who plays", "playing", seat("2", ["play_cards"]), {chosen: [12]}], ["who judges", "judging", judge(), {picks: ["1"]}], ["who votes", "judging", seat("2", ["vote"]), {picks: ["1"]}]]) {
  test(`the button of ${what} carries the last ten seconds, and the last three pulse`, () => {
    const left = (ms) => find(show(roomView, table(phase, {deadline: NOW + ms, plays: OPEN}), sits, {ui}).querySelector(".dock .primary"), "last-seconds");
    assert.equal(left(10500), null);
    assert.deepEqual([words(left(4800)), left(4800).classList.contains("last")], [", 5", false]);
    assert.deepEqual([words(left(2800)), left(2800).classList.contains("last")], [", 3", true]);
  });
}
