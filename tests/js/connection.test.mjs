/** The connection: back-off, heartbeat, moves kept until they are answered. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {backOff, Connection} from "../../static/js/connection.js";
import {FakeSocket, FakeStorage, FakeTime} from "./fakes.mjs";

const WELCOME = {type: "welcome", version: 1, table: {}, seat: null, now: 5};

function aPage({storage = new FakeStorage(), time = new FakeTime()} = {}) {
  const page = {sockets: [], statuses: [], messages: [], answers: [], time, storage, moment: "1.1.playing"};
  page.connection = new Connection({
    open: () => {
      page.sockets.push(new FakeSocket());
      return page.sockets.at(-1);
    },
    storage, key: "KX7PQ", random: () => 0.5, now: time.now, setTimer: time.setTimer, clearTimer: time.clearTimer,
    onMessage: (message) => page.messages.push(message), onStatus: (status) => page.statuses.push(status),
    onAnswer: (answer, frame) => page.answers.push([answer, frame]), moment: () => page.moment,
  });
  page.connection.connect();
  Object.defineProperty(page, "socket", {get: () => page.sockets.at(-1)});
  return page;
}

function aConnectedPage(options) {
  const page = aPage(options);
  page.socket.hears(WELCOME);
  return page;
}

test("it is open after the welcome, not before", () => {
  const page = aPage();
  assert.deepEqual(page.statuses, ["connecting"]);
  page.socket.hears(WELCOME);
  assert.deepEqual(page.statuses, ["connecting", "open"]);
});

test("it steps back from half a second to fifteen, with jitter", () => {
  assert.deepEqual([0, 1, 2, 9].map((tries) => backOff(tries, () => 1)), [500, 1000, 2000, 15000]);
  assert.equal(backOff(1, () => 0), 500);
});

test("it connects again after a break, later every time", () => {
  const page = aConnectedPage();
  page.socket.breaks();
  page.time.pass(374);
  assert.equal(page.sockets.length, 1);
  page.time.pass(1);
  page.socket.breaks();
  page.time.pass(749);
  assert.equal(page.sockets.length, 2);
  page.time.pass(1);
  assert.equal(page.sockets.length, 3);
});

for (const [code, status] of [[4403, "not_admitted"], [4404, "no_such_room"], [4409, "seat_moved"], [4410, "kicked"]]) {
  test(`it stays away after ${code}`, () => {
    const page = aConnectedPage();
    page.socket.breaks(code);
    page.connection.wake();
    page.time.pass(60000);
    assert.deepEqual([page.sockets.length, page.statuses.at(-1)], [1, status]);
  });
}

test("it waits longer after it was too fast", () => {
  const page = aConnectedPage();
  page.socket.breaks(4429);
  page.time.pass(4999);
  assert.equal(page.sockets.length, 1);
  page.time.pass(1);
  assert.equal(page.sockets.length, 2);
});

test("it sends an unanswered move again with the same id", () => {
  const page = aConnectedPage();
  const id = page.connection.move("play_cards", {cards: [12]});
  page.socket.breaks();
  page.time.pass(1000);
  page.socket.hears(WELCOME);
  assert.deepEqual(page.socket.sent, [{id, move: "play_cards", args: {cards: [12]}}]);
});

test("it does not send an answered move again", () => {
  const page = aConnectedPage();
  const id = page.connection.move("take_back");
  page.socket.hears({type: "ok", id, version: 2});
  page.socket.breaks();
  page.time.pass(1000);
  page.socket.hears(WELCOME);
  assert.deepEqual([page.socket.sent, page.answers[0][1].move], [[], "take_back"]);
});

test("it keeps a move made while offline", () => {
  const page = aPage();
  page.connection.move("play_cards", {cards: [1]});
  assert.equal(page.socket.sent.length, 0);
  page.socket.hears(WELCOME);
  assert.equal(page.socket.sent[0].move, "play_cards");
});

test("it does not carry a move into another round", () => {
  const page = aConnectedPage();
  page.connection.move("pick_winner", {play: "0"});
  page.socket.breaks();
  page.moment = "1.2.judging";
  page.time.pass(1000);
  page.socket.hears(WELCOME);
  assert.deepEqual([page.socket.sent, page.connection.outgoing.has("pick_winner")], [[], false]);
});

test("a reload sends the kept move again, but not after a minute", () => {
  const before = aConnectedPage();
  const id = before.connection.move("play_cards", {cards: [7]});
  const after = aConnectedPage({storage: before.storage, time: before.time});
  assert.equal(after.socket.sent[0].id, id);
  before.time.pass(60000);
  assert.equal(aConnectedPage({storage: before.storage, time: before.time}).socket.sent.length, 0);
});

test("it works where storage is forbidden", () => {
  const storage = {setItem() { throw new Error("no"); }};
  const page = aConnectedPage({storage});
  page.connection.move("take_back");
  assert.equal(page.socket.sent[0].move, "take_back");
});

test("it tries again when the table is busy", () => {
  const page = aConnectedPage();
  const id = page.connection.move("play_cards", {cards: [1]});
  page.socket.hears({type: "error", id, code: "busy", message: ""});
  page.time.pass(1000);
  assert.deepEqual([page.socket.sent.map((frame) => frame.id), page.answers.length], [[id, id], 0]);
});

test("it tells a refusal once and forgets the move", () => {
  const page = aConnectedPage();
  const id = page.connection.move("play_cards", {cards: [1]});
  page.socket.hears({type: "error", id, code: "wrong_count", message: "two"});
  assert.deepEqual([page.answers[0][0].code, page.connection.outgoing.has("play_cards")], ["wrong_count", false]);
});

test("it pings every twenty seconds and leaves a dead line", () => {
  const page = aConnectedPage();
  page.time.pass(20000);
  assert.deepEqual(page.socket.sent, [{move: "ping"}]);
  page.socket.hears({type: "pong", version: 1, now: 9});
  page.time.pass(20000 + 8000);
  assert.equal(page.statuses.at(-1), "waiting");
});

test("it asks for the news when the page wakes", () => {
  const page = aConnectedPage();
  page.connection.wake();
  assert.deepEqual(page.socket.sent, [{move: "sync"}]);
});

test("it does not wait when the page wakes without a line", () => {
  const page = aConnectedPage();
  page.socket.breaks();
  page.connection.wake();
  assert.equal(page.sockets.length, 2);
});

test("it gives up on a welcome that never comes", () => {
  const page = aPage();
  page.time.pass(15000);
  assert.equal(page.statuses.at(-1), "waiting");
});

test("it does not listen to a socket it has left", () => {
  const page = aConnectedPage();
  const [old] = page.sockets;
  page.socket.breaks();
  page.time.pass(1000);
  old.hears({type: "patch", version: 9});
  assert.deepEqual(page.messages.map((message) => message.type), ["welcome"]);
});
