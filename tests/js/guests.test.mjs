/** The host's invitations: requests, refusals, and news from the socket. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {asText, Guests, merged} from "../../static/js/room/invitations/guests.js";
import {summary} from "../../static/js/room/invitations/words.js";

const bob = {id: 1, email: "bob@example.org", name: "Bob", status: "sent", reason: "", answer: "", player: ""};
const cat = {id: 2, email: "cat@example.org", name: "", status: "queued", reason: "", answer: "", player: ""};
const list = {may: "yes", invitations: [bob], again: [], left: {hour: 20, day: 100}, language: "en", languages: [["en", "English"]], night: null};
const links = {invitations: "/list", invite: "/send", invite_again: "/invitations/0/again/", revoke: "/invitations/0/revoke/", night: "/night", cancel_night: "/night/cancel"};

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
  assert.equal(summary([bob, cat, {...bob, id: 3, status: "joined"}, {...bob, id: 4}]), "1 here, 2 sent, 1 being posted");
  assert.equal(summary([{...bob, status: "revoked"}]), "");
});

test("news replaces what it is about, or stands on top", () => {
  assert.deepEqual(merged([bob, cat], {...cat, status: "sent"}).map((one) => one.status), ["sent", "sent"]);
  assert.deepEqual(merged([bob], cat).map((one) => one.id), [2, 1]);
});

test("people are written so that they can be read again", () => {
  assert.equal(asText([bob, cat]), "Bob <bob@example.org>\ncat@example.org");
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
  const {guests, sent} = guestsWith({ok: true, data: {night, letters: 2}});
  guests.write({starts: "2031-01-01T20:00", hours: 3});
  await guests.setNight();
  assert.deepEqual([sent[0][1].starts, sent[0][1].hours, guests.list.night], ["2031-01-01T20:00", 3, night]);
  assert.match(guests.said, /2 letters tell of it/);
});

test("a list that does not come can be asked for again", async () => {
  const answers = [Promise.reject(new Error("500")), Promise.resolve(list)];
  const guests = new Guests({links, changed() {}, get: () => answers.shift(), send() {}});
  await guests.load();
  assert.equal(guests.list, "failed");
  await guests.load();
  assert.equal(guests.list, list);
});
