/** News of guests that cross answers of the server: what was heard meanwhile stands, and the list is asked for once more. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {Guests} from "../../../../static/js/room/invitations/guests.js";

const waits = {id: 1, email: "bob@example.org", status: "sent", missed: {kind: "cancelled", state: "waiting", reason: "", starts: null}};
const told = {...waits, missed: null};
const links = {invitations: "/list", cancel_night: "/night/cancel", revoke: "/invitations/0/revoke/"};
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A panel whose timers run when the test says so; `meanwhile` happens while an answer is on its way. */
function panel({answer, listed = [told], meanwhile = () => {}}) {
  const timers = [], asked = [];
  const get = async (url) => {
    asked.push(url);
    return {may: "yes", invitations: [...listed], night: null};
  };
  const send = async () => {
    await settled();
    meanwhile(guests);
    return {ok: true, data: {night: null, letters: 1, ...answer}};
  };
  const guests = new Guests({links, changed() {}, get, send, later: (run) => timers.push(run)});
  guests.list = {may: "yes", invitations: [waits], night: null};
  return {guests, asked, runTimers: async () => {
    for (const run of timers.splice(0)) run();
    await settled();
  }};
}

test("a letter that is faster than the answer to the press is not forgotten", async () => {
  const {guests} = panel({answer: {invitations: [waits]}, meanwhile: () => guests.heard(told)});
  await guests.date.cancel();
  assert.deepEqual(guests.invitations, [told]);
});

test("news that was older than the answer is put right by one more look", async () => {
  const revoked = {...waits, status: "revoked", missed: null};
  const {guests, asked, runTimers} = panel({answer: {invitation: revoked}, listed: [revoked], meanwhile: () => guests.heard(waits)});
  await guests.revoke(1);
  await runTimers();
  assert.deepEqual([guests.invitations, asked], [[revoked], ["/list"]]);
});

test("two pieces of news about one guest may come in the wrong order, so the list is looked at", async () => {
  const {guests, asked, runTimers} = panel({});
  guests.heard(told);
  guests.heard(waits);
  await runTimers();
  assert.deepEqual([guests.invitations, asked], [[told], ["/list"]]);
  await runTimers();
  assert.equal(asked.length, 1);
});

test("news that nothing crosses asks for nothing", async () => {
  const {guests, asked, runTimers} = panel({answer: {invitations: [waits]}});
  await guests.date.cancel();
  guests.heard(told);
  await runTimers();
  guests.heard(told);
  await runTimers();
  assert.deepEqual([guests.invitations, asked], [[told], []]);
});

test("a list that was not asked for yet is not asked for because of news", async () => {
  const {guests, asked, runTimers} = panel({});
  guests.list = null;
  guests.heard(told);
  guests.heard(waits);
  await runTimers();
  assert.deepEqual(asked, []);
});
