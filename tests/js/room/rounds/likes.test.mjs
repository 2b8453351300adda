/** Hearts on answers: a button on those of others, counts once the verdict is told. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {told} from "../../../../static/js/room/texts/words.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const hearts = (place) => [...place.querySelectorAll("[data-testid=like]")];

test("open answers of others have a heart, one's own and hidden ones have none", () => {
  const moves = [];
  const place = show(roomView, table("judging"), seat("1", ["like"], {mine: "0"}), {moves});
  assert.deepEqual(hearts(place).map((heart) => heart.dataset.like), ["1"]);
  hearts(place)[0].click();
  assert.deepEqual(moves, [["move", "like", {play: "1"}]]);
});

test("a second press takes the like back", () => {
  const moves = [];
  const [heart] = hearts(show(roomView, table("judging"), seat("1", ["like"], {mine: "0", likes: ["1"]}), {moves}));
  assert.equal(heart.getAttribute("aria-pressed"), "true");
  heart.click();
  assert.deepEqual(moves, [["move", "unlike", {play: "1"}]]);
});

test("without the rule there are no hearts", () => {
  assert.deepEqual(hearts(show(roomView, table("judging"), seat("1", [], {mine: "0"}))), []);
});

test("likes are shown with the answers when the round is over", () => {
  const over = table("round_over", {likes: {0: 2, 1: 1}});
  const place = show(roomView, over, seat("1", ["like"], {mine: "0"}));
  assert.equal(words(find(place, "likes")), "2 likes");
  assert.equal(words(hearts(place)[0]), "1 like");
});

test("spectators see the counts and press nothing", () => {
  const place = show(roomView, table("round_over", {likes: {1: 3}}));
  assert.deepEqual([hearts(place).length, words(find(place, "likes"))], [0, "3 likes"]);
});

test("a point for the favourite is told", () => {
  const entry = {type: "points", player: "2", points: 1, why: "favourite"};
  assert.equal(told(entry, table("round_over"), "1"), "The crowd likes Bob best: a point more");
  assert.equal(told(entry, table("round_over"), "2"), "The crowd likes you best: a point more");
});
