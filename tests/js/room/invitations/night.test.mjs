/** The room's game night: asked for, heard of, and drawn for those who have a seat. */
process.env.TZ = "America/Los_Angeles";
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {guestList, night, seat, show, table} from "../tables.mjs";
import {Night} from "../../../../static/js/room/invitations/night.js";
import {invitePanel} from "../../../../static/js/room/invitations/panel.js";
import {roomView} from "../../../../static/js/room/views/room.js";

test("it is asked for, and what the socket brings replaces it", async () => {
  const shown = new Night({url: "/night.json", changed() {}, get: async () => ({night})});
  await shown.load();
  assert.equal(shown.shown, night);
  shown.heard(null);
  assert.equal(shown.shown, null);
});

test("what is shown stays while the server cannot be asked", async () => {
  const shown = new Night({url: "/night.json", changed() {}, get: async () => { throw new Error("away"); }});
  shown.heard(night);
  await shown.load();
  assert.equal(shown.shown, night);
});

test("the lobby says when on both clocks, where, and how to keep it", () => {
  const card = find(show(roomView, table("lobby"), seat("2"), {night}), "night-card");
  assert.match(words(card), /Cards and cake .*8:00 PM in Warsaw, 11:00 AM for you.* Where: Long Street 12 .*Ring twice/);
  assert.deepEqual([...card.querySelectorAll("a")].map((link) => link.getAttribute("href")), ["/night.ics", "https://google/", "https://outlook/"]);
});

test("who only watches, and a room without a date, see no card", () => {
  assert.equal(find(show(roomView, table("lobby"), null, {night}), "night-card"), null);
  assert.equal(find(show(roomView, table("lobby"), seat("2")), "night-card"), null);
});

test("a moved night names its old date", () => {
  const moved = {...night, moved_from: night.starts - 86400000};
  assert.match(words(find(show(roomView, table("lobby"), seat("2"), {night: moved}), "night-card")), /Moved from Friday/);
});

test("the host is asked whether guests hear of what has changed", () => {
  const place = show((room) => {
    room.guests.take({...guestList, night});
    room.guests.date.telling = {wish: {}, letters: 3, changed: ["place", "minutes"]};
    return invitePanel(room);
  }, table("lobby"), seat("1"));
  assert.match(words(find(place, "tell-question")), /Tell the 3 guests of what is new: place and length\?.*Save it and tell them.*Save it, no letters/);
  assert.equal(find(place, "set-night"), null);
});

test("the host says in the panel what it is called and where", async () => {
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, night}});
  assert.deepEqual(["night-title", "night-place", "night-note"].map((name) => find(place, name).value), ["Cards and cake", "Long Street 12", "Ring twice"]);
});
