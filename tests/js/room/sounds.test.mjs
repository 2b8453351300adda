/** Which sounds go with which change of the documents, and who hears them. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find} from "../dom.mjs";
import {NOW, seat, show, table} from "./tables.mjs";
import {soundsFor, ticksOf} from "../../../static/js/room/sound/moments.js";
import {NOTES} from "../../../static/js/room/sound/notes.js";
import {Sounds} from "../../../static/js/room/sound/sounds.js";
import {menuPanel} from "../../../static/js/room/views/panels/menu.js";
import {Synth} from "../../../static/js/kit/sound.js";

const played = (...numbers) => {
  const one = table("playing");
  numbers.forEach((number) => Object.assign(one.players[number], {played: true}));
  return one;
};
const heard = (old, now, log = [], seats = [null, null]) => soundsFor({table: old, seat: seats[0]}, {table: now, seat: seats[1]}, log);

const MOMENTS = {
  "a round is dealt": [table("round_over"), table("playing", {round: 5}), [], ["deal"]],
  "an answer lands": [played(), played("2"), [], ["land"]],
  "an answer is taken back": [played("2"), played(), [], []],
  "a card is turned": [table("revealing"), table("revealing"), [{type: "revealed", play: "1"}], ["flip"]],
  "somebody wins": [table("judging"), table("round_over"), [], ["roll", "fanfare"]],
  "nobody wins": [table("judging"), table("round_over", {verdict: undefined, winner: undefined, void: "judge_gone"}), [], []],
  "the game is over": [table("round_over"), table("game_over"), [], ["roll", "fanfare"]],
  "somebody sits down": [table("lobby"), table("lobby", {serves: 44}), [{type: "joined", player: "4"}], ["land"]],
  "a page that has just been opened": [null, table("round_over"), [], []],
};
for (const [what, [old, now, log, wanted]] of Object.entries(MOMENTS)) {
  test(`${what}: ${wanted.join(", ") || "silence"}`, () => assert.deepEqual(heard(old, now, log), wanted));
}

test("a player is called once when it is their turn", () => {
  const [before, turn] = [seat("2"), seat("2", ["play_cards"])];
  assert.deepEqual(heard(table("round_over"), table("playing", {round: 5}), [], [before, turn]), ["deal", "turn"]);
  assert.deepEqual(heard(played(), played("4"), [], [turn, turn]), ["land"]);
});

test("the last five seconds tick, but not those of a pause", () => {
  assert.deepEqual(ticksOf(table("playing", {deadline: NOW + 3500}), NOW), [500, 1500, 2500]);
  assert.deepEqual([ticksOf(table("round_over"), NOW), ticksOf(table("playing", {deadline: undefined}), NOW)], [[], []]);
});

/** Sounds of a phone, with the notes that were played and what was kept. */
function ofAPhone(kept = {}) {
  const [notes, timers] = [[], []];
  const synth = {ready: true, wake: async () => true, play: (some) => notes.push(Object.keys(NOTES).find((name) => NOTES[name] === some))};
  const store = {get: (key) => kept[key] ?? null, set: (key, value) => { kept[key] = {...value}; }};
  const sounds = new Sounds({synth, store, key: "sounds", usual: {table: false, turn: true}, now: () => NOW, later: (run) => timers.push(run), cancel: () => {}});
  return {sounds, notes, kept, timers};
}

test("a phone says nothing but that it is one's turn", () => {
  const {sounds, notes, timers} = ofAPhone();
  sounds.heard({table: table("round_over"), seat: seat("2")}, {table: table("playing", {round: 5}), seat: seat("2", ["play_cards"])}, []);
  timers.forEach((run) => run());
  assert.deepEqual(notes, ["turn"]);
});

test("who wants the sounds of the table hears them, also after the page was loaded again", async () => {
  const {sounds, kept} = ofAPhone();
  await sounds.want("table", true);
  const {sounds: again, notes} = ofAPhone(kept);
  again.heard({table: table("round_over"), seat: null}, {table: table("playing", {round: 5}), seat: null}, []);
  assert.deepEqual(notes, ["deal"]);
});

/** A context that counts what is started in it. */
function aContext(state = "running") {
  const param = {setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {}};
  const node = () => ({gain: param, frequency: param, connect: (next) => next, start() { context.started += 1; }, stop() {}});
  const context = {started: 0, state, currentTime: 0, sampleRate: 10, destination: {}, createGain: node, createOscillator: node, createBufferSource: node, createBiquadFilter: node,
    createBuffer: () => ({getChannelData: () => new Float32Array(10)}), resume: async () => { context.state = "running"; }};
  return context;
}

test("every sound can be played, and none while nobody looks at the page", async () => {
  let shown = true;
  const context = aContext("suspended");
  const synth = new Synth({make: () => context, shown: () => shown});
  synth.play(NOTES.deal);
  assert.equal(context.started, 0);
  assert.equal(await synth.wake(), true);
  Object.values(NOTES).forEach((notes) => synth.play(notes));
  assert.equal(context.started, Object.values(NOTES).flat().length);
  shown = false;
  synth.play(NOTES.deal);
  assert.equal(context.started, Object.values(NOTES).flat().length);
});

test("a browser without sounds is silent", async () => {
  const synth = new Synth({make: () => null});
  assert.equal(await synth.wake(), false);
  synth.play(NOTES.turn);
});

test("the menu switches the sounds of the table, and the one for one's own turn", () => {
  const moves = [];
  const place = show(menuPanel, table("playing"), seat("2"), {moves});
  find(place, "sound-table").click();
  find(place, "sound-turn").click();
  assert.deepEqual(moves, [["want", "table", true], ["want", "turn", false]]);
});
