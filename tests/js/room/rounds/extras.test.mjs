/** What rules of the house let a player do beside answering: small buttons above the hand. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {follow} from "../../../../static/js/room/changes.js";
import {freshState} from "../../../../static/js/room/state.js";
import {told} from "../../../../static/js/room/texts/words.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const playing = (can, options = {}, more = {}) => show(roomView, table("playing"), seat("2", ["play_cards", ...can], more), options);

test("where no rule offers anything there is no row", () => {
  assert.equal(playing([]).querySelector(".extras"), null);
});

test("putting a card away asks which, and leaves chosen cards alone", () => {
  const moves = [];
  find(playing(["discard"], {moves}), "discard").click();
  const place = playing(["discard"], {moves, ui: {tool: "discard", chosen: [11]}});
  assert.equal(place.querySelector("[data-card='11']").disabled, true);
  assert.deepEqual([words(find(place, "discard-card")), find(place, "discard-card").disabled], ["Tap the card that goes", true]);
  find(place, "discard-not").click();
  assert.deepEqual(moves, [["take", "discard"], ["take", ""]]);
});

test("the card that goes is confirmed by the button under the thumb", () => {
  const moves = [];
  const place = playing(["discard"], {moves, ui: {tool: "discard", away: 12}});
  assert.equal(find(place, "play"), null);
  find(place, "discard-card").click();
  assert.deepEqual(moves, [["discard"]]);
});

test("who may put no card away any more is not asked which", () => {
  const state = freshState();
  Object.assign(state.docs, {table: table("playing"), seat: seat("2", ["play_cards"])});
  Object.assign(state.ui, {tool: "discard", away: 12});
  follow(state, table("playing"), [], 0);
  assert.deepEqual([state.ui.tool, state.ui.away], ["", null]);
});

test("the others are told which card was put away", () => {
  const entry = {type: "discarded", player: "2", text: "a duck"};
  assert.equal(told(entry, table("playing"), "1"), "Bob puts away \u201Ca duck\u201D");
  assert.equal(told(entry, table("playing"), "2"), "");
});

test("a new hand is asked about twice and says what it costs", () => {
  const settings = {...table("playing").settings, swap_hand: "points", swap_price: 2};
  const place = show(roomView, table("playing", {settings}), seat("2", ["play_cards", "swap_hand"]));
  assert.equal(words(find(place, "swap-hand")), "New hand for 2 points");
  assert.equal(words(find(playing(["swap_hand"]), "swap-hand")), "New hand");
});

test("the judge may have a new hand while the others answer", () => {
  assert.ok(find(show(roomView, table("playing"), seat("3", ["swap_hand"])), "swap-hand"));
});

test("a card of one's own is written in a box and goes out as typed", () => {
  const moves = [];
  find(playing(["write_white"], {moves}), "write").click();
  const form = find(playing(["write_white"], {moves, ui: {tool: "write_white"}}, {blanks: 2}), "write-form");
  const box = form.querySelector("textarea");
  box.value = "my cat";
  box.dispatchEvent(new Event("input"));
  form.dispatchEvent(new Event("submit", {cancelable: true}));
  assert.deepEqual(moves, [["take", "write_white"], ["type", "my cat"], ["write"]]);
});

test("a written card lies with the hand and can be chosen, but not put away", () => {
  const moves = [];
  const written = {id: 540, text: "my cat"};
  const place = playing(["write_white"], {moves, ui: {chosen: [540]}}, {written});
  assert.equal(words(find(place, "black-card").querySelector(".answer")), "my cat");
  place.querySelector("[data-card='540']").click();
  assert.deepEqual(moves, [["choose", 540]]);
  assert.equal(playing(["discard"], {ui: {tool: "discard"}}, {written}).querySelector("[data-card='540']").disabled, true);
});

test("a card that waits or was refused is told and cannot be chosen", () => {
  for (const [mark, says] of [["waiting", "waits for the host"], ["refused", "write another one"]]) {
    const place = playing(["write_white"], {}, {written: {id: 540, text: "my cat", [mark]: true}});
    assert.match(words(find(place, "written")), new RegExp(says));
    assert.equal(place.querySelector("[data-card='540']"), null);
  }
});

test("the host reads what waits and answers with a press", () => {
  const moves = [];
  const judge = seat("3", ["approve_card"], {to_approve: [{id: 540, text: "my cat"}]});
  const place = show(roomView, table("playing"), judge, {moves});
  find(place, "approve").click();
  find(place, "approve-not").click();
  assert.deepEqual(moves.map(([, , args]) => args), [{card: 540, ok: true}, {card: 540, ok: false}]);
});

test("two answers are chosen one after the other and played together", () => {
  const moves = [];
  find(playing(["wager"], {moves}), "wager").click();
  const place = playing(["wager"], {moves, ui: {tool: "wager", chosen: [12, 11]}});
  assert.deepEqual([...place.querySelectorAll(".badge")].map(words), ["chosen, place 2", "chosen, place 1"]);
  assert.equal(words(find(place, "play")), "Play both answers");
  find(place, "wager-not").click();
  assert.deepEqual(moves, [["take", "wager"], ["take", ""]]);
});

test("one card is not enough for two answers", () => {
  const play = find(playing(["wager"], {ui: {tool: "wager", chosen: [12]}}), "play");
  assert.deepEqual([words(play), play.disabled], ["1 more card", true]);
});

test("who has played two answers sees the second one", () => {
  const place = show(roomView, table("playing"), seat("2", ["take_back"], {play: [12], second_play: [11]}));
  assert.match(words(find(place, "second")), /Tea\./);
});

test("both answers of one's own are marked", () => {
  const place = show(roomView, table("judging"), seat("1", ["like"], {mine: "0", second_mine: "1"}));
  assert.equal(place.querySelectorAll(".yours").length, 2);
  assert.equal(find(place, "like"), null);
});
