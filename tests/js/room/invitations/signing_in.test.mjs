/** Inviting without an account: first the friends, then the own address, then the code, and the letters go. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {seat, show, table} from "../tables.mjs";
import {waitsForCode} from "../../../../static/js/room/invitations/draft.js";
import {Guests} from "../../../../static/js/room/invitations/guests.js";
import {invitePanel} from "../../../../static/js/room/invitations/panel.js";

const LIST = {
  may: "sign_in", invitations: [], again: [], left: {hour: 0, day: 0}, at_once: 50, language: "en", languages: [["en", "English"]], night: null,
  mail: "smtp", sign_in_url: "/in/", sign_up_url: "/up/", verify_url: "/verify/",
};
const YES = {...LIST, may: "yes", left: {hour: 20, day: 100}};
const links = {invitations: "/list", invite: "/send", send_code: "/code", confirm_code: "/confirm"};
const SENT = {ok: true, data: {invitations: [], refused: [], rest: "", left: {hour: 19, day: 99}}};

/** Guests of a host without an account; `answers` has what each address answers, `lists` what the list is from call to call. */
function unknownHost({answers = {}, lists = [LIST], open = true, first = LIST, kept = {}, types = true} = {}) {
  const [sent, gone, timers] = [[], [], []];
  const send = async (url, body) => {
    sent.push([url, body]);
    return answers[url] || {ok: true, data: {}};
  };
  const store = {get: (key) => kept[key] || null, set: (key, value) => { kept[key] = {...value}; }, remove: (key) => { delete kept[key]; }};
  const guests = new Guests({
    links, changed() {}, get: async () => (lists.length > 1 ? lists.shift() : lists[0]), send, later: (run) => timers.push(run),
    isOpen: () => open, store, go: (url) => gone.push(url), renew: async () => sent.push(["renew"]),
  });
  guests.take(first);
  if (types) guests.write({addresses: "bob@example.org"});
  return {guests, sent, gone, kept, timers};
}

test("friends first, then the address, the code, and the letters go", async () => {
  const {guests, sent} = unknownHost({answers: {"/code": {ok: true, data: {minutes: 10}}, "/confirm": {ok: true, data: {next: ""}}, "/send": SENT}, lists: [YES]});
  const steps = [guests.signing.step];
  await guests.invite();
  steps.push(guests.signing.step);
  guests.signing.write({email: "ann@example.org"});
  await guests.signing.sendCode();
  steps.push(guests.signing.step);
  guests.signing.write({code: "123456"});
  await guests.signing.confirm();
  assert.deepEqual([...steps, guests.signing.step], ["", "email", "code", ""]);
  assert.deepEqual(sent.map(([url]) => url), ["/code", "/confirm", "renew", "/send"]);
  assert.equal(sent[3][1].addresses, "bob@example.org");
});

test("a wrong code loses nothing that was typed", async () => {
  const {guests} = unknownHost({answers: {"/confirm": {ok: false, data: {message: "Look once more."}}}});
  guests.signing.show("code");
  guests.signing.write({code: "111111"});
  await guests.signing.confirm();
  assert.deepEqual([guests.signing.step, guests.trouble, guests.draft.addresses], ["code", "Look once more.", "bob@example.org"]);
});

test("a reload while the letter with the code is asked for waits for the code, unless that is refused", async () => {
  const {guests, kept} = unknownHost({answers: {"/code": {ok: false, data: {message: "Not so fast."}}}});
  guests.signing.show("email");
  const asked = guests.signing.sendCode();
  const meanwhile = unknownHost({kept: {...kept}, types: false}).guests;
  await asked;
  assert.deepEqual([meanwhile, unknownHost({kept, types: false}).guests].map(({signing}) => signing.step), ["code", "email"]);
});

test("a reload that breaks off the question for a code waits for it all the same", async () => {
  const {guests, kept} = unknownHost({answers: {"/code": {ok: false, status: 0, data: {message: "The line is down."}}}});
  guests.signing.show("email");
  await guests.signing.sendCode();
  assert.deepEqual([guests.signing.step, unknownHost({kept, types: false}).guests.signing.step], ["email", "code"]);
});

test("a second factor is asked for on its page, and the list waits meanwhile", async () => {
  const {guests, gone, kept} = unknownHost({answers: {"/confirm": {ok: true, data: {next: "/mfa/"}}}});
  await guests.signing.confirm();
  assert.deepEqual(gone, ["/mfa/"]);
  const later = unknownHost({kept, first: YES, types: false}).guests;
  assert.deepEqual([later.draft.addresses, later.signing.step], ["bob@example.org", ""]);
});

test("a reload keeps the list, the words and the step for the code, for ten minutes, and never the code", async () => {
  const {guests, kept} = unknownHost();
  guests.write({note: "Come!"});
  guests.signing.write({email: "ann@example.org"});
  await guests.signing.sendCode();
  guests.signing.write({code: "123456"});
  assert.doesNotMatch(JSON.stringify(kept), /123456/);
  const later = unknownHost({kept, types: false}).guests;
  assert.deepEqual([later.draft.addresses, later.draft.note, later.signing.step, later.signing.email], ["bob@example.org", "Come!", "code", "ann@example.org"]);
  kept["guests /send"].step.until = Date.now() - 1;
  const over = unknownHost({kept, types: false}).guests;
  assert.deepEqual([over.draft.addresses, over.signing.step], ["bob@example.org", "email"]);
});

test("a page knows whether a code was sent that is good still, before the panel has come", () => {
  const waits = (kept) => waitsForCode({get: (key) => (key === "guests /send" ? kept : null)}, {invite: "/send"}, 1000);
  const sent = {step: "code", email: "ann@example.org", until: 1001};
  assert.deepEqual([null, {step: sent}, {step: {...sent, until: 1000}}, {step: {...sent, step: "email"}}].map(waits), [false, true, false, false]);
});

test("what was sent does not come back with a reload", async () => {
  const {guests, kept} = unknownHost({first: YES, answers: {"/send": SENT}});
  await guests.invite();
  assert.equal(unknownHost({kept, first: YES, types: false}).guests.draft.addresses, "");
});

test("an address that is confirmed in another tab is noticed", async () => {
  const {guests, timers} = unknownHost({lists: [{...LIST, may: "verify"}, {...LIST, may: "verify"}, YES], first: {...LIST, may: "verify"}});
  await guests.load();
  for (let look = 0; look < 2; look += 1) {
    timers.shift()();
    await new Promise((done) => { setTimeout(done); });
  }
  assert.deepEqual([guests.known.may, guests.said], ["yes", "Your address is confirmed: the letters can go."]);
  assert.equal(guests.draft.addresses, "bob@example.org");
});

test("a closed panel asks for nothing, and goes on when it is open again", async () => {
  const {guests, timers} = unknownHost({open: false, lists: [LIST, YES]});
  await guests.load();
  timers.shift()();
  await new Promise((done) => { setTimeout(done); });
  assert.deepEqual([guests.known.may, timers.length], ["sign_in", 1]);
});

/** The panel as this host sees it; `prepare` changes the guests before it is drawn. */
const panel = (list, prepare = () => {}) => show((room) => {
  room.guests.take(list);
  prepare(room.guests);
  return invitePanel(room);
}, table("lobby"), seat("1"));

test("the panel begins with the friends, whoever asks", () => {
  const place = panel(LIST, (guests) => guests.write({addresses: "bob@example.org"}));
  assert.deepEqual([words(find(place, "send-letters")), find(place, "send-letters").disabled], ["Next: your address", false]);
  assert.ok(find(place, "sign-up") && find(place, "sign-in") && !find(place, "set-night"));
  assert.doesNotMatch(words(place), /No letters are left/);
});

test("the code is typed where phones offer it", () => {
  const place = panel(LIST, (guests) => {
    guests.signing.write({email: "ann@example.org"});
    guests.signing.show("code");
    guests.signing.write({code: "123 456"});
  });
  const field = find(place, "code");
  assert.deepEqual([field.getAttribute("autocomplete"), field.getAttribute("inputmode"), find(place, "confirm-code").disabled], ["one-time-code", "numeric", false]);
  assert.match(words(place), /on their way to ann@example.org/);
});

test("without a mail server the panel says where the code is, and promises no letter", () => {
  const shown = (mail, step) => words(panel({...LIST, mail}, (guests) => guests.signing.show(step)));
  for (const step of ["email", "code"]) assert.doesNotMatch(shown("folder", step), /on their way|comes by e-mail|from the letter|Send |send the letters/);
  assert.match(shown("folder", "code"), /finds the code on its terminal.*confirm_address/);
  assert.doesNotMatch(shown("smtp", "code"), /terminal|confirm_address/);
});

test("somebody who does not host is offered the link alone", () => {
  const place = panel({...LIST, may: "not_host"});
  assert.ok(words(place).includes("Letters come from the host") && !find(place, "addresses"));
});
