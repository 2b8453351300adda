/** One press sends letters with the date; those beyond the limit say when they go. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {guestList, night, seat, show, table} from "../tables.mjs";
import {Guests} from "../../../../static/js/room/invitations/guests.js";
import {sendAgain, sendLetters, sentWords, turn} from "../../../../static/js/room/invitations/sending.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const SOON = Date.now() + 60000;
const row = (id, goes = null) => ({id, email: `p${id}@example.org`, name: "", status: "queued", reason: "", answer: "", player: "", told: null, missed: null, goes});

function guestsWith(answers) {
  const sent = [];
  const guests = new Guests({links: {night: "/night", invite: "/send"}, changed() {}, later() {}, send: async (url, body) => {
    sent.push([url, body]);
    return answers[url];
  }});
  guests.take(guestList);
  guests.write({addresses: "bob@example.org", starts: "2099-11-28T20:00", place: "Kitchen"});
  return {guests, sent};
}

test("it says how many went and by when the others follow", () => {
  assert.equal(sentWords([row(1), row(2), row(3, SOON), row(4, SOON + 1)]), `2 letters are on the way, 2 follow by ${turn(SOON + 1)}.`);
  assert.equal(sentWords([row(3, SOON)]), `1 letter goes by ${turn(SOON)}.`);
  assert.deepEqual([sentWords([row(1)]), sentWords([])], ["1 letter is on the way.", ""]);
});

test("a letter that goes again says when", async () => {
  const again = async (goes, mail) => {
    const {guests} = guestsWith({"/invitations/3/again/": {ok: true, data: {invitation: row(3, goes)}}});
    guests.links.invite_again = "/invitations/0/again/";
    guests.learn({mail});
    await sendAgain(guests, 3);
    return guests.said;
  };
  assert.deepEqual([await again(null, "smtp"), await again(SOON, "smtp")], ["1 letter is on the way.", `1 letter goes by ${turn(SOON)}.`]);
  assert.equal(await again(null, "folder"), "1 letter is kept here, not sent.");
});

test("one press sets the date and then sends the letters", async () => {
  const {guests, sent} = guestsWith({"/night": {ok: true, data: {night, letters: 0, invitations: []}}, "/send": {ok: true, data: {invitations: [row(1)], refused: [], rest: ""}}});
  await sendLetters(guests);
  assert.deepEqual(sent.map(([url]) => url), ["/night", "/send"]);
  assert.deepEqual([sent[0][1].place, guests.said], ["Kitchen", "1 letter is on the way."]);
});

test("a date that is refused sends nothing and loses nothing", async () => {
  const {guests, sent} = guestsWith({"/night": {ok: false, data: {message: "That moment has passed."}}});
  await sendLetters(guests);
  assert.deepEqual([sent.length, guests.trouble, guests.draft.addresses], [1, "That moment has passed.", "bob@example.org"]);
});

test("a room that has its date is not asked for it again", async () => {
  const {guests, sent} = guestsWith({"/send": {ok: true, data: {invitations: [], refused: [], rest: ""}}});
  guests.learn({night});
  await sendLetters(guests);
  assert.deepEqual(sent.map(([url]) => url), ["/send"]);
});

test("a letter that waits says when it goes", () => {
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, invitations: [row(1, SOON)]}});
  assert.ok(words(find(place, "guest")).includes(`Goes at ${turn(SOON)}`));
});
