/** The host's invitations: requests, refusals, and news from the socket. */
import assert from "node:assert/strict";
import {test} from "node:test";
import "../../dom.mjs";
import {askAll, sayToAll} from "../../../../static/js/room/invitations/answers.js";
import {asText, Guests} from "../../../../static/js/room/invitations/guests.js";
import {mayRevoke, maySendAgain, merged} from "../../../../static/js/room/invitations/row.js";
import {missedBy, missedByHowMany, sameAs, summary, toldOf, whereabouts} from "../../../../static/js/room/invitations/words.js";

const bob = {id: 1, email: "bob@example.org", name: "Bob", status: "sent", reason: "", answer: "", player: "", seat: "", told: null, missed: null};
const cat = {id: 2, email: "cat@example.org", name: "", status: "queued", reason: "", answer: "", player: "", seat: "", told: null, missed: null};
const list = {may: "yes", invitations: [bob], again: [], left: {hour: 20, day: 100}, language: "en", languages: [["en", "English"]], night: null};
const links = {invitations: "/list", invite: "/send", invite_again: "/invitations/0/again/", revoke: "/invitations/0/revoke/",
  guest_link: "/invitations/0/link.json", guest_qr: "/invitations/0/qr.svg", night: "/night", cancel_night: "/night/cancel", night_again: "/night/again"};

function guestsWith(answer = {ok: true, data: {}}) {
  const sent = [];
  const send = async (url, body) => {
    sent.push([url, body]);
    return answer;
  };
  const guests = new Guests({links, changed() {}, get: async () => list, send, later() {}});
  guests.take(list);
  return {guests, sent};
}

test("it counts what became of the letters", () => {
  assert.equal(summary([bob, cat, {...bob, id: 4}], {players: {}}), "2 sent, 1 being posted");
  assert.equal(summary([{...bob, status: "revoked"}], {players: {}}), "");
});

test("here is who has the page open, not who came once", () => {
  const table = {players: {2: {presence: "here"}, 3: {presence: "away"}, 4: {presence: "left"}}};
  const came = ["2", "3", "4", "5"].map((number) => ({...bob, status: "joined", seat: number}));
  assert.deepEqual([...came, bob].map((one) => whereabouts(one, table)), ["here", "seated", "left", "left", ""]);
  assert.equal(summary(came, table), "1 here, 1 with a seat, 2 left the table");
});

test("news replaces what it is about, or stands on top", () => {
  assert.deepEqual(merged([bob, cat], {...cat, status: "sent"}).map((one) => one.status), ["sent", "sent"]);
  assert.deepEqual(merged([bob], cat).map((one) => one.id), [2, 1]);
});

test("people are written so that they can be read again", () => {
  assert.equal(asText([bob, cat]), "Bob <bob@example.org>\ncat@example.org");
});

test("a machine that sends no mail says so, and lends the link of each guest", async () => {
  const {guests} = guestsWith({ok: true, data: {invitations: [cat], refused: [], rest: "", left: {hour: 19, day: 99}}});
  guests.take({...list, mail: "folder"});
  guests.write({addresses: "cat@example.org"});
  await guests.invite();
  assert.match(guests.said, /1 letter is kept here, not sent/);
  assert.equal(summary([bob, cat, {...bob, status: "joined", seat: "2"}], {players: {2: {presence: "here"}}}, guests.kept), "1 here, 1 sent, 1 kept here, not sent");
  assert.equal(summary([{...bob, status: "kept"}], {players: {}}), "1 kept here, not sent"); // also when a mail server is set
  guests.get = async (url) => ({link: `https://cards.example.org${url}`});
  await guests.showLink(2);
  assert.deepEqual(guests.shown, {id: 2, link: "https://cards.example.org/invitations/2/link.json", qr: "/invitations/2/qr.svg"});
  await guests.showLink(2);
  assert.equal(guests.shown, null);
});

test("a machine that sends no mail claims nowhere that guests know", async () => {
  const {guests} = guestsWith({ok: true, data: {night: {}, letters: 3, invitations: [bob]}});
  guests.take({...list, mail: "folder"});
  const said = [];
  for (const press of [() => askAll(guests), () => sayToAll(guests), () => guests.date.tellAgain(), () => guests.date.cancel()]) {
    await press();
    said.push(guests.said);
  }
  assert.ok(said.every((text) => /3 letters are kept here, not sent: (ask|tell) /.test(text)), said.join("\n"));
});

test("a second address of a guest is named as theirs", () => {
  const home = {...cat, same_as: bob.id};
  assert.deepEqual([sameAs(home, [bob, home]), sameAs(home, [home]), sameAs({...bob, same_as: null}, [bob, home])], ["The same guest as Bob", "", ""]);
});

test("who wants no more letters is sent none", () => {
  assert.deepEqual([maySendAgain(bob), maySendAgain({...bob, stops: true})], [true, false]);
});

test("what was refused stays in the box, the rest is on its way", async () => {
  const refused = [{text: "dan@", why: "is no address"}];
  const {guests, sent} = guestsWith({ok: true, data: {invitations: [cat], refused, rest: "dan@", left: {hour: 19, day: 99}}});
  guests.write({addresses: "cat@example.org, dan@", note: "Come!"});
  await guests.invite();
  assert.deepEqual(sent, [["/send", {addresses: "cat@example.org, dan@", note: "Come!", language: "en"}]]);
  assert.deepEqual([guests.draft.addresses, guests.refused, guests.invitations.map((one) => one.id)], ["dan@", refused, [2, 1]]);
  assert.match(guests.said, /1 letter is on the way/);
});

test("a request that fails loses nothing that was typed", async () => {
  const {guests} = guestsWith({ok: false, data: {message: "The line is down."}});
  guests.write({addresses: "cat@example.org", note: "Come!"});
  await guests.invite();
  assert.deepEqual([guests.draft.addresses, guests.draft.note, guests.trouble, guests.busy], ["cat@example.org", "Come!", "The line is down.", ""]);
});

test("a second press while the first is under way sends nothing", async () => {
  const {guests, sent} = guestsWith({ok: true, data: {invitations: [], refused: [], rest: ""}});
  guests.write({addresses: "cat@example.org"});
  await Promise.all([guests.invite(), guests.invite()]);
  assert.equal(sent.length, 1);
});

test("the socket's news changes the list", () => {
  const {guests} = guestsWith();
  guests.heard({...bob, status: "opened"});
  assert.equal(guests.invitations[0].status, "opened");
});

test("news before the list came waits for the list", () => {
  const guests = new Guests({links, changed() {}, get() {}, send() {}});
  guests.heard(bob);
  assert.deepEqual(guests.invitations, []);
});

test("again and revoke name the invitation they are about", async () => {
  const {guests, sent} = guestsWith({ok: true, data: {invitation: {...bob, status: "revoked"}}});
  await guests.revoke(1);
  assert.deepEqual([sent[0][0], guests.invitations[0].status], ["/invitations/1/revoke/", "revoked"]);
});

test("people from another night come into the box once", () => {
  const {guests} = guestsWith();
  guests.write({addresses: "BOB@example.org"});
  guests.add([bob, cat]);
  assert.equal(guests.draft.addresses, "BOB@example.org\ncat@example.org");
});

test("a night is set on this device's clock, and taken back", async () => {
  const night = {starts: 1925060400000, zone: "UTC", hours: 3, answers: {}};
  const {guests, sent} = guestsWith({ok: true, data: {night, letters: 2, invitations: []}});
  guests.write({starts: "2031-01-01T20:00", hours: 3});
  await guests.date.set();
  assert.deepEqual([sent[0][1].starts, sent[0][1].hours, guests.list.night], ["2031-01-01T20:00", 3, night]);
  assert.match(guests.said, /2 letters tell of it/);
});

const night = {starts: 1925060400000, zone: "UTC", hours: 3, answers: {yes: 2}};

/** Guests with a night, whose requests are answered one after the other. */
function guestsOfNight(...answers) {
  const {guests, sent} = guestsWith();
  guests.take({...list, night});
  guests.send = async (url, body) => {
    sent.push([url, body]);
    return {ok: true, data: answers.shift()};
  };
  return {guests, sent};
}

test("a night is moved only after a question that says how many letters it takes", async () => {
  const {guests, sent} = guestsOfNight({change: "moved", letters: 11, answers: 2}, {night, letters: 11, invitations: [bob]});
  guests.write({starts: "2031-01-02T20:00"});
  await guests.date.set();
  assert.deepEqual([sent.length, sent[0][1].dry_run, guests.date.moving.letters, guests.date.moving.answers], [1, true, 11, 2]);
  guests.date.because("The hall is closed.");
  await guests.date.move();
  assert.deepEqual([sent[1][1].reason, sent[1][1].dry_run, guests.date.moving, guests.invitations], ["The hall is closed.", undefined, null, [bob]]);
});

test("another length of the same night is saved without a question", async () => {
  const {guests, sent} = guestsOfNight({change: "same", letters: 0, answers: 0}, {night, letters: 0, invitations: []});
  guests.write({hours: 4});
  await guests.date.set();
  assert.deepEqual([sent.length, sent[1][1].hours, guests.date.moving, guests.said], [2, 4, null, "Saved; the date is the same, so no letter goes."]);
});

test("guests are told of another place only by a press that says so", async () => {
  for (const tell of [true, false]) {
    const {guests, sent} = guestsOfNight({change: "same", letters: 4, answers: 0, changed: ["place"]}, {night, letters: tell ? 4 : 0, invitations: []});
    guests.write({place: "Long Street 12"});
    await guests.date.set();
    assert.deepEqual([sent.length, sent[0][1].dry_run, guests.date.telling.letters], [1, true, 4]);
    await guests.date.save(tell);
    assert.deepEqual([sent[1][1].tell, sent[1][1].place, guests.date.telling], [tell, "Long Street 12", null]);
    assert.match(guests.said, tell ? /^Saved; 4 letters tell of it/ : /no letter goes/);
  }
});

test("without a mail server the host tells guests of another place", async () => {
  const {guests, sent} = guestsOfNight({change: "same", letters: 4, answers: 0, changed: ["place"]}, {night, letters: 0, invitations: []});
  guests.take({...guests.known, mail: "folder"});
  await guests.date.set();
  assert.deepEqual([sent.length, sent[1][1].tell], [2, false]);
  assert.match(guests.said, /tell your guests yourself/);
});

test("a host who keeps the date, or writes another one, is asked no more", async () => {
  for (const change of [(guests) => guests.date.stay(), (guests) => guests.write({starts: "2031-01-03T20:00"})]) {
    const {guests, sent} = guestsOfNight({change: "moved", letters: 1, answers: 0});
    await guests.date.set();
    change(guests);
    assert.deepEqual([guests.date.moving, sent.length], [null, 1]);
  }
});

test("a row says what a guest knows", () => {
  assert.match(toldOf({...bob, told: {kind: "moved", at: 1, starts: night.starts}}), /^Knows the date: .*1/);
  assert.equal(toldOf({...bob, told: {kind: "cancelled", at: 1, starts: night.starts}}), "Knows that it is off");
  assert.deepEqual([toldOf(bob), toldOf({...bob, told: {kind: "invited", at: 1, starts: null}})], ["", ""]);
});

test("a row says what a guest was not told, and why", () => {
  const missed = (kind, state, reason = "") => missedBy({...bob, missed: {kind, state, reason}});
  assert.equal(missed("moved", "failed", "550 no."), "Not told of the new date: 550 no.");
  assert.equal(missed("cancelled", "stopped"), "Not told of the end of the game night: they want no letters");
  assert.deepEqual([missed("night", "waiting"), missedBy(bob)], ["Being told of the date", ""]);
  assert.match(missed("night", "waiting", "451 later"), /we try again/);
});

test("a row sends again what its guest has missed, also to who was taken back or sits there", () => {
  const missed = {kind: "cancelled", state: "failed", reason: "550 no", starts: null};
  assert.deepEqual(["sent", "revoked", "joined"].map((status) => maySendAgain({...bob, status})), [true, false, false]);
  assert.deepEqual(["revoked", "joined"].map((status) => maySendAgain({...bob, status, missed})), [true, true]);
  assert.equal(maySendAgain({...bob, status: "joined", missed: {...missed, state: "stopped"}}), false);
});

test("who has left the table can be taken back, and who sits there cannot", () => {
  const una = {...bob, status: "joined", seat: "2"};
  assert.deepEqual(["here", "left"].map((presence) => mayRevoke(una, {players: {2: {presence}}})), [false, true]);
  assert.equal(mayRevoke(una, {players: {}}), true);
});

test("all who missed the news get it again at one press", async () => {
  const missed = {...bob, missed: {kind: "moved", state: "failed", reason: "550"}};
  assert.equal(missedByHowMany([missed, cat, {...cat, missed: {kind: "moved", state: "stopped", reason: ""}}]), 1);
  const kept = {...cat, missed: {kind: "moved", state: "kept", reason: ""}};
  assert.deepEqual([missedByHowMany([kept], true), missedByHowMany([kept], false)], [0, 1]);
  assert.equal(missedBy(kept), "Not told of the new date: the letter is kept here, not sent");
  const {guests, sent} = guestsOfNight({night, letters: 1, invitations: [bob, cat]});
  await guests.date.tellAgain();
  assert.deepEqual([sent[0][0], guests.invitations, guests.said], ["/night/again", [bob, cat], "1 letter is on the way again."]);
});

test("a list that does not come can be asked for again", async () => {
  const answers = [Promise.reject(new Error("500")), Promise.resolve(list)];
  const guests = new Guests({links, changed() {}, get: () => answers.shift(), send() {}});
  await guests.load();
  assert.equal(guests.list, "failed");
  await guests.load();
  assert.equal(guests.list, list);
});
