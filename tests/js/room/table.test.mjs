/** Choosing cards, reading roles, saying what happens. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {podium, role, startNeeds} from "../../../static/js/room/roles.js";
import {keep, playLabel, texts, toggle} from "../../../static/js/room/rounds/selection.js";
import {rules, SETTINGS} from "./rules.mjs";
import {refusal, resultText, statusLine, told} from "../../../static/js/room/texts/words.js";


function aTable(phase = "playing", more = {}) {
  const player = (name, score) => ({name, score, presence: "here"});
  return {
    code: "KX7PQ", phase, host: "1", settings: SETTINGS, decks: [{id: 1, name: "Family", black: 9, white: 90}], serves: 9,
    players: {1: player("Ann", 2), 2: player("Bo", 2), 3: player("Cleo", 1)}, waiting_for: ["2"], judge: "3",
    black_card: {text: "_ and _", pick: 2}, game: 1, round: 1, ...more,
  };
}
const aSeat = (player = "2", can = []) => ({player, hand: [{id: 5, text: "five"}, {id: 6, text: "six"}], can});

test("a card is chosen, put back, and the last place replaced", () => {
  assert.deepEqual(toggle([], 5, 2), [5]);
  assert.deepEqual(toggle([5, 6], 5, 2), [6]);
  assert.deepEqual(toggle([5, 6], 7, 2), [5, 7]);
  assert.deepEqual(toggle([5], 7, 1), [7]);
});

test("a choice survives an update that leaves its cards in the hand", () => {
  const chosen = [5, 6];
  assert.equal(keep(chosen, aSeat().hand, 2), chosen);
  assert.deepEqual(keep([5, 9], aSeat().hand, 2), [5]);
});

test("texts come in the chosen order", () => {
  assert.deepEqual(texts([6, 5, 99], aSeat().hand), ["six", "five"]);
});

test("the button tells how many cards are missing", () => {
  assert.deepEqual([playLabel([], 2), playLabel([5], 2), playLabel([5, 6], 2), playLabel([5], 1)],
    ["Choose 2 cards", "1 more card", "Play 2 cards", "Play this card"]);
});

test("it tells who somebody is", () => {
  const table = aTable();
  table.players[1].next_round = true;
  assert.deepEqual(["1", "2", "3"].map((number) => role(table, aSeat(number))), ["late", "player", "judge"]);
  assert.equal(role(table, null), "spectator");
});

test("it says what keeps the host from starting", () => {
  assert.equal(startNeeds(aTable("lobby")), "");
  assert.equal(startNeeds(aTable("lobby", {players: {1: aTable().players[1]}})), "Two more players to start");
  assert.equal(startNeeds(aTable("lobby", {decks: []})), "Choose a deck first");
  assert.equal(startNeeds(aTable("lobby", {serves: 2})), "Choose more cards first");
});

test("a seat somebody has left does not count", () => {
  const table = aTable("lobby");
  table.players[3].presence = "left";
  assert.equal(startNeeds(table), "One more player to start");
});

test("ties share a step of the podium", () => {
  assert.deepEqual(podium(aTable()).map(({place, players}) => [place, players]), [[1, ["1", "2"]], [3, ["3"]]]);
});

test("nobody without a point is on the podium", () => {
  const table = aTable();
  table.players[3].score = 0;
  assert.equal(podium(table).length, 1);
});

test("the status line speaks to each role", () => {
  const table = aTable();
  assert.equal(statusLine(table, aSeat("2", ["play_cards"])), "Cleo judges. Choose 2 cards.");
  assert.equal(statusLine(table, aSeat("1", ["play_cards", "take_back"])), "Waiting for Bo");
  assert.equal(statusLine(table, aSeat("3")), "You judge this round. Waiting for Bo");
  assert.equal(statusLine(table, null), "Cleo judges. Waiting for Bo");
});

test("a shared win is told as one", () => {
  const table = aTable("game_over", {winners: ["1", "2"]});
  assert.equal(statusLine(table, null), "Ann and Bo share the win");
  assert.equal(statusLine(table, aSeat("1")), "You and Bo share the win");
});

test("every reason for a round without a winner has its words", () => {
  const words = ["judge_gone", "judge_slept", "no_plays", "no_votes", "stopped"].map((why) => statusLine(aTable("round_over", {void: why}), null));
  assert.equal(new Set(words).size, 5);
});

test("the log is told to others, not to oneself", () => {
  assert.equal(told({type: "joined", player: "2"}, aTable(), "1", rules), "Bo sits down");
  assert.equal(told({type: "joined", player: "2"}, aTable(), "2", rules), "");
  assert.equal(told({type: "played", player: "2"}, aTable(), "1", rules), "");
});

test("a new name is told with the one before", () => {
  const [before, after] = [aTable(), aTable("lobby", {players: {...aTable().players, 2: {...aTable().players[2], name: "Rob"}}})];
  assert.equal(told({type: "renamed", player: "2"}, after, "1", rules, before), "Bo is Rob now");
  assert.equal(told({type: "renamed", player: "2"}, after, "2", rules, before), "You are Rob now");
});

test("a refusal nobody needs to know is silent", () => {
  assert.equal(refusal({code: "nothing_due", message: "Not yet."}), "");
  assert.equal(refusal({code: "bad_setting", message: "Between 3 and 20."}), "Between 3 and 20.");
});

test("the result can be told in a message", () => {
  assert.equal(resultText(aTable("game_over", {winners: ["1"]}), ["Ducks!"]), "Ann wins the game.\nAnn 2, Bo 2, Cleo 1\n\"Ducks!\"");
});
