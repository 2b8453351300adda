/** The host's panel, and the vote of the others for another host. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {NOW, seat, show, table} from "./tables.mjs";
import {roomView} from "../../../static/js/room/views/room.js";
import {role} from "../../../static/js/room/roles.js";

const CAN = ["skip", "play_for", "bot_takes", "replace_judge", "end_game", "change_settings", "stop_clock", "kick", "make_host", "make_cohost"];
const panel = (shownTable, number = "1", more = {}) => show(roomView, shownTable, seat(number, number === "1" ? CAN : []), {panel: "host", ...more});
const buttons = (place, number) => [...place.querySelectorAll(`[data-player="${number}"] .tools button`)].map(words);

test("who hosts has the panel one tap away in every phase, others do not", () => {
  for (const phase of ["lobby", "choosing", "playing", "revealing", "judging", "round_over", "game_over"]) {
    assert.ok(find(show(roomView, table(phase), seat("1", CAN)), "host-panel"), phase);
    assert.equal(find(show(roomView, table(phase), seat("2")), "host-panel"), null, phase);
  }
});

test("a co-host has it too", () => {
  assert.ok(find(show(roomView, table("playing", {cohosts: ["2"]}), seat("2")), "host-panel"));
});

test("it says whom the table waits for and since when, with what helps", () => {
  const place = panel(table("playing", {waiting_since: NOW - 75000}));
  assert.match(words(place.querySelector(".waited")), /Bob.*1:15/);
  assert.deepEqual(buttons(place, "2"), ["Nudge", "Skip", "Play for them", "Bot plays"]);
});

test("one tap plays for somebody", () => {
  const moves = [];
  find(panel(table("playing"), "1", {moves}), "play-for").click();
  assert.deepEqual(moves, [["move", "play_for", {player: "2"}]]);
});

test("a judge who sleeps is replaced by a vote once answers lie there", () => {
  assert.deepEqual(buttons(panel(table("judging")), "3"), ["Nudge", "Skip", "Bot plays", "Let the table vote"]);
  assert.deepEqual(buttons(panel(table("choosing", {waiting_for: ["3"]})), "3"), ["Nudge", "Skip", "Bot plays", "Another judge", "I judge"]);
});

test("a bot takes the seat of who is away", () => {
  const moves = [];
  const game = table("playing");
  game.players[4] = {...game.players[4], presence: "away"};
  const place = panel({...game, waiting_for: []}, "1", {moves});
  place.querySelector("[aria-label=Asleep] button").click();
  assert.deepEqual(moves, [["move", "bot_takes", {player: "4"}]]);
});

test("the door is changed with one tap, and what is chosen says what it means", () => {
  const moves = [];
  const place = panel(table("lobby"), "1", {moves});
  assert.match(words(place), /Anybody with the code can sit down/);
  for (const name of ["locked", "ask", "open"]) find(place, `door-${name}`).click();
  assert.deepEqual(moves, [["changeOption", "door", "locked"], ["changeOption", "door", "ask"]]);
});

test("who watches a locked room is told so kindly", () => {
  const game = table("lobby");
  game.settings = {...game.settings, door: "locked"};
  assert.match(words(find(show(roomView, game), "locked")), /locked the room. You are welcome to watch/);
});

test("who handed the room over can be given it back", () => {
  assert.ok(find(panel(table("lobby", {handed_over: "2"})), "give-back"));
});

test("the others vote for a host, and take it back", () => {
  const moves = [];
  const vote = {votes: [{player: "4", name: "Dan", votes: 1}], needed: 2, until: NOW + 60000};
  const place = show(roomView, table("playing", {host_vote: vote}), seat("2", [], {host_vote: "4"}), {panel: "host", moves});
  assert.match(words(find(place, "host-banner")), /1 of 2 want Dan as the host/);
  const all = [...place.querySelectorAll("[data-testid=vote-host]")];
  all.forEach((one) => one.click());
  assert.deepEqual(moves.map(([, , {player}]) => player), ["2", "3", "1"]);
});

test("a vote is offered when the host has let the table wait for a minute", () => {
  const waits = (since) => show(roomView, table("playing", {waiting_for: ["1"], waiting_since: since}), seat("2"));
  assert.equal(find(waits(NOW - 59000), "host-banner"), null);
  assert.ok(find(waits(NOW - 60000), "host-banner"));
});

test("who finds a bot in the seat takes it back", () => {
  const game = table("playing");
  game.players[2].stand_in = true;
  assert.equal(role(game, seat("2")), "away");
  const place = show(roomView, game, seat("2", ["here"]));
  assert.match(words(place.querySelector(".dock")), /A bot plays your hand.*I am back/);
});
