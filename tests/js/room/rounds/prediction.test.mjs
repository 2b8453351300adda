/** Guessing the winner while the judge reads. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {aWatchersGuesses, seat, show, table} from "../tables.mjs";
import {roomView} from "../../../../static/js/room/views/room.js";

const reading = (options = {}, more = {}) => show(roomView, table("judging"), seat("1", ["predict"], {mine: "0", ...more}), options);

test("the answer that somebody reads can be guessed", () => {
  const moves = [];
  assert.equal(words(reading().querySelector(".dock")), "Guess the winner: tap or swipe");
  find(reading({moves, ui: {look: "1"}}), "guess").click();
  assert.deepEqual(moves, [["move", "predict", {play: "1"}]]);
});

test("one's own answer is no guess", () => {
  assert.equal(find(reading({ui: {look: "0"}}), "guess"), null);
});

test("a guess is marked", () => {
  const place = reading({ui: {look: "1"}}, {prediction: "1"});
  assert.deepEqual([words(find(place, "guessed")), find(place, "guess").getAttribute("aria-pressed")], ["Your guess", "true"]);
  assert.equal(words(place.querySelector(".dock")), "Let us see whether you are right");
});

test("without the rule there is nothing to guess", () => {
  const place = show(roomView, table("judging"), seat("1", [], {mine: "0"}), {ui: {look: "1"}});
  assert.deepEqual([find(place, "guess"), words(place.querySelector(".dock"))], [null, ""]);
});

test("who guessed right is told with the verdict, and all of them at the end", () => {
  assert.equal(words(find(show(roomView, table("round_over", {guessed: ["2", "4"]}), seat("2")), "right-guesses")), "Guessed right: you and Dan");
  const over = show(roomView, table("game_over", {predictions: {2: 1, 4: 3}}), seat("2"));
  assert.deepEqual([...find(over, "guess-list").children].map(words), ["Dan 3 right guesses", "Bob 1 right guess"]);
});

const watched = (guesses, phase, more = {}) => table(phase, {game: 1, round: 2, settings: {prediction: true}, ...more});

test("who watches guesses too, and the tab counts", () => {
  const guesses = aWatchersGuesses();
  const moves = [];
  find(show(roomView, watched(guesses, "judging"), null, {guesses, moves, ui: {look: "1"}}), "guess").click();
  assert.deepEqual(moves, [["guess", "1"]]);
  guesses.guess(watched(guesses, "judging"), "1");
  assert.equal(words(find(show(roomView, watched(guesses, "judging"), null, {guesses}), "guessed")), "Your guess");
  const over = watched(guesses, "round_over", {verdict: [{player: "2", play: "1", points: 1}]});
  guesses.follow(over);
  guesses.follow(over);
  assert.equal(words(find(show(roomView, over, null, {guesses}), "own-guesses")), "You knew 1 of 1");
});

test("a wrong guess counts as told, and a new game begins anew", () => {
  const guesses = aWatchersGuesses();
  guesses.guess(table("judging", {game: 1, round: 1}), "0");
  guesses.follow(table("round_over", {game: 1, round: 1, verdict: [{player: "2", play: "1", points: 1}]}));
  assert.deepEqual([guesses.mine.right, guesses.mine.told], [0, 1]);
  guesses.guess(table("judging", {game: 2, round: 1}), "0");
  assert.equal(guesses.mine.told, 0);
});

test("where nobody may guess, who watches may not either", () => {
  assert.equal(find(show(roomView, table("judging"), null, {ui: {look: "1"}}), "guess"), null);
});
