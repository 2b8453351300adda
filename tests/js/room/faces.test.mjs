/** Faces on chairs and seats, the panel that changes one's own, titles, the podium and the evening's tally. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {seat, show, table} from "./tables.mjs";
import {bestRounds} from "../../../static/js/room/views/panels/history.js";
import {roomView} from "../../../static/js/room/views/room.js";
import {tvView} from "../../../static/js/room/views/tv/tv.js";

const over = (more = {}) => show(roomView, table("game_over", more), seat("2"));
const drawing = (place) => place.querySelector("use").getAttribute("href");
const player = (name, score, look = 1) => ({name, score, face: look, colour: look, presence: "here"});

test("a chair of the lobby has the face in its colour, and the name", () => {
  const chair = show(roomView, table("lobby"), seat("2")).querySelector(".chair");
  assert.deepEqual([drawing(chair), words(chair.querySelector(".name"))], ["/faces.svg#f4", "Ann"]);
  assert.ok(chair.querySelector(".drawn").classList.contains("drawn-4"));
});

test("a tap on the own chair opens the panel of faces, other chairs have no button", () => {
  const moves = [];
  const place = show(roomView, table("lobby"), seat("2"), {moves});
  find(place, "my-look").click();
  assert.deepEqual(moves, [["open", "look"]]);
  assert.equal(place.querySelectorAll(".my-look").length, 1);
});

for (const [page, view, mine] of [["phone", roomView, seat("2")], ["big screen", tvView, null]]) {
  test(`the seats of a game have faces on the ${page}; who has played keeps theirs`, () => {
    const players = {1: {...player("Ann", 3, 9), played: true}, 2: player("Bob", 2, 2), 3: player("Cleo", 1, 3)};
    const place = show(view, table("playing", {players}), mine);
    assert.equal(drawing(place.querySelector("[data-player='1']")), "/faces.svg#f9");
    assert.ok(place.querySelector("[data-player='1'] .mark.played") && place.querySelector("[data-player='3'] .mark.judge"));
  });
}

test("one tap on a face or a colour changes the look", () => {
  const moves = [];
  const place = show(roomView, table("lobby"), seat("2"), {panel: "look", moves});
  find(place, "faces").querySelector("[aria-label='Ghost']").click();
  find(place, "colours").querySelector("[aria-label='Sky']").click();
  assert.deepEqual(moves, [["move", "change_look", {face: 14, colour: 3}], ["move", "change_look", {face: 3, colour: 7}]]);
});

test("what is chosen is marked, and what somebody else has cannot be taken", () => {
  const players = {1: {...player("Ann", 0), face: 14, colour: 3}, 2: player("Bob", 0, 3), 3: player("Cleo", 0, 5)};
  const faces = find(show(roomView, table("lobby", {players}), seat("2"), {panel: "look"}), "faces");
  assert.equal(faces.querySelector("[aria-pressed='true']").getAttribute("aria-label"), "Owl");
  assert.deepEqual([...faces.querySelectorAll("button:disabled")].map((one) => one.getAttribute("aria-label")), ["Ghost"]);
});

test("the verdict shows the winner's face, and those of the other authors", () => {
  const place = show(roomView, table("round_over"), seat("2"));
  assert.equal(drawing(place.querySelector(".line")), "/faces.svg#f4");
  assert.equal(drawing(place.querySelector(".pile .author")), "/faces.svg#f3");
});

test("who shares a place stands there together, and many are counted", () => {
  const players = Object.fromEntries(Array.from({length: 7}, (_, place) => [place + 1, player(`P${place + 1}`, place < 6 ? 3 : 1)]));
  const podium = find(over({players, winners: ["1", "2", "3", "4", "5", "6"]}), "podium");
  assert.deepEqual([...podium.children].map((one) => one.className.trim()), ["place place-1 shared"]);
  assert.match(words(podium), /P1P2P3P4 and 2 more 13 points/);
});

test("each title says for what it is", () => {
  const list = find(over({titles: {4: {title: "robbed", count: 3}, 2: {title: "favourite", count: 2, by: "3"}, 1: {title: "quick", count: 5}}}), "titles");
  assert.deepEqual([...list.children].map(words), ["Quick handAnnfirst to answer 5 times", "Cleo\u2019s favouriteBobwon 2 times with this judge", "RobbedDan3 likes, and not one point"]);
});

test("a favourite whose judge is not known any more has a judge all the same", () => {
  assert.match(words(find(over({titles: {2: {title: "favourite", count: 2, by: "9"}}}), "titles")), /^A judge\u2019s favourite/);
});

test("without titles there is no heading for them", () => {
  assert.equal(find(over(), "titles"), null);
});

const EVENING = {games: 2, players: {1: {won: 0, points: 9}, 2: {won: 1, points: 7}, 9: {won: 5, points: 50}}};

test("the evening counts games won before points, at the end of a game and in the lobby after it", () => {
  for (const phase of ["game_over", "lobby"]) {
    const place = show(roomView, table(phase, {evening: EVENING}), seat("2"));
    assert.deepEqual([...find(place, "evening").children].map(words), ["Bob \u26051 game won, 7 points", "Ann 9 points"]);
  }
});

test("of many people the first eight are listed and the others folded up", () => {
  const many = Array.from({length: 20}, (_, place) => place + 1);
  const players = Object.fromEntries(many.map((number) => [number, player(`P${number}`, 0)]));
  const place = show(roomView, table("lobby", {players, evening: {games: 1, players: Object.fromEntries(many.map((number) => [number, {won: 0, points: number}]))}}), seat("2"));
  assert.equal(find(place, "evening").children.length, 8);
  assert.match(words(place.querySelector("[aria-label='This evening'] summary")), /And 12 more/);
});

test("the best of the night are the best liked, and the newest of equals", () => {
  const round = (number, likes) => ({game: 1, round: number, black: "_", pick: 1, judge: "", plays: [{name: `P${number}`, cards: ["a"], won: true, ...(likes ? {likes} : {})}]});
  assert.deepEqual(bestRounds([round(4), round(3, 2), round(2, 5), round(1)], 1).map(({name}) => name), ["P2", "P3", "P4", "P1"]);
});
