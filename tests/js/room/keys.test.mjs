/** The keyboard: what single keys do at the table, and that they can be switched off. */
import assert from "node:assert/strict";
import {test} from "node:test";
import "../dom.mjs";
import {watchHelp} from "../../../static/js/room/help_key.js";
import {watchKeys} from "../../../static/js/room/keys.js";

let room;
watchHelp(() => room);
watchKeys(() => room);

/** What the keys of somebody who chooses from two cards did. */
function pressed(keys, more = {}) {
  const done = [];
  const act = new Proxy({}, {get: (target, name) => (...args) => done.push([name, ...args])});
  room = {
    act, reading: act, chooses: true, shortcuts: true, panels: {name: ""}, table: {phase: "playing", settings: {}, black_card: {pick: 1}},
    seat: {hand: [{id: 11}, {id: 12}], can: []}, ui: {chosen: [], picks: [], question: null}, sending: () => false, ...more,
  };
  keys.forEach((key) => document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})));
  return done;
}

test("digits choose cards, and the question mark explains", () => {
  assert.deepEqual(pressed(["2", "9", "?"]), [["choose", 12], ["open", "explain"]]);
});

test("Enter plays once enough is chosen", () => {
  assert.deepEqual(pressed(["Enter"]), []);
  assert.deepEqual(pressed(["Enter"], {ui: {chosen: [11], picks: [], question: null}}), [["play"]]);
});

const PLAYS = {0: {cards: ["a"]}, 1: {cards: ["b"]}, 2: {cards: ["c"]}};
const voting = (picks, settings = {}) => ({
  chooses: false, table: {phase: "judging", settings, plays: PLAYS}, ui: {chosen: [], picks, question: null}, seat: {hand: [], can: ["vote"], mine: "1", vote: ["0"]},
});

test("digits choose the others' answers, and look at the own one", () => {
  assert.deepEqual(pressed(["1", "2", "3"], voting([])), [["pick", "0"], ["look", "1"], ["pick", "2"]]);
});

test("Enter votes for another answer than before, and three in order once they are complete", () => {
  assert.deepEqual([pressed(["Enter"], voting(["0"])), pressed(["Enter"], voting(["2"]))], [[], [["move", "vote", {play: "2"}]]]);
  assert.deepEqual([pressed(["Enter"], voting(["2"], {top_three: true})), pressed(["Enter"], voting(["2", "0"], {top_three: true}))],
    [[], [["move", "vote", {plays: ["2", "0"]}]]]);
});

test("arrows read the answers, X puts one aside and means nothing where keys for cards are switched off", () => {
  const reading = {...voting([]), focus: "2"};
  assert.deepEqual(pressed(["ArrowRight", "ArrowLeft", "x"], reading), [["step", 1], ["step", -1], ["putAside", "2", true]]);
  assert.deepEqual(pressed(["ArrowRight", "X"], {...reading, shortcuts: false}), [["step", 1]]);
  assert.deepEqual(pressed(["ArrowRight", "x"]), []);
});

test("Enter turns the next answer for whoever may", () => {
  const turning = {chooses: false, focus: "0", table: {phase: "revealing", settings: {}, plays: {0: {cards: ["a"]}, 1: {}, 2: {}}}, ui: {chosen: [], picks: [], question: null}};
  assert.deepEqual(pressed(["Enter"], {...turning, seat: {can: ["reveal_play"]}}), [["move", "reveal_play", {play: "1"}]]);
  assert.deepEqual(pressed(["Enter"], {...turning, seat: {can: []}}), []);
});

test("a judge chooses the question with a digit, and asks it with Enter", () => {
  const asking = (question) => ({chooses: false, table: {phase: "choosing", settings: {}}, seat: {hand: [], can: ["choose_black"], choices: [{}, {}]}, ui: {chosen: [], picks: [], question}});
  assert.deepEqual([pressed(["2", "3"], asking(null)), pressed(["Enter"], asking(1)), pressed(["Escape"], asking(1))], [[["ask", 1]], [["move", "choose_black", {choice: 1}]], [["ask", 1]]]);
});

test("Escape puts the last card back, or takes back the judge's choice", () => {
  assert.deepEqual(pressed(["Escape"], {ui: {chosen: [11, 12], pickss: [], question: null}}), [["choose", 12]]);
  assert.deepEqual(pressed(["Escape"], {chooses: false, ui: {chosen: [], picks: ["1"], question: null}}), [["pick", "1"]]);
});

test("with the keys for cards switched off, Enter and Escape still work", () => {
  assert.deepEqual(pressed(["2", "?", "Escape"], {shortcuts: false, ui: {chosen: [11], picks: [], question: null}}), [["choose", 11]]);
});

test("an open panel has the keys to itself", () => {
  assert.deepEqual(pressed(["1", "?"], {panels: {name: "menu"}}), []);
});
