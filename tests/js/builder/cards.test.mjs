/** What a step makes of the cards before the server has answered. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {after, anchorFor, settled, stepFor, withPage} from "../../../static/js/builder/cards.js";
import {black, deckOf, ids, three, white} from "./prepared_cards.mjs";

test("a new card comes to the end", () => {
  const cards = after(three(), {verb: "add", cards: [white("d"), black("x")]});
  assert.deepEqual([ids(cards), ids(cards, "black"), cards.counts], [["a", "b", "c", "d"], ["x"], {black: 1, white: 4}]);
});

test("cards that were not fetched lie between the first ones and the new ones", () => {
  let cards = after(deckOf({head: [white("a")], unseen: 2, tail: []}), {verb: "add", cards: [white("d")]});
  assert.deepEqual([cards.white.head.length, cards.white.unseen, cards.white.tail.length], [1, 2, 1]);
  cards = {...cards, white: withPage(cards.white, {start: 1, cards: [white("b"), white("c"), white("d")], total: 4})};
  assert.deepEqual([ids(cards), cards.white.unseen, cards.white.tail], [["a", "b", "c", "d"], 0, []]);
});

test("a card of another kind goes to the end of its kind", () => {
  const cards = after(three(), {verb: "change", id: "a", facts: {kind: "black", text: "_"}});
  assert.deepEqual([ids(cards), ids(cards, "black"), cards.counts], [["b", "c"], ["a"], {black: 1, white: 2}]);
});

test("a card moves behind another one or to the top", () => {
  assert.deepEqual(ids(after(three(), {verb: "move", id: "a", after: "c"})), ["b", "c", "a"]);
  assert.deepEqual(ids(after(three(), {verb: "move", id: "c", after: null})), ["c", "a", "b"]);
  assert.deepEqual(ids(after(three(), {verb: "move", id: "c", after: "gone"})), ["a", "b", "c"]);
});

test("it finds what a card follows where it is dropped", () => {
  const list = three().white.head;
  assert.deepEqual([anchorFor(list, "c", "a", false), anchorFor(list, "c", "b", false), anchorFor(list, "a", "c", true)], [null, "a", "c"]);
  assert.deepEqual([stepFor(list, "b", -1), stepFor(list, "b", 1), stepFor(list, "a", -1), stepFor(list, "c", 1)],
    [null, "c", undefined, undefined]);
});

test("the server's cards take the place of those that waited", () => {
  const cards = settled(three(), {verb: "add"}, {cards: [white("w9")], counts: {black: 0, white: 9}});
  assert.deepEqual([ids(cards), cards.counts.white], [["a", "b", "c", "w9"], 9]);
});
