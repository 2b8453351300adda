/** What the big screen does as time goes by: the fresh card, the held breath, pages, sentences of past games. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {NOW, show as draw, table} from "../tables.mjs";
import {tvView} from "../../../../static/js/room/views/tv/tv.js";
import {Show} from "../../../../static/js/room/tv/show.js";
import {bestOfPast} from "../../../../static/js/room/tv/past.js";
import {Reader, spoken} from "../../../../static/js/room/tv/speech.js";

const SCREEN = {width: 1920, height: 1080};
const LONG = "word ".repeat(30).trim();
const many = (phase, more) => table(phase, {plays: Object.fromEntries(Array.from({length: 20}, (_, n) => [n, {cards: [`${LONG} ${n}`]}])), ...more});

/** A Show whose timers run when `pass` is called, with what it lifted. */
function aShow() {
  let timers = [];
  const lifted = [];
  const show = new Show({changed: () => {}, now: () => NOW, size: () => SCREEN, later: (run, ms) => (timers.push({run, ms}), timers.at(-1)),
    cancel: (timer) => { timers = timers.filter((one) => one !== timer); }, lift: (play) => () => lifted.push(play)});
  const pass = () => {
    const {run, ms} = timers.shift();
    run();
    return ms;
  };
  return {show, pass, lifted, waits: () => timers.length};
}

test("a card that was just turned has the screen for two or three seconds, then flies to its place", () => {
  const {show, pass, lifted} = aShow();
  show.heard(table("revealing"), table("revealing"), [{type: "revealed", play: "1"}]);
  assert.deepEqual(show.spot, {kind: "answer", play: "1"});
  assert.match(words(draw((room) => tvView(room, show), table("revealing")).querySelector(".tv-spot")), /free cake/);
  const ms = pass();
  assert.ok(ms >= 2000 && ms <= 3000);
  assert.deepEqual([show.spot, lifted], [null, ["1"]]);
});

test("the verdict is held back for half a second, then has the screen with the winner's name", () => {
  const {show, pass} = aShow();
  show.heard(table("judging"), table("round_over"), []);
  const held = draw((room) => tvView(room, show), table("round_over"));
  assert.doesNotMatch(words(held.querySelector(".tv-head")), /Ann/);
  assert.deepEqual([held.querySelectorAll(".winning, .confetti, .plus, .focus, .author").length, pass()], [0, 500]);
  const told = draw((room) => tvView(room, show), table("round_over")).querySelector(".tv-name");
  assert.deepEqual([words(told), told.querySelectorAll(".drawn").length], ["Ann", 1]);
});

test("a screen that is opened after the verdict holds nothing back", () => {
  const {show} = aShow();
  show.heard(null, table("round_over"), []);
  assert.equal(show.spot, null);
});

test("all pages of the answers are seen one after the other", () => {
  const {show, pass} = aShow();
  show.heard(table("revealing"), many("judging"), []);
  const seen = new Set();
  for (let page = 0; page < 20; page += 1) {
    draw((room) => tvView(room, show), many("judging")).querySelectorAll(".tv-answers [data-play]").forEach(({dataset}) => seen.add(dataset.play));
    pass();
  }
  assert.equal(seen.size, 20);
});

test("answers that are all on one page need no dots and no turning", () => {
  const {show, waits} = aShow();
  show.heard(table("revealing"), table("judging"), []);
  assert.equal(waits(), 0);
  assert.equal(draw((room) => tvView(room, show), table("judging")).querySelectorAll(".tv-dots").length, 0);
});

test("after the verdict the scores come first, then the other answers", () => {
  const {show, pass} = aShow();
  show.heard(null, table("round_over"), []);
  assert.match(words(find(draw((room) => tvView(room, show), table("round_over")), "scoreboard")), /Ann ?\+1 ?3 ?Bob ?2/);
  pass();
  assert.equal(words(draw((room) => tvView(room, show), table("round_over")).querySelector(".tv-answers .text")), "free cake");
});

test("the lobby shows what won in earlier games, one after the other", () => {
  const {show, pass} = aShow();
  const history = [2, 1].map((game) => ({game, round: 1, black: "Why _?", pick: 1, judge: "Bo", plays: [{name: "Ann", cards: [`cake ${game}`], won: true}, {name: "Bo", cards: ["x"], won: false}]}));
  assert.deepEqual(bestOfPast(history).map(({cards}) => cards[0]), ["cake 2", "cake 1"]);
  const liked = history.map((round) => (round.game === 1 ? {...round, plays: [{...round.plays[0], likes: 1}]} : round));
  assert.deepEqual(bestOfPast(liked).map(({cards}) => cards[0]), ["cake 1", "cake 2"]);
  const memory = () => words(find(draw((room) => tvView({...room, history}, show), table("lobby")), "memory"));
  show.heard(null, table("lobby"), []);
  assert.match(memory(), /Why cake 2\?.*Ann/);
  pass();
  assert.match(memory(), /Why cake 1\?/);
});

test("a card is read inside its sentence, with a pause for each blank, and then who wins", () => {
  assert.deepEqual(spoken(table("lobby"), table("playing"), []), ["In the beginning there was \u2026."]);
  assert.deepEqual(spoken(table("revealing"), table("revealing"), [{type: "revealed", play: "0"}]), ["In the beginning there was a duck."]);
  assert.deepEqual(spoken(table("judging"), table("round_over"), []), ["In the beginning there was a duck.", "Ann"]);
});

test("a browser without a voice reads nothing and offers nothing", () => {
  const reader = new Reader({store: {get: () => true, set: () => true}, changed: () => {}, voice: null});
  reader.heard(table("lobby"), table("playing"), []);
  assert.deepEqual([reader.able, reader.on], [false, false]);
});
