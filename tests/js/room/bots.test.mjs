/** Bots on the page: drawn as bots everywhere, added and removed by the host alone. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {seat, show, table} from "./tables.mjs";
import {roomView} from "../../../static/js/room/views/room.js";
import {tvView} from "../../../static/js/room/views/tv/tv.js";
import {peopleSeated} from "../../../static/js/room/roles.js";
import {told} from "../../../static/js/room/texts/words.js";

const ANN = {name: "Ann", score: 0, presence: "here"};
const BOB = {name: "Bob", score: 0, presence: "here"};
const BOT = {name: "Captain Kettle", score: 0, presence: "here", bot: "random"};
const HOST = ["add_bot", "remove_bot", "start_game"];

const lobby = (players) => table("lobby", {players});

test("a free seat is a button for the host", () => {
  const moves = [];
  const place = show(roomView, lobby({1: ANN, 2: BOB}), seat("1", ["add_bot"]), {moves});
  assert.equal(words(find(place, "add-bot")), "+Add a bot");
  find(place, "add-bot").click();
  assert.deepEqual(moves, [["move", "add_bot", {taste: "random"}]]);
});

test("two people are told that a bot makes a game", () => {
  assert.ok(find(show(roomView, lobby({1: ANN, 2: BOB}), seat("2")), "two-and-a-bot"));
  assert.equal(find(show(roomView, lobby({1: ANN, 2: BOB, 1000001: BOT}), seat("2")), "two-and-a-bot"), null);
});

test("the host taps a bot to remove it, others see it drawn", () => {
  const moves = [];
  const bots = lobby({1: ANN, 1000001: BOT});
  const place = show(roomView, bots, seat("1", HOST), {moves});
  find(place, "remove-bot").click();
  assert.deepEqual(moves, [["move", "remove_bot", {player: "1000001"}]]);
  const guest = show(roomView, bots, seat("2"));
  assert.equal(find(guest, "remove-bot"), null);
  assert.ok(guest.querySelector(".chair.bot svg"));
});

test("in a game the host taps a bot's seat twice to remove it, others cannot", () => {
  const game = table("playing", {players: {1: ANN, 2: BOB, 1000001: BOT}});
  const moves = [];
  const place = show(roomView, game, seat("1", HOST), {moves});
  const tap = find(place, "remove-bot-seat");
  assert.equal(tap.getAttribute("aria-label"), "Captain Kettle, a bot: remove");
  assert.equal(place.querySelectorAll("[data-testid=remove-bot-seat]").length, 1);
  tap.click();
  assert.deepEqual(moves, []);
  const asked = show(roomView, game, seat("1", HOST), {moves, asking: "seat 1000001"});
  assert.match(words(asked.querySelector("[data-player='1000001']")), /Tap again to remove/);
  assert.equal(show(roomView, game, seat("2")).querySelector("[data-testid=remove-bot-seat]"), null);
});

test("the lobby counts people and bots", () => {
  const place = show(roomView, lobby({1: ANN, 2: BOB, 1000001: BOT}), seat("1", HOST));
  assert.equal(words(place.querySelector("[aria-label='Who is here'] h2")), "2 players and 1 bot here");
});

for (const [page, view] of [["the table", roomView], ["the big screen", tvView]]) {
  test(`a bot has a drawn face and its word on ${page}`, () => {
    const place = show(view, table("playing", {waiting_for: ["1000001"], players: {1: ANN, 3: BOB, 1000001: BOT}}), view === tvView ? null : seat("2"));
    const bot = place.querySelector("[data-player='1000001']");
    assert.ok(bot.classList.contains("bot") && bot.querySelector(".drawn use"));
    assert.match(words(bot), /Captain Kettle bot/);
  });
}

test("when too few are left the host is offered a bot", () => {
  const paused = table("round_over", {paused: true, deadline: undefined, winner: undefined, void: "no_plays"});
  assert.equal(words(find(show(roomView, paused, seat("1", ["add_bot"])), "add-bot")), "Add a bot");
  assert.equal(find(show(roomView, paused, seat("2")), "add-bot"), null);
});

test("in mid-game the table hears who rolls in and who goes home", () => {
  const playing = table("playing", {players: {1: ANN, 1000001: BOT}});
  assert.equal(told({type: "bot_added", player: "1000001", by: "1"}, playing, "1"), "Captain Kettle, a bot, rolls in");
  assert.equal(told({type: "bot_removed", player: "1000001", name: "Blinky", by: "1"}, playing, "1"), "Blinky, a bot, goes home");
});

test("a bot takes nobody's seat", () => {
  assert.equal(peopleSeated(lobby({1: ANN, 2: BOB, 1000001: BOT})), 2);
  assert.equal(peopleSeated(table("lobby", {players: {1: ANN}, crowd: {seats: 80, here: 70, waiting: 0, answered: 0}})), 80);
});
