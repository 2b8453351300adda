/** After a game, and the list of open rooms. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {seat, show, table} from "../tables.mjs";
import {Evening} from "../../../../static/js/room/rounds/evening.js";
import {Listing} from "../../../../static/js/room/people/listing.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const links = {make_recap: "/recap/", listing: "/listing.json", list_room: "/listing/"};
const OVER = {game: 2, winners: ["1"]};
const PAST = [{game: 2, round: 1, black: "_", pick: 1, judge: "Bo", winner: "Ann", plays: [{name: "Ann", cards: ["a duck"], won: true}]}];
const RECAP = {url: "http://cards.example/recaps/x/", picture: "http://cards.example/recaps/x/round-1.png"};

function anEvening(parts) {
  const said = [];
  return {said, evening: new Evening({links, changed: () => {}, say: (text) => said.push(text), ...parts})};
}

test("a page is made once of each game", async () => {
  const {evening} = anEvening({send: async (url, body) => ({ok: true, data: {...RECAP, asked: [url, body]}})});
  await evening.make(2);
  assert.deepEqual(evening.recaps.get(2), RECAP);
});

test("what cannot be made is told", async () => {
  const {evening, said} = anEvening({send: async () => ({ok: false, data: {message: "No."}})});
  await evening.make(2);
  assert.deepEqual([evening.recaps.size, said, evening.busy], [0, ["No."], false]);
});

test("letters go once while they are on their way", async () => {
  let sent = 0;
  const {evening, said} = anEvening({send: async () => ({ok: true, data: {message: `${++sent} letter is on its way.`}})});
  await Promise.all([evening.mail(2), evening.mail(2)]);
  assert.deepEqual(said, ["1 letter is on its way."]);
});

test("whoever hears of the next room is led there", () => {
  const {evening, said} = anEvening();
  evening.heard({code: "KX7PQ", by: "Ann"});
  assert.deepEqual([evening.again.code, said.length], ["KX7PQ", 1]);
});

test("after a game its page is offered to who has played, and not to spectators", () => {
  const offered = (who) => show(roomView, table("game_over", OVER), who, {past: PAST}).querySelector("[data-testid=make-recap]");
  assert.ok(offered(seat("2")));
  assert.equal(offered(null), null);
});

test("of a page that is there the link and the picture are offered", () => {
  const place = show(roomView, table("game_over", OVER), seat("2"), {past: PAST, evening: {recaps: new Map([[2, RECAP]])}});
  assert.equal(place.querySelector("[data-testid=recap-link]").getAttribute("href"), RECAP.url);
  assert.ok(place.querySelector("[data-testid=save-picture]").getAttribute("href").startsWith(RECAP.picture));
});

test("the host goes on with all, and the others go along", () => {
  assert.ok(show(roomView, table("game_over", OVER), seat("1")).querySelector("[data-testid=go-on]"));
  const place = show(roomView, table("game_over", OVER), seat("2"), {evening: {again: {code: "KX7PQ", by: "Ann"}}});
  assert.equal(place.querySelector("[data-testid=go-on]"), null);
  assert.match(place.querySelector("[data-testid=go-along]").textContent, /Ann has opened the next room/);
});

test("only the host sees the switch, with what strangers see", () => {
  const listing = {wish: {listed: false, why_not: ""}};
  const place = show(roomView, table("lobby"), seat("1"), {listing});
  assert.match(place.querySelector("#about-listing").textContent, /your name, the decks/);
  assert.equal(show(roomView, table("lobby"), seat("2"), {listing}).querySelector("[data-testid=open-to-all]"), null);
});

test("a switch that is refused goes back and says why", async () => {
  const said = [];
  const listing = new Listing({links, changed: () => {}, say: (text) => said.push(text), get: async () => ({listed: false, why_not: ""}),
    send: async () => ({ok: false, data: {message: "Enough for today."}})});
  await listing.load();
  await listing.show(true);
  assert.deepEqual([listing.wish.listed, said], [false, ["Enough for today."]]);
});
