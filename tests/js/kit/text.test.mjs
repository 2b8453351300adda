/** Card texts: blanks, answers, emphasis. */
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {answer, emphasis, fill, sentence, size} from "../../../static/js/kit/text.js";
import {listed} from "../../../static/js/kit/words.js";

// The same examples are held before game/history/sentence.py by tests/game/history/test_sentence.py.
const EXAMPLES = JSON.parse(readFileSync(new URL("../../sentences.json", import.meta.url)));

for (const [text, pick, cards, filled] of EXAMPLES) {
  test(`it reads like on the server: ${text}`, () => {
    assert.equal(sentence({text, pick}, cards), filled.replace(/\n/g, " "));
  });
}

test("it fills two blanks with one card", () => {
  const shown = fill({text: "_{1} is _{1!}", pick: 1}, ["tea"]);
  assert.deepEqual(shown, [{text: "Tea", answer: 0}, {text: " is "}, {text: "TEA", answer: 0}]);
  assert.deepEqual(fill({text: "_{2}", pick: 2}, ["tea"]), [{blank: 1}, {text: "\n"}, {text: "Tea", answer: 0}]);
});

test("it leaves a blank open until its card is chosen", () => {
  const open = fill({text: "_ and _.", pick: 2}, ["a duck"]);
  assert.deepEqual(open, [{text: "A duck", answer: 0}, {text: " and "}, {blank: 1}, {text: "."}]);
});

test("it puts an answer without a blank on its own line", () => {
  assert.deepEqual(fill({text: "Why?", pick: 1}, ["Taxes."]), [{text: "Why?"}, {text: "\n"}, {text: "Taxes.", answer: 0}]);
});

test("it drops an answer's own full stop, but no ellipsis", () => {
  assert.deepEqual(["a duck.", "well...", "no."].map(answer), ["a duck", "well...", "no"]);
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

test("it lists like a person", () => {
  assert.deepEqual([[], ["Ann"], ["Ann", "Bo"], ["Ann", "Bo", "Cleo"]].map(listed), ["", "Ann", "Ann and Bo", "Ann, Bo and Cleo"]);
});
