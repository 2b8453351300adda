/** Who decides and how, as each role sees it: votes, three places, a judge who is gone, the question, the verdict. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {decision, gains, isDecision, marked, mayChoose, placeOf, placesToGive, signed} from "../../../../static/js/room/rounds/deciding.js";
import {howItGoes, verdictLine} from "../../../../static/js/room/texts/deciding_words.js";
import {roomView} from "../../../../static/js/room/views/room.js";
import {tvView} from "../../../../static/js/room/views/tv/tv.js";
import {statusLine, told} from "../../../../static/js/room/texts/words.js";

const OPEN = {0: {cards: ["a duck"]}, 1: {cards: ["free cake"]}, 2: {cards: ["Tea."]}, 3: {cards: ["a spoon"]}};
const OWNED = Object.fromEntries(Object.entries(OPEN).map(([number, play]) => [number, {...play, player: String(Number(number) + 1), votes: 3 - Number(number)}]));
const won = (play, points = 1) => ({player: String(Number(play) + 1), play, points});

/** A table at which everybody votes. */
function vote(phase = "judging", {settings, ...more} = {}) {
  const plain = table(phase, {plays: OPEN, decided_by: "vote", waiting_for: ["2", "4"], ...more});
  plain.settings = {...plain.settings, decides: "vote", ...settings};
  delete plain.judge;
  return plain;
}
const ranked = (phase, more) => vote(phase, {...more, settings: {top_three: true}});
const voter = (more) => seat("2", ["vote"], {mine: "1", ...more});
const status = (...shown) => words(find(show(roomView, ...shown), "status"));
const badges = (place) => [...place.querySelectorAll(".piles .badge")].map((badge) => [badge.closest("[data-play]").dataset.play, words(badge)]);

test("the others' answers can be voted for, the own one only looked at", () => {
  const moves = [];
  const place = show(roomView, vote(), voter(), {moves});
  for (const number of ["0", "1"]) place.querySelector(`.piles [data-play='${number}']`).click();
  assert.deepEqual(moves, [["pick", "0"], ["look", "1"]]);
  assert.equal(words(place.querySelector(".own .yours")), "yours");
});

test("a vote is chosen, then confirmed in the dock", () => {
  const moves = [];
  const place = show(roomView, vote(), voter(), {ui: {picks: ["2"]}, moves});
  assert.match(words(find(place, "black-card")), /there was Tea/);
  find(place.querySelector(".dock"), "confirm-vote").click();
  assert.deepEqual(moves, [["move", "vote", {play: "2"}]]);
});

test("a vote that is in has a tick, and another may take its place", () => {
  const voted = voter({vote: ["2"]});
  const place = show(roomView, vote(), voted);
  assert.deepEqual([badges(place), find(place, "confirm-vote")], [[["2", "your vote\u2713"]], null]);
  assert.match(words(place.querySelector(".dock")), /Your vote is in/);
  assert.ok(find(show(roomView, vote(), voted, {ui: {picks: ["0"]}}), "confirm-vote"));
});

test("seats show who has voted and who is voting", () => {
  const shown = vote();
  shown.players[1].voted = true;
  const seats = [...show(roomView, shown, voter()).querySelectorAll(".seat .word")].map(words);
  assert.deepEqual(seats, ["has voted", "is voting", "is voting"]);
});

test("the status speaks to voters, to those who have voted, and to those who watch", () => {
  assert.equal(status(vote(), voter()), "Vote for the best answer");
  assert.equal(status(vote("judging", {waiting_for: ["4"]}), voter({vote: ["0"]})), "Waiting for Dan");
  assert.equal(statusLine(vote(), null), "Everybody votes. Waiting for Bob and Dan");
  assert.equal(statusLine(vote("playing"), seat("2", ["play_cards"])), "Everybody votes. Choose 1 card.");
});

test("the big screen shows no vote and no author before the verdict", () => {
  const place = show(tvView, vote());
  assert.deepEqual([place.querySelectorAll(".badge, .author, .focus").length, place.querySelectorAll(".tv-answers .up").length], [0, 4]);
});

test("three answers get places in the order in which they are chosen", () => {
  const place = show(roomView, ranked(), voter(), {ui: {picks: ["3", "0"]}});
  assert.deepEqual(badges(place), [["0", "place 2"], ["3", "place 1"]]);
  assert.deepEqual([words(place.querySelector(".dock .primary")), place.querySelector(".dock .primary").disabled], ["1 more", true]);
});

test("three places are confirmed together, by a judge too", () => {
  const moves = [];
  find(show(roomView, ranked(), voter(), {ui: {picks: ["3", "0", "2"]}, moves}), "confirm-vote").click();
  const judged = table("judging", {plays: OPEN});
  judged.settings = {...judged.settings, top_three: true};
  find(show(roomView, judged, seat("3", ["pick_winner"]), {ui: {picks: ["1", "0", "2"]}, moves}), "confirm-winner").click();
  assert.deepEqual(moves, [["move", "vote", {plays: ["3", "0", "2"]}], ["move", "pick_winner", {plays: ["1", "0", "2"]}]]);
});

test("of two answers both are ranked, and of one other answer there is nothing to rank", () => {
  const two = ranked("judging", {plays: {0: OPEN[0], 1: OPEN[1]}});
  assert.equal(placesToGive(two, seat("3", ["vote"])), 2);
  assert.equal(placesToGive(two, voter()), 1);
  assert.match(words(show(roomView, two, seat("3", ["vote"])).querySelector(".dock")), /Tap your best two, the best one first/);
});

test("what the server has already is sent no more", () => {
  const voted = voter({vote: ["0"]});
  assert.deepEqual([isDecision(vote(), voted, ["0"]), isDecision(vote(), voted, ["2"]), isDecision(vote(), seat("2"), ["2"])], [false, true, false]);
  assert.deepEqual([marked([], voted), marked(["2"], voted), decision(ranked(), voter(), ["2", "0", "3"])], [["0"], ["2"], ["vote", {plays: ["2", "0", "3"]}]]);
});

for (const [why, lost, mine] of [["judge_gone", "Cleo is gone", "Cleo is gone"], ["judge_slept", "Cleo ran out of time", "Your time is up"]]) {
  test(`everybody learns that they decide (${why})`, () => {
    const gone = vote("judging", {former_judge: {player: "3", why}});
    assert.deepEqual([status(gone, voter()), words(find(show(tvView, gone), "status")), status(gone, seat("3", ["vote"]))],
      [`${lost}: you decide, 20 seconds`, `${lost}: everybody votes, 20 seconds`, `${mine}: everybody votes, 20 seconds`]);
  });
}

test("who is away or watches is not told that they decide", () => {
  const gone = vote("judging", {former_judge: {player: "3", why: "judge_gone"}});
  assert.deepEqual([status(gone, seat("2", ["here"])), status(gone, null)], Array(2).fill("Cleo is gone: everybody votes, 20 seconds"));
});

test("while answers are chosen a lost judge is told once, and later the status says it", () => {
  const entry = {type: "table_decides", why: "judge_gone"};
  const gone = {former_judge: {player: "3", why: "judge_gone"}};
  assert.equal(told(entry, vote("playing", gone), "2"), "Cleo is gone: everybody votes.");
  assert.equal(told(entry, vote("judging", gone), "2"), "");
});

test("a tie shows each winning sentence with its author and votes", () => {
  const shared = vote("round_over", {plays: OWNED, verdict: [won("0"), won("1")]});
  const place = show(roomView, shared, seat("2"));
  assert.deepEqual([...place.querySelectorAll(".winner")].map((one) => words(one)), [
    "In the beginning there was a duck. Ann \u00B7 3 votes", "In the beginning there was free cake. Bob \u00B7 2 votes"]);
  assert.equal(status(shared, seat("2")), "You and Ann share it");
  assert.equal(show(tvView, shared).querySelectorAll(".shared .winning").length, 2);
});

test("the other answers come by their votes", () => {
  const place = show(roomView, vote("round_over", {plays: {...OWNED, 3: {...OWNED[3], votes: 2}}, verdict: [won("0")]}), seat("2"));
  assert.deepEqual([...place.querySelectorAll(".piles .author")].map(words), ["Bob \u00B7 2 votes", "Dan \u00B7 2 votes", "Cleo \u00B7 1 vote"]);
});

test("the second and third place have their badges and points", () => {
  const places = ranked("round_over", {plays: OWNED, verdict: [won("2", 3), won("0", 2), won("1", 1)]});
  const place = show(roomView, places, seat("4"));
  assert.deepEqual(badges(place), [["0", "place 2"], ["1", "place 3"]]);
  assert.equal(words(place.querySelector(".piles .author")), "Ann \u00B7 3 vote points \u00B7 +2");
  assert.deepEqual([...place.querySelectorAll(".seats .plus")].map(words), ["+2", "+1", "+3"]);
});

test("points that share a place share its number", () => {
  const tied = {verdict: [won("0", 3), won("1", 2), won("2", 2)]};
  assert.deepEqual(["0", "1", "2", "3"].map((number) => placeOf(tied, number)), [1, 2, 2, 0]);
});

test("a verdict names what it is worth, where that is not one point", () => {
  const line = (...verdict) => verdictLine(vote("round_over", {verdict}), "2");
  assert.deepEqual([line(won("0")), line(won("1", 2)), line(won("0", 2), won("2", 2)), line()],
    ["Ann wins the round", "You win the round: 2 points!", "Ann and Cleo share it, 2 points each", ""]);
});

test("nobody voted, and nobody is blamed", () => {
  assert.match(statusLine(vote("round_over", {verdict: undefined, winner: undefined, void: "no_votes"}), null), /^Nobody voted\. They were all too good/);
});

test("points beside the verdict are added, and lost ones have a minus", () => {
  assert.deepEqual(gains({verdict: [won("0", 2)]}, {1: 1, 3: -1}), {1: 3, 3: -1});
  assert.deepEqual([signed(2), signed(-1)], ["+2", "\u22121"]);
});

test("the last round says that it counts double, on every screen", () => {
  const last = table("playing", {finale: "double"});
  for (const view of [roomView, tvView]) assert.equal(words(find(show(view, last, seat("2", ["play_cards"])), "ribbon")), "Last round: double points");
  assert.equal(words(find(show(roomView, {...last, finale: "haiku"}, seat("2", ["play_cards"])), "ribbon")), "Last round: a haiku, double points");
  assert.equal(find(show(roomView, table("playing"), seat("2")), "ribbon"), null);
});

test("the rules say what is played otherwise", () => {
  assert.equal(howItGoes({decides: "vote"})[2], "One point for the winner, ties share it; then a new round.");
});

test("in the heat of a crowd each has one vote, and only numbers are waited for", () => {
  const crowd = vote("judging", {decided_by: "heats", heat: {answers: 900}, waiting_for: [], crowd: {seats: 900, here: 900, waiting: 12, answered: 888}, settings: {top_three: true}});
  assert.deepEqual([placesToGive(crowd, voter()), decision(crowd, voter(), ["2"])], [1, ["vote", {play: "2"}]]);
  assert.equal(statusLine(crowd, voter()), "Vote for the best answer");
  assert.equal(statusLine(crowd, {...voter(), vote: ["2"]}), "Waiting for 12 players");
});

test("who has laid down two answers votes for neither", () => {
  const two = voter({second_mine: "2"});
  assert.deepEqual(["0", "1", "2", "3"].filter((number) => mayChoose(two, number)), ["0", "3"]);
});
