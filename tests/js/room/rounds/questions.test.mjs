/** The judge's question: black cards to choose from, one that is written, and what the others see meanwhile. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {roomView} from "../../../../static/js/room/views/room.js";
import {tvView} from "../../../../static/js/room/views/tv/tv.js";
import {told} from "../../../../static/js/room/texts/words.js";
import {canBeAsked, length, tooMuch, withBlank, written} from "../../../../static/js/room/rounds/written.js";

const CHOICES = [{text: "What is under the bed?", pick: 1}, {text: "Never mix _ and _.", pick: 2}];

function choosing(more = {}) {
  const plain = table("choosing", {waiting_for: ["3"], ...more});
  plain.settings = {...plain.settings, judge_chooses: 2, judge_writes: true};
  delete plain.black_card;
  return plain;
}
const judge = (can = ["choose_black", "write_black"]) => seat("3", can, {choices: CHOICES});

test("the judge chooses a black card, then confirms it in the dock", () => {
  const moves = [];
  show(roomView, choosing(), judge(), {moves}).querySelector("[data-question='1']").click();
  const place = show(roomView, choosing(), judge(), {ui: {question: 1}, moves});
  find(place.querySelector(".dock"), "ask").click();
  assert.deepEqual(moves, [["ask", 1], ["move", "choose_black", {choice: 1}]]);
});

test("a judge who may not write is not offered to", () => {
  assert.equal(find(show(roomView, choosing(), judge(["choose_black"])), "write-own"), null);
});

test("the card stands there while it is written", () => {
  const place = show(roomView, choosing(), judge(), {ui: {question: "own", draft: "Why  __ and _?"}});
  assert.deepEqual([words(find(place, "black-card")), find(place, "black-card").querySelectorAll(".blank").length], ["Why blank and blank? Pick 2", 2]);
  assert.equal(words(find(place, "count")), "12 / 200 of 200 characters");
});

test("what is written is asked as it is", () => {
  const moves = [];
  const place = show(roomView, choosing(), judge(), {ui: {question: "own", draft: "Why _?"}, moves});
  find(place, "ask-own").click();
  assert.deepEqual(moves, [["move", "write_black", {text: "Why _?"}]]);
});

test("nothing but blanks, too many of them, or too long a text cannot be asked", () => {
  assert.deepEqual(["", " _ _", "_ a _ b _ c _", "x".repeat(201), "Why?"].map(canBeAsked), [false, false, false, false, true]);
  assert.deepEqual([tooMuch("_ a _ b _ c _"), tooMuch("x".repeat(201)), tooMuch("Why?")], ["Three blanks at most", "A card holds 200 characters", ""]);
});

test("a written card reads as the server will have it", () => {
  assert.deepEqual([written(" Never  mix ___\nand _ "), written("Why?")], [{text: "Never mix _ and _", pick: 2}, {text: "Why?", pick: 1}]);
  assert.equal(length("a\u{1F986} "), 2);
});

test("a blank is put at the caret, with a space between it and words", () => {
  assert.deepEqual(withBlank("Never mixand", 9, 9), {text: "Never mix _ and", caret: 12});
  assert.deepEqual(withBlank("Bring me that!", 9, 13), {text: "Bring me _!", caret: 10});
});

test("the button puts it there and hands the text on", () => {
  const moves = [];
  const place = show(roomView, choosing(), judge(), {ui: {question: "own", draft: "Bring !"}, moves});
  find(place, "question-text").setSelectionRange(6, 6);
  find(place, "put-blank").click();
  assert.deepEqual([moves, find(place, "question-text").selectionStart], [[["phrase", "Bring _!"]], 7]);
});

test("the others see their hands, which can do nothing, and no question", () => {
  const place = show(roomView, choosing(), seat("2"));
  assert.equal(words(find(place, "status")), "Cleo is choosing the question");
  assert.deepEqual([place.querySelectorAll(".hand.still .card").length, find(place, "hand-card"), find(place, "question")], [2, null, null]);
  assert.equal(words(place.querySelector(".seat.judge .word")), "is choosing");
});

test("the big screen shows as many backs as there are cards to choose from", () => {
  assert.equal(show(tvView, choosing()).querySelectorAll(".backs .card").length, 2);
});

test("the others are told who wrote the question", () => {
  const entry = {type: "written", player: "3"};
  assert.deepEqual([told(entry, table("playing"), "2"), told(entry, table("playing"), "3")], ["Cleo wrote this question", ""]);
});
