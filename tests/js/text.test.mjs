/** Card texts: blanks, answers, emphasis. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {answer, counted, emphasis, fill, listed, sentence, size} from "../../static/js/text.js";

test("it fills the blanks in order", () => {
  assert.equal(sentence({text: "_ and _.", pick: 2}, ["a duck", "taxes"]), "A duck and taxes.");
});

test("it repeats the last card when there are more blanks than cards", () => {
  assert.equal(sentence({text: "_, _ and _", pick: 1}, ["tea"]), "Tea, tea and tea");
  assert.equal(sentence({text: "_, _ and _", pick: 2}, ["tea", "cake"]), "Tea, cake and cake");
});

test("it leaves a blank open until its card is chosen", () => {
  const open = fill({text: "_ and _.", pick: 2}, ["a duck"]);
  assert.deepEqual(open, [{text: "A duck", answer: 0}, {text: " and "}, {blank: 1}, {text: "."}]);
});

test("it puts an answer without a blank on its own line", () => {
  assert.deepEqual(fill({text: "Why?", pick: 1}, ["Taxes."]), [{text: "Why?"}, {text: "\n"}, {text: "Taxes.", answer: 0}]);
  assert.equal(sentence({text: "Three wishes?", pick: 3}, ["a", "b", "c"]), "Three wishes? A b c");
});

test("it takes a run of underscores for one blank", () => {
  assert.equal(sentence({text: "____!", pick: 1}, ["Ducks"]), "Ducks!");
});

test("it drops an answer's own full stop, but no ellipsis", () => {
  assert.deepEqual(["a duck.", "well...", "no."].map(answer), ["a duck", "well...", "no"]);
});

test("it begins a sentence with a capital letter", () => {
  assert.equal(sentence({text: "_ walked in. _ left.", pick: 2}, ["a duck", "*taxes*"]), "A duck walked in. Taxes left.");
  assert.equal(sentence({text: "Why? _", pick: 1}, ["\u201Cno\u201D"]), "Why? \u201CNo\u201D");
  assert.equal(sentence({text: "\u201C_\u201D, she said.", pick: 1}, ["\u00E9clairs"]), "\u201C\u00C9clairs\u201D, she said.");
});

test("it leaves the letters of an answer alone anywhere else", () => {
  assert.equal(sentence({text: "And then... _", pick: 1}, ["a duck"]), "And then... a duck");
  assert.equal(sentence({text: "I want _, _.", pick: 2}, ["a duck", "taxes"]), "I want a duck, taxes.");
  assert.equal(sentence({text: "_ broke.", pick: 1}, ["iPads"]), "iPads broke.");
});

test("it marks emphasis, also around a blank, and never makes markup", () => {
  assert.deepEqual(emphasis("a *b* <i>"), [{text: "a "}, {text: "b", em: true}, {text: " <i>"}]);
  assert.deepEqual(fill({text: "*_*!", pick: 1}, ["x"]), [{text: "X", answer: 0, em: true}, {text: "!"}]);
});

test("it leaves a lonely asterisk alone", () => {
  assert.deepEqual(emphasis("5 * 3"), [{text: "5 * 3"}]);
});

test("it keeps lines", () => {
  assert.deepEqual(emphasis("one\ntwo"), [{text: "one\ntwo"}]);
});

test("it steps down the type for long texts", () => {
  assert.deepEqual([10, 80, 300].map((length) => size("x".repeat(length))), ["short", "medium", "long"]);
});

test("it lists and counts like a person", () => {
  assert.deepEqual([[], ["Ann"], ["Ann", "Bo"], ["Ann", "Bo", "Cleo"]].map(listed), ["", "Ann", "Ann and Bo", "Ann, Bo and Cleo"]);
  assert.deepEqual([counted(1, "card"), counted(2, "card")], ["1 card", "2 cards"]);
});
