/** What a tab has seen of the game, and what it tells whoever comes back or comes late. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {Story} from "../../../../static/js/room/rounds/story.js";
import {whoLeads} from "../../../../static/js/room/texts/waiting_words.js";
import {roomView} from "../../../../static/js/room/views/room.js";
import {FakeTime} from "../../fakes.mjs";
import {seat, show, table} from "../tables.mjs";

const BOB = seat("2", ["play_cards"]);
const SCORES = "Ann leads with 3";

/** A tab; `kept` survives its reloads. */
function aTab(kept = new Map()) {
  const tab = {hidden: false, heard: [], kept, time: new FakeTime()};
  tab.story = new Story({
    store: {get: (key) => JSON.parse(kept.get(key) ?? "null"), set: (key, value) => kept.set(key, JSON.stringify(value))}, code: "KX7PQ", changed() {},
    announce: (line) => tab.heard.push(line), hidden: () => tab.hidden, setTimer: tab.time.setTimer,
  });
  tab.at = (phase, more = {}, sits = BOB, back = false) => {
    tab.story.follow(table(phase, more), sits, back);
    return tab.story.told;
  };
  return tab;
}

test("who was away for two rounds is told so, who leads, and what to do", () => {
  const tab = aTab();
  tab.at("playing", {round: 1});
  assert.equal(tab.at("playing", {round: 3}, BOB, true), `You missed 2 rounds; ${SCORES}; you play now`);
});

test("it is remembered over a reload of the tab", () => {
  const tab = aTab();
  tab.at("playing", {round: 3});
  assert.equal(aTab(tab.kept).at("playing", {round: 4}), `You missed 1 round; ${SCORES}; you play now`);
});

test("who missed nothing is told nothing", () => {
  const tab = aTab();
  tab.at("playing", {round: 3});
  assert.equal(tab.at("judging", {round: 3}, BOB, true), "");
  assert.equal(tab.at("round_over", {round: 3}, BOB, true), "", "its verdict stands there");
  assert.equal(aTab(tab.kept).at("playing", {round: 4}), "");
});

test("rounds that end while the page is hidden are missed", () => {
  const tab = aTab();
  tab.at("playing", {round: 1});
  tab.hidden = true;
  assert.equal(tab.at("round_over", {round: 1}), "");
  assert.equal(tab.at("playing", {round: 2}), "");
  tab.hidden = false;
  assert.equal(tab.at("playing", {round: 2}), `You missed 1 round; ${SCORES}; you play now`);
});

test("rounds that pass before one's eyes are not", () => {
  const tab = aTab();
  for (const [phase, round] of [["playing", 1], ["judging", 1], ["round_over", 1], ["playing", 2], ["round_over", 2], ["playing", 3]]) assert.equal(tab.at(phase, {round}), "");
});

test("a game that was begun anew meanwhile is told as one", () => {
  const tab = aTab();
  tab.at("playing", {round: 7});
  assert.equal(tab.at("playing", {game: 2, round: 1}, BOB, true), `A new game has begun; ${SCORES}; you play now`);
  tab.at("playing", {round: 7});
  assert.equal(tab.at("playing", {game: 2, round: 3}, BOB, true), `A new game has begun, you missed 2 rounds; ${SCORES}; you play now`);
});

test("who saw the lobby and comes back in a game is told that it runs", () => {
  const tab = aTab();
  tab.at("lobby");
  assert.equal(tab.at("playing", {round: 2}, BOB, true), `The game has begun, you missed 1 round; ${SCORES}; you play now`);
});

test("who comes late is told where the game is", () => {
  const late = table("playing", {round: 4});
  late.players[2].next_round = true;
  assert.equal(aTab().at("playing", {round: 4, players: late.players}, seat("2")), `You join in round 4; ${SCORES}; you play next round`);
  assert.equal(aTab().at("playing", {round: 4}, null), `This is round 4; ${SCORES}`);
});

test("the first round, a lobby and the end of a game explain themselves", () => {
  assert.equal(aTab().at("playing", {round: 1}), "");
  const tab = aTab();
  tab.at("playing", {round: 1});
  for (const phase of ["game_over", "lobby"]) assert.equal(tab.at(phase, {round: 5}, BOB, true), "");
});

test("the line is read out, and goes by itself or with a tap", () => {
  const tab = aTab();
  assert.ok(tab.at("playing", {round: 4}));
  assert.deepEqual(tab.heard, [tab.story.told]);
  tab.time.pass(9000);
  assert.equal(tab.story.told, "");
  const place = show(roomView, table("playing"), BOB, {told: "You missed 2 rounds"});
  assert.match(words(find(place, "caught-up")), /^You missed 2 rounds/);
});

test("who leads is named, oneself first, and many are counted", () => {
  const scores = (...all) => table("playing", {players: Object.fromEntries(all.map((score, index) => [index + 1, {name: "ABCD"[index], score, presence: "here"}]))});
  assert.deepEqual([scores(0, 0), scores(2, 1), scores(1, 2), scores(2, 2), scores(2, 2, 2)].map((one) => whoLeads(one, "2")),
    ["", "A leads with 2", "you lead with 2", "you and A lead with 2", "3 players lead with 2"]);
});
