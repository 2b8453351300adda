/** The rounds so far: who won or shared them, who decided, and what they were worth. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {bestRounds, bestSentences, historyPanel} from "../../../../static/js/room/views/panels/history.js";

const play = (name, more = {}) => ({name, cards: [`a duck of ${name}`], won: false, points: 0, ...more});
const round = (plays, more = {}) => ({game: 1, round: 1, black: "I like _.", pick: 1, judge: "", plays, ...more});
const told = (...rounds) => words(show((room) => historyPanel({...room, history: rounds}), table("playing"), seat("1")).querySelector(".author"));

test("a judge's round names the judge, one of an older release too", () => {
  assert.equal(told(round([{name: "Ann", cards: ["Tea"], won: true}, play("Bo")], {judge: "Cleo"})), "Ann won, Cleo judged");
});

test("a round that everybody voted on has no judge, and may be shared", () => {
  const plays = [play("Ann", {won: true, points: 1, votes: 2}), play("Bo", {won: true, points: 1, votes: 2}), play("Cleo", {votes: 0})];
  assert.equal(told(round(plays)), "Ann and Bo shared it, everybody voted");
});

test("a round without a winner says so, and shows its question", () => {
  const place = show((room) => historyPanel({...room, history: [round([play("Ann")], {judge: "Cleo"})]}), table("playing"), seat("1"));
  assert.deepEqual([words(place.querySelector(".author")), place.querySelectorAll(".card.black").length], ["Nobody won, Cleo judged", 1]);
});

test("a judge who is forgotten is not named, and nobody is said to have voted", () => {
  assert.equal(told(round([play("Ann", {won: true, points: 1})])), "Ann won");
});

test("other points than one are told, those of the places too", () => {
  const shown = round([play("Bo", {points: 2}), play("Ann", {won: true, points: 3})], {judge: "Cleo"});
  const place = show((room) => historyPanel({...room, history: [shown]}), table("playing"), seat("1"));
  assert.equal(words(place.querySelector(".author")), "Ann won +3, Cleo judged");
  assert.equal(words(place.querySelector(".answers")), "a duck of Bo Bo +2");
});

test("the best of the night has every answer that shared a round", () => {
  const rounds = [round([play("Ann", {won: true}), play("Bo", {won: true})]), round([play("Cleo", {won: true})], {game: 2})];
  assert.deepEqual(bestRounds(rounds, 1).map(({name}) => name), ["Ann", "Bo"]);
  assert.deepEqual(bestSentences(rounds, 2), ["I like a duck of Cleo."]);
});

test("what was liked most comes first, and of equals the newest, whatever the order in which they came", () => {
  const won = (name, likes, more) => round([play(name, {won: true, likes})], more);
  const rounds = [won("Ann", 0, {round: 1}), won("Bo", 2, {round: 1, game: 2}), won("Cleo", 0, {round: 3}), won("Dan", 2, {round: 2})];
  assert.deepEqual(bestRounds(rounds).map(({name}) => name), ["Bo", "Dan", "Cleo", "Ann"]);
  assert.deepEqual(bestRounds(rounds, 1).map(({name}) => name), ["Dan", "Cleo", "Ann"]);
});
