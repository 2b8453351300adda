/** The cards that a sheet is about, and what the table hears when one goes. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {inHand, ofBlack, ofPlay} from "../../../../static/js/room/rounds/subjects.js";
import {roomView} from "../../../../static/js/room/views/room.js";
import {told} from "../../../../static/js/room/texts/words.js";

const TABLE = {
  phase: "judging", round: 3, black_card: {text: "_ and _", pick: 2}, plays: {0: {cards: ["a duck", "taxes"]}, 1: {}},
  players: {1: {name: "Ann"}, 2: {name: "Bo"}},
};

test("a card of one's own is meant by its number", () => {
  assert.deepEqual(inHand({id: 12, text: "a duck"}), [{kind: "white", text: "a duck", at: {kind: "white", card: 12}}]);
});

test("an answer is meant by its round, its play and its place", () => {
  assert.deepEqual(ofPlay(TABLE, "0").map((card) => card.at), [
    {kind: "white", round: 3, play: "0", place: 0}, {kind: "white", round: 3, play: "0", place: 1}]);
});

test("what lies face down, or nowhere, is no card to speak of", () => {
  assert.deepEqual([ofPlay(TABLE, "1"), ofPlay(TABLE, "7"), ofPlay({round: 1}, "0")], [[], [], []]);
});

test("the black card comes first, then the answers that stand in it", () => {
  assert.deepEqual(ofBlack(TABLE).map((card) => card.at), [{kind: "black", round: 3}]);
  assert.deepEqual(ofBlack(TABLE, "0").map((card) => card.text), ["_ and _", "a duck", "taxes"]);
});

test("the table hears who put a card aside, and never which", () => {
  const entry = {type: "dropped", player: "1", kind: "white"};
  assert.equal(told(entry, TABLE, "2"), "Ann put a card aside: it stays away from this table");
  assert.equal(told(entry, TABLE, "1"), "You put a card aside: it stays away from this table");
  assert.equal(told({type: "dropped", kind: "white"}, TABLE, "1"), "A card was taken out of the game");
});

test("a black card that is replaced is told so, one that is played out is not", () => {
  const entry = {type: "dropped", player: "1", kind: "black"};
  assert.equal(told(entry, {...TABLE, phase: "playing"}, "2"), "Ann put the black card aside: here is another");
  assert.match(told(entry, TABLE, "2"), /stays away/);
});

test("a card that somebody wrote is kept, not reported", () => {
  const over = table("round_over", {round: 3, plays: {0: {cards: ["my cat's lawyer"], player: "2", written: [0]}}});
  const place = show(roomView, over, seat("2"), {panel: "card", ui: {card: {cards: ofPlay(over, "0"), index: 0, game: 1}}});
  assert.match(find(place, "keep-card").getAttribute("href"), /\?kind=white&text=my\+cat%27s\+lawyer$/);
  assert.equal(find(place, "reason"), null);
});

test("a question that the judge wrote is one to keep", () => {
  assert.deepEqual(ofBlack({black_card: {text: "Why?", pick: 1, written: true}, round: 1})[0].written, true);
});
