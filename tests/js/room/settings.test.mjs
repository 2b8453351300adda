/** How we play, in the lobby and in mid-game; the clock and who may do what about it; answers that come too late. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {NOW, seat, show, table} from "./tables.mjs";
import {SETTINGS, rules} from "./rules.mjs";
import {makeActions} from "../../../static/js/room/actions.js";
import {wasLate} from "../../../static/js/room/changes.js";
import {freshState} from "../../../static/js/room/state.js";
import {roomView} from "../../../static/js/room/views/room.js";
import {tvView} from "../../../static/js/room/views/tv/tv.js";
import {refusal, told} from "../../../static/js/room/texts/words.js";

globalThis.navigator ??= {}; // older node has none

const HOST = ["start_game", "change_settings", "stop_clock"];
const lobby = (settings = {}, more = {}) => show(roomView, table("lobby", {settings: {...SETTINGS, ...settings}}), seat("1", HOST), more);
const option = (place, name) => place.querySelector(`[data-option="${name}"]`);

test("presets are one tap each, and the chosen one is marked", () => {
  const moves = [];
  const presets = [...lobby({}, {moves}).querySelectorAll("[data-testid=preset]")];
  assert.deepEqual(presets.map((one) => [words(one), one.getAttribute("aria-pressed")]), [["Classic 7 points", "true"], ["Quick 5 points", "false"]]);
  presets[1].click();
  assert.deepEqual(moves, [["choosePreset", rules.presets[1]]]);
});

test("other settings are the host's own mix", () => {
  const marked = (settings) => find(lobby(settings), "own-mix").hasAttribute("aria-current");
  assert.deepEqual([marked({}), marked({points: 10})], [false, true]);
  assert.equal(lobby({points: 10}).querySelector("[aria-pressed=true]"), null);
});

test("the rest is folded in groups, each with what is inside, or what differs from the usual", () => {
  const groups = [...lobby({points: 10}).querySelectorAll(".group > summary")].map(words);
  assert.deepEqual(groups, ["Deciding Who decides, Chooses, Timing", "End Points to win: 10"]);
  assert.equal(lobby({timing: "fixed"}).querySelectorAll(".group").length, 3);
});

test("each option has its sentence, and its control changes it", () => {
  const moves = [];
  const place = lobby({}, {moves});
  assert.match(words(option(place, "points")), /About points\./);
  option(place, "chooses").querySelector("input").click();
  const select = option(place, "points").querySelector("select");
  select.value = "5";
  select.dispatchEvent(new Event("change"));
  assert.deepEqual(moves, [["changeOption", "chooses", true], ["changeOption", "points", 5]]);
});

test("a refused change says why beside its control, which stands where it stood", () => {
  const place = lobby({who: "all"}, {ui: {change: {name: "chooses", value: true, id: "", why: "where all decide nobody chooses"}}});
  assert.equal(words(find(option(place, "chooses"), "refused")), "where all decide nobody chooses");
  assert.equal(option(place, "chooses").querySelector("input").checked, false);
  assert.equal(place.querySelectorAll("[data-testid=refused]").length, 1);
});

/** What the host's press changes on the page, and the moves that go out. */
function pressed(settings, name, value) {
  const [state, moves] = [freshState(), []];
  state.docs.table = table("lobby", {settings: {...SETTINGS, ...settings}});
  const connection = {move: (...move) => `m${moves.push(move)}`};
  makeActions({state, connection, rules, draw() {}}).changeOption(name, value);
  return [moves, state.ui.change];
}

test("a change goes out as the part of the settings that it is", () => {
  assert.deepEqual(pressed({}, "seconds.playing", 30),
    [[["change_settings", {settings: {seconds: {playing: 30}}}]], {name: "seconds.playing", value: 30, id: "m1", why: ""}]);
});

test("what does not go together does not even go out", () => {
  const [moves, change] = pressed({who: "all"}, "chooses", true);
  assert.deepEqual([moves, change.why], [[], "These do not go together: where all decide nobody chooses."]);
});

test("the others read what differs from the usual", () => {
  const read = (settings) => find(show(roomView, table("lobby", {settings: {...SETTINGS, ...settings}}), seat("2")), "how-we-play");
  assert.equal(words(read({})), "Classic 7 points");
  assert.deepEqual([...read({points: 10, chooses: true}).querySelectorAll("p, li")].map(words), ["A mix of our own", "Points to win: 10", "Chooses"]);
});

test("in mid-game the host finds the rules in the menu, the others do not", () => {
  const offered = (sits) => find(show(roomView, table("playing"), sits, {panel: "menu"}), "open-rules") !== null;
  assert.deepEqual([offered(seat("1", HOST)), offered(seat("2"))], [true, false]);
});

test("in mid-game what cannot change stands there without a control", () => {
  const place = show(roomView, table("playing"), seat("1", HOST), {panel: "rules"});
  assert.match(words(option(place, "hands")), /Cards in a hand 10 .*Fixed until this game ends/);
  assert.equal(option(place, "hands").querySelector("select"), null);
  assert.ok(option(place, "points").querySelector("select"));
});

const OFFERED = [{id: 3, name: "Family table", black: 1, white: 9}, {id: 5, name: "Cake", black: 1, white: 9}];

/** The deck chooser of a host in mid-game, with these decks chosen. */
function adding(chosen, moves = []) {
  const place = show(roomView, table("playing"), seat("1", HOST), {panel: "decks", decks: OFFERED, shelf: {fixed: [3], chosen}, moves});
  return place.querySelector("dialog");
}

test("in mid-game decks are added together, and those of the game stay", () => {
  const moves = [];
  const dialog = adding([3, 5], moves);
  assert.deepEqual([...dialog.querySelectorAll("[data-testid=deck-option]")].map((row) => row.disabled), [true, false]);
  assert.equal(words(find(dialog, "add-decks")), "Add 1 deck");
  find(dialog, "add-decks").click();
  assert.deepEqual(moves, [["addDecks"]]);
  assert.equal(find(adding([3]), "add-decks"), null);
});

test("everybody is told which decks came", () => {
  const more = [...Array(5).keys()].map((id) => ({id, name: `Deck ${id}`}));
  const tells = (decks, me) => told({type: "decks_added", player: "1", decks}, table("playing", {decks: more}), me, rules);
  assert.deepEqual([tells([1, 2], "2"), tells([1], "1"), tells([1, 2, 3, 4], "2")], ["Ann adds Deck 1 and Deck 2", "You add Deck 1", "Ann adds 4 decks"]);
});

const STOPPED = {deadline: undefined, clock_stopped: {by: "1", left: 12000}};

test("the host stops the clock and lets it run, host and judge give more time", () => {
  const controls = (sits, more) => [...show(roomView, table("playing", more), sits, {panel: "clock"}).querySelectorAll("dialog .stack button")].map(words);
  assert.deepEqual(controls(seat("1", ["stop_clock"])), ["+ 30 seconds", "Stop the clock"]);
  assert.deepEqual(controls(seat("1", ["start_clock"]), STOPPED), ["+ 30 seconds", "Let the clock run"]);
  assert.deepEqual([controls(seat("3")), controls(seat("2"))], [["+ 30 seconds"], []]);
});

test("the ring is a button for those who can do something about the time", () => {
  const button = (sits) => find(show(roomView, table("playing"), sits), "clock") !== null;
  assert.deepEqual([button(seat("1", ["stop_clock"])), button(seat("3")), button(seat("2"))], [true, true, false]);
});

test("everybody sees who has stopped the clock, and how much was left", () => {
  const stopped = table("playing", STOPPED);
  for (const drawn of [() => show(roomView, stopped, seat("2")), () => show(tvView, stopped)]) {
    const place = drawn();
    assert.equal(words(find(place, "clock-stopped")), "Ann has stopped the clock");
    assert.match(find(place, "countdown").getAttribute("aria-label"), /^12 seconds left/);
  }
  assert.equal(words(find(show(roomView, stopped, seat("1", ["start_clock"])), "clock-stopped")), "You have stopped the clock Let it run");
});

test("a ring is drawn against the time that this part of the round has, not that of its phase", () => {
  const clocks = [[{deadline: NOW + 10000, time_given: 20000}, 0.5], [{deadline: NOW + 60000, time_given: 60000}, 1], [{clock_stopped: {by: "1", left: 15000}, time_given: 60000}, 0.25]];
  for (const [clock, part] of clocks) {
    for (const view of [tvView, roomView]) {
      const left = show(view, table("judging", {deadline: undefined, ...clock}), view === tvView ? null : seat("2")).querySelector("[data-testid=countdown] .left");
      assert.ok(Math.abs(left.getAttribute("stroke-dashoffset") / left.getAttribute("stroke-dasharray") - (1 - part)) < 0.01);
    }
  }
});

/** Bob, who has chosen these cards, when the answers end. */
function ends(chosen, {played = false, log = []} = {}) {
  const [old, state] = [table("playing"), freshState()];
  if (played) old.players[2].played = true;
  Object.assign(state.docs, {table: table("revealing"), seat: seat("2")});
  state.ui.chosen = chosen;
  return wasLate(state, old, log);
}

test("who had chosen cards when the answers ended is told that the hand is kept", () => {
  assert.deepEqual([ends([12]), ends([]), ends([12], {played: true}), ends([12], {log: [{type: "played", player: "2"}]})], [true, false, false, false]);
});

test("too late is said warmly", () => {
  assert.equal(refusal({code: "too_late", message: "x"}), "Too late this time, your hand is kept");
});
