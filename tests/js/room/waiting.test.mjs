/** What whoever waits for answers looks at. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {roomView} from "../../../static/js/room/views/room.js";
import {seat, show, table} from "./tables.mjs";

const JUDGE = seat("3");
const PLAYED = seat("2", ["take_back"], {play: [11]});
const win = (round, game = 1) => ({seen: {game: 1, done: 3, came: 1}, win: {game, round, black: {text: "Why _?", pick: 1}, cards: ["a duck"], player: "1"}});

/** The playing table with these answers in. */
function inPlay(numbers, more = {}) {
  const now = table("playing", {waiting_for: ["1", "2", "4"].filter((number) => !numbers.includes(number)), ...more});
  for (const number of numbers) now.players[number].played = true;
  return now;
}

const landed = (place) => [...place.querySelectorAll(".landed[data-of]")].map((card) => card.dataset.of);

test("each answer that lands is a card on the pile, with the face of who played", () => {
  assert.deepEqual(landed(show(roomView, inPlay([]), JUDGE)), []);
  const place = show(roomView, inPlay(["1", "4"]), JUDGE);
  assert.deepEqual(landed(place), ["1", "4"]);
  assert.equal(place.querySelectorAll(".landed .drawn").length, 2);
  assert.match(words(find(place, "growing")), /2 of 3 answers in/);
});

test("who has not played yet is seen thinking", () => {
  const names = (numbers) => [...show(roomView, inPlay(numbers), JUDGE).querySelectorAll("[data-testid=thinking] [title]")].map((one) => one.title);
  assert.deepEqual([names(["1"]), names(["1", "4"]), names(["1", "2", "4"])], [["Bob", "Dan"], ["Bob"], []]);
});

test("players who have played, the judge, late ones and spectators see the pile; who chooses does not", () => {
  const late = inPlay(["1"]);
  late.players[2].next_round = true;
  const seen = [[inPlay(["1", "2"]), PLAYED], [inPlay(["1"]), JUDGE], [late, seat("2", [], {hand: []})], [inPlay(["1"]), null], [inPlay(["1"]), seat("2", ["play_cards"])]];
  assert.deepEqual(seen.map(([now, sits]) => Boolean(find(show(roomView, now, sits), "growing"))), [true, true, true, true, false]);
});

test("of a crowd the pile has as many cards as it can show, and no faces", () => {
  const place = show(roomView, inPlay(["1"], {crowd: {seats: 200, here: 190, waiting: 14, answered: 176}}), JUDGE);
  assert.deepEqual([landed(place).length, place.querySelectorAll(".landed .drawn").length], [30, 0]);
  assert.match(words(find(place, "growing")), /176 of 190 answers in/);
});

test("what won the last round stands there with the winner's face, and nothing from another game", () => {
  const place = show(roomView, inPlay([]), JUDGE, {story: win(3)});
  assert.match(words(find(place, "last-win")), /^Ann won the last round Why a duck\?/);
  assert.equal(place.querySelectorAll("[data-testid=last-win] .drawn").length, 1);
  assert.equal(find(show(roomView, inPlay([]), JUDGE, {story: win(3, 7)}), "last-win"), null);
});

test("a tip for the role stands there in the first round, and in no other", () => {
  const tip = (came, sits) => find(show(roomView, inPlay(["1", "2"]), sits, {story: {seen: {game: 1, done: 3, came}}}), "tip");
  assert.match(words(tip(4, JUDGE)), /^You judge/);
  assert.ok(words(tip(4, PLAYED)) !== words(tip(4, JUDGE)));
  assert.equal(tip(1, JUDGE), null);
});

test("whoever waits may look at their hand", () => {
  assert.ok(show(roomView, inPlay(["2"]), PLAYED).querySelector(".my-hand"));
  assert.equal(show(roomView, inPlay([]), null).querySelector(".my-hand"), null);
});
