/** Who comes: the tally with faces in panel and lobby, and what a host sends to hear more. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {guestList, night, seat, show, table} from "../tables.mjs";
import {askAll, sayToAll, tally} from "../../../../static/js/room/invitations/answers.js";
import {Guests} from "../../../../static/js/room/invitations/guests.js";
import {Night} from "../../../../static/js/room/invitations/night.js";
import {invitePanel} from "../../../../static/js/room/invitations/panel.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const ANSWERED = {
  ...night, answers: {yes: 2, maybe: 1}, plus: 1, open: 3,
  people: [{name: "Bob Miller", answer: "yes", plus: true}, {name: "", answer: "yes", plus: false}, {name: "Cat", answer: "maybe", plus: false}],
};

function guestsWith(data) {
  const sent = [];
  const guests = new Guests({links: {night_ask: "/ask", night_say: "/say"}, changed() {}, later() {}, send: async (...asked) => {
    sent.push(asked);
    return {ok: true, data};
  }});
  guests.take({...guestList, night});
  return {guests, sent};
}

test("answers are counted, with who comes along and who is silent", () => {
  assert.equal(tally(ANSWERED), "2 yes and 1 more, 1 maybe, 3 have not answered");
  assert.equal(tally(night), "Nobody has answered yet");
});

test("the panel begins with who comes, by their initials", () => {
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, night: ANSWERED}});
  const rsvp = find(place, "rsvp");
  assert.deepEqual([...rsvp.querySelectorAll(".dot")].map(words), ["BM", "?", "CA"]);
  assert.match(words(rsvp), /Bob Miller \+ 1 yes.*A guest yes.*Cat maybe.*Remind those who have not answered/);
});

test("who has a seat is shown with the face they have chosen there, in both lists of the panel", () => {
  const sits = {...ANSWERED, people: [{id: 7, seat: "2", name: "Bob", answer: "yes", plus: false}]};
  const invitations = [{id: 7, email: "bob@example.org", name: "Bob", status: "joined", reason: "", answer: "yes", player: "Bob", seat: "2"}];
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, invitations, night: sits}});
  for (const one of ["face", "guest"]) assert.ok(find(place, one).querySelector(".drawn") && !find(place, one).querySelector(".dot"), one);
});

test("news of the table is newer than the list", () => {
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, night}, night: ANSWERED});
  assert.match(words(find(find(place, "rsvp"), "tally")), /^2 yes/);
});

test("a guest without a name has the address that the host typed, in the host's panel alone", () => {
  const asked = {...ANSWERED, people: [{id: 7, seat: "", name: "", answer: "yes", plus: false}]};
  const row = {id: 7, email: "bob@example.org", name: "", status: "sent", reason: "", answer: "yes", player: "", seat: "", told: null, missed: null, goes: null, stops: false};
  const list = {...guestList, night: asked, invitations: [row]};
  assert.match(words(find(show(roomView, table("lobby"), seat("1"), {panel: "invite", list}), "rsvp")), /bob@example.org yes/);
  assert.match(words(find(show(roomView, table("lobby"), seat("1"), {night: asked, list}), "night-card")), /A guest yes/);
});

test("a row says whose address it is, which date they know, and what each button is about", () => {
  const row = {id: 7, email: "bob@example.org", name: "Bob", status: "sent", reason: "", answer: "", player: "", seat: "", told: {kind: "moved", at: 1, starts: ANSWERED.starts}, missed: null, goes: null, stops: false, same_as: null};
  const second = {...row, id: 8, name: "", email: "bob@home.example", same_as: 7, told: {...row.told, starts: ANSWERED.starts - 3600000}};
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, night: ANSWERED, invitations: [row, second]}});
  const rows = [...place.querySelectorAll("[data-testid=guest]")].map((one) => one.textContent.replace(/\s+/g, " "));
  assert.match(rows[0], /Knows the date: .*Take back the invitation of Bob/);
  assert.match(rows[1], /The same guest as Bob ?Knows the old date: /);
});

test("the link that opens under a row comes into view", () => {
  const row = {id: 7, email: "bob@example.org", name: "", status: "sent", reason: "", answer: "", player: "", seat: "", told: null, missed: null, goes: null, stops: false};
  const place = show((room) => {
    room.guests.take({...guestList, invitations: [row]});
    room.guests.shown = {id: 7, link: "http://cards.example/x", qr: "/qr.svg"};
    return invitePanel(room);
  }, table("lobby"), seat("1"));
  let seen = null;
  place.querySelector(".own-link").scrollIntoView = (how) => { seen = how; };
  place.querySelector(".own-link .qr").dispatchEvent(new Event("load"));
  assert.deepEqual(seen, {block: "nearest"});
});

test("the lobby shows everybody who comes", () => {
  const card = find(show(roomView, table("lobby"), seat("2"), {night: ANSWERED}), "night-card");
  assert.equal(card.querySelectorAll("[data-testid=face]").length, 3);
});

test("without a mail server no question claims that letters tell", () => {
  const known = {id: 1, email: "bob@example.org", name: "Bob", status: "sent", reason: "", answer: "", player: "", seat: "", told: null, missed: null, goes: null, stops: false};
  const shown = (mail) => words(show((room) => {
    room.guests.take({...guestList, mail, night, invitations: [known]});
    room.guests.date.moving = {wish: {}, reason: "", letters: 3, answers: 0};
    return invitePanel(room);
  }, table("lobby"), seat("1")));
  assert.match(shown("smtp"), /3 letters tell of the new date.*Send again/s);
  assert.doesNotMatch(shown("folder"), /letters tell|Send again|stands in the letters|tell everybody/);
});

test("where all letters are kept a row says so in one word, and once there is a mail server what was missed", () => {
  const known = {id: 1, email: "bob@example.org", name: "Bob", status: "kept", reason: "", answer: "", player: "", seat: "", told: null, goes: null, stops: false,
    missed: {kind: "night", state: "kept", reason: "", starts: null}};
  const row = (mail) => words(find(show((room) => {
    room.guests.take({...guestList, mail, night, invitations: [known]});
    return invitePanel(room);
  }, table("lobby"), seat("1")), "guest"));
  assert.doesNotMatch(row("folder"), /Not told/);
  assert.match(row("folder"), /Kept here, not sent/);
  assert.match(row("smtp"), /Not told of the date: the letter is kept here, not sent/);
});

test("who is asked answers above the list of those who have", () => {
  const card = words(find(show(roomView, table("lobby"), seat("2"), {night: {...ANSWERED, guests: ["2"]}}), "night-card"));
  assert.ok(card.indexOf("Are you coming?") >= 0 && card.indexOf("Are you coming?") < card.indexOf("1 maybe"), card);
});

test("with every answer there, nobody is reminded", () => {
  const place = show(roomView, table("lobby"), seat("1"), {panel: "invite", list: {...guestList, night: {...ANSWERED, open: 0}}});
  assert.equal(find(place, "ask-all"), null);
});

test("asking and telling say how many letters go, and what became of links", async () => {
  const {guests, sent} = guestsWith({night: ANSWERED, invitations: [], letters: 3, plain: true});
  await askAll(guests);
  assert.equal(guests.said, "3 letters ask whether they come.");
  guests.write({message: "See www.example.com"});
  await sayToAll(guests);
  assert.match(guests.said, /^3 letters are on the way. Links in them are plain text/);
  assert.deepEqual([sent.map(([url]) => url), sent[1][1], guests.draft.message], [["/ask", "/say"], {text: "See www.example.com"}, ""]);
});

test("a guest at the table says whether they come, and with whom", () => {
  const asked = {...ANSWERED, plus_one: true, guests: ["2", "4"], people: [{id: 7, seat: "2", name: "Bob", answer: "yes", plus: true}]};
  const answers = (number) => find(show(roomView, table("lobby"), seat(number), {night: asked}), "my-answer");
  assert.deepEqual([find(answers("2"), "answer-yes").getAttribute("aria-pressed"), find(answers("2"), "plus").checked], ["true", true]);
  assert.deepEqual([find(answers("4"), "answer-yes").getAttribute("aria-pressed"), find(answers("4"), "plus"), answers("3")], ["false", null, null]);
});

test("an answer is sent and shown, and a refusal is told", async () => {
  const sent = [];
  const replies = [{ok: true, data: {night: ANSWERED}}, {ok: false, data: {message: "There is no date any more."}}];
  const date = new Night({url: "/night.json", answerUrl: "/answer", changed() {}, send: async (...more) => sent.push(more) && replies.shift()});
  date.heard(night);
  await Promise.all([date.answer("yes", true), date.answer("no", false)]);
  assert.deepEqual([sent, date.shown, date.trouble], [[["/answer", {answer: "yes", plus: true, starts: night.starts}]], ANSWERED, ""]);
  await date.answer("no", false);
  assert.deepEqual([date.shown, date.trouble], [ANSWERED, "There is no date any more."]);
});

test("every phase can open the date", () => {
  const place = show(roomView, table("playing"), seat("2"), {panel: "night", night: {...ANSWERED, guests: ["2"]}});
  assert.ok(find(find(place, "night-panel"), "my-answer"));
  assert.ok(find(show(roomView, table("playing"), seat("2"), {panel: "menu", night}), "open-night"));
});
