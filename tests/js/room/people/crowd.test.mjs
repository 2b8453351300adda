/** A room of many: how many are not listed, and how the host finds one of them. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {FindingPeople} from "../../../../static/js/room/people/finding_people.js";
import {startNeeds} from "../../../../static/js/room/roles.js";
import {roomView} from "../../../../static/js/room/views/room.js";
import {tvView} from "../../../../static/js/room/views/tv/tv.js";

const SAM = {player: "57", name: "Sam", score: 2, presence: "away"};
const crowd = (phase, more = {}) => table(phase, {crowd: {seats: 200, here: 190, waiting: 0, answered: 150}, ...more});
const menu = (sits, finding) => show(roomView, crowd("playing"), sits, {panel: "menu", finding});

test("a lobby and the seats of a game say how many are not listed", () => {
  assert.equal(words(find(show(roomView, crowd("lobby"), seat("1")), "not-listed")), "and 196 more");
  assert.equal(words(find(show(tvView, crowd("playing")), "not-listed")), "and 196 more");
  assert.equal(find(show(roomView, table("lobby"), seat("1")), "not-listed"), null);
});

test("a crowd is counted, not what is listed of it", () => {
  const place = show(roomView, crowd("lobby"), seat("1"));
  assert.equal(words(place.querySelector("[aria-label='Who is here'] h2")), "190 players here, 10 away");
  assert.match(words(show(tvView, crowd("lobby"))), /200 players/);
  assert.equal(startNeeds(crowd("lobby", {serves: 43})), "Choose more cards first");
});

test("no more answers lie on the big screen than it has room for", () => {
  assert.equal(show(tvView, crowd("playing")).querySelectorAll(".card.down").length, 24);
});

test("the big screen counts votes while a crowd reads on its phones", () => {
  assert.equal(words(find(show(tvView, crowd("judging", {heat: {answers: 150}, plays: undefined})), "votes-in")), "150 votes are in");
});

test("an answer of somebody whom a crowd does not list names nobody", () => {
  const plays = {0: {cards: ["a"], player: "1"}, 1: {cards: ["b"], player: "77"}, 2: {cards: ["c"], player: "2"}};
  const place = show(roomView, crowd("round_over", {plays, verdict: [{player: "1", play: "0", points: 1}]}), seat("2"));
  assert.deepEqual([...place.querySelectorAll(".pile .author")].map(words), ["Bob"]);
});

test("the host finds somebody by name, with what can be done about them", () => {
  const place = menu(seat("1", ["make_host"]), {people: [SAM], more: 3});
  assert.match(words(place.querySelector(".found li")), /^Sam away 2 Mute Make host Remove$/);
  assert.match(words(place.querySelector(".finding")), /3 more: type more of the name/);
  assert.match(words(menu(seat("1"), {people: []}).querySelector(".finding")), /Nobody here is called like that/);
});

test("one tap lists everybody, for whoever sits at the table", () => {
  const moves = [];
  find(show(roomView, crowd("lobby"), seat("2"), {moves}), "list-everybody").click();
  assert.deepEqual(moves, [["listEverybody"]]);
  const listed = menu(seat("2"), {people: [SAM], more: 0, listed: true});
  assert.deepEqual([...find(listed, "people").querySelectorAll(".name")].map(words), ["Sam"]);
  assert.equal(listed.querySelector("dialog [data-testid=not-listed]"), null);
});

test("who watches looks for nobody, and nobody does where all are listed", () => {
  assert.equal(find(menu(null), "find-person"), null);
  assert.equal(find(menu(null), "list-everybody"), null);
  assert.equal(find(show(roomView, table("playing"), seat("1"), {panel: "menu"}), "find-person"), null);
});

/** A search whose questions are answered by hand. */
function aSearch() {
  const asked = [];
  const get = (url) => new Promise((answer, fail) => asked.push({url, answer, fail}));
  return {asked, finding: new FindingPeople({url: "/people.json", changed: () => {}, get, soon: (run) => run})};
}

test("what was typed last counts, whichever answer comes last", async () => {
  const {asked, finding} = aSearch();
  finding.type("s");
  finding.type(" sa ");
  asked[1].answer({people: [SAM], more: 0});
  asked[0].answer({people: [], more: 9});
  await new Promise(setImmediate);
  assert.deepEqual([asked[1].url, finding.people, finding.more], ["/people.json?q=sa", [SAM], 0]);
});

test("everybody is asked for without letters, until somebody types", async () => {
  const {asked, finding} = aSearch();
  finding.list();
  asked[0].answer({people: [SAM], more: 0});
  await new Promise(setImmediate);
  assert.deepEqual([asked[0].url, finding.people, finding.listed], ["/people.json?q=", [SAM], true]);
  finding.type("b");
  assert.deepEqual([finding.listed, finding.people], [false, null]);
});

test("an empty field finds nobody, and a lost answer leaves what is there", async () => {
  const {asked, finding} = aSearch();
  finding.people = [SAM];
  finding.type("bo");
  asked[0].fail(new Error("503"));
  await new Promise(setImmediate);
  assert.deepEqual(finding.people, [SAM]);
  finding.type(" ");
  assert.deepEqual([finding.people, asked.length], [null, 1]);
});
