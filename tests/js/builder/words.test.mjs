/** Words of a card: those that become blanks and back, lines that were pasted, the pick. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {draftOf, lines, pickFor, retyped, shown, tapped, tokens, withBlank} from "../../../static/js/builder/words.js";

const tap = (draft, word) => tapped(draft, tokens(draft.text).find((token) => token.text === word).from);

test("it finds words, blanks and what stands between them", () => {
  const found = tokens("Why? *My cat's* _{2^}!").map(({kind, text, em}) => [kind, text, Boolean(em)]);
  assert.deepEqual(found, [["word", "Why", false], ["rest", "? ", false], ["word", "My", true], ["rest", " ", true],
    ["word", "cat's", true], ["rest", " ", false], ["blank", "_{2^}", false], ["rest", "!", false]]);
});

test("every token knows its place in the text", () => {
  for (const text of ["a *b* b", "**duck** and *duck* duck", "\u0141\u00F3d\u017A _ x", "*a***b"]) {
    for (const {text: piece, from, to} of tokens(text)) assert.equal(text.slice(from, to), piece);
  }
});

test("a word that is tapped becomes a blank, and tapped again a word", () => {
  const blank = tap(draftOf("Our mascot is a duck."), "duck");
  assert.equal(blank.text, "Our mascot is a _.");
  assert.equal(tap(blank, "_").text, "Our mascot is a duck.");
});

test("a word beside a blank widens it", () => {
  const wide = tap(tap(draftOf("It is a wet duck."), "wet"), "a");
  assert.equal(wide.text, "It is _ duck.");
  const wider = tap(wide, "duck");
  assert.deepEqual([wider.text, wider.under], ["It is _.", ["a wet duck"]]);
  assert.equal(tap(wider, "_").text, "It is a wet duck.");
});

test("blanks with something between them stay two", () => {
  const two = tap(tap(draftOf("ducks, cats"), "ducks"), "cats");
  assert.deepEqual([two.text, two.under], ["_, _", ["ducks", "cats"]]);
});

test("a word between two blanks joins them", () => {
  const one = tap(tap(tap(draftOf("a b c"), "a"), "c"), "b");
  assert.deepEqual([one.text, one.under], ["_", ["a b c"]]);
});

test("a blank that covers no word stays", () => {
  const draft = draftOf("Why? _");
  assert.equal(tap(draft, "_"), draft);
});

test("typing elsewhere leaves the words under a blank", () => {
  const blank = tap(draftOf("Our duck sings."), "duck");
  const typed = retyped(retyped(blank, "All our _ sings."), "All our _ sings loudly: _");
  assert.deepEqual(typed.under, ["duck", ""]);
  assert.equal(tap(typed, "_").text, "All our duck sings loudly: _");
});

test("a blank that was typed over takes its words along", () => {
  const blank = tap(draftOf("Our duck sings."), "duck");
  assert.deepEqual(retyped(blank, "Our cat sings.").under, []);
});

test("the button puts a blank at the cursor, or over what is selected", () => {
  assert.deepEqual(withBlank(draftOf("Why?"), 4, 4), {draft: {text: "Why? _", under: [""]}, cursor: 6});
  assert.deepEqual(withBlank(draftOf("a wet duck"), 2, 5), {draft: {text: "a _ duck", under: ["wet"]}, cursor: 3});
});

test("the pick follows from the blanks", () => {
  assert.deepEqual(["Why?", "_", "_ and _", "_{1} and _{1}", "_{2} or _{1!}", "_{^}"].map(pickFor), [1, 1, 2, 1, 2, 1]);
});

test("it shows the blank that a black card will get", () => {
  assert.deepEqual([shown("Why? ", "black"), shown("a  duck ", "white"), shown("_!", "black"), shown(" ", "black")],
    ["Why? _", "a duck", "_!", ""]);
});

test("a card in French keeps the spaces that do not break before its marks and inside its quotes", () => {
  assert.equal(shown("Quoi\u00a0? «\u202f_ »  et\u00a0toi\u00a0 !", "black"), "Quoi\u00a0? «\u202f_ » et toi\u00a0!");
});

test("a card for each line that was pasted", () => {
  assert.deepEqual(lines("a duck\r\n\n  two ducks \u2028_!"), ["a duck", "two ducks", "_!"]);
});
