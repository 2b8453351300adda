/** The connection: its welcome, its heartbeat, lines that are dead, and the news it asks for. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {aConnectedPage, aPage, BACK, WELCOME} from "./connections.mjs";

test("it is open after the welcome, not before", () => {
  const page = aPage();
  assert.deepEqual(page.statuses, ["connecting"]);
  page.socket.hears(WELCOME);
  assert.deepEqual(page.statuses, ["connecting", "open"]);
});

test("it pings every twenty seconds and leaves a dead line", () => {
  const page = aConnectedPage();
  page.time.pass(20000);
  assert.deepEqual(page.socket.sent, [{move: "ping"}]);
  page.socket.hears({type: "pong", version: 1, now: 9});
  page.time.pass(20000 + 8000);
  assert.equal(page.statuses.at(-1), "waiting");
});

for (const heard of [0, 500, 1000, 1500, 1999]) {
  test(`while time runs out it leaves a line within eight seconds that died ${heard} ms after it was looked at`, () => {
    const page = aConnectedPage({hurried: () => true});
    page.time.pass(2000 + heard);
    page.socket.hears({type: "patch", version: 2, from: 1, table: {}});
    page.time.pass(8000);
    assert.equal(page.statuses.at(-1), "waiting");
  });
}

test("a line on which something is heard is not asked", () => {
  const page = aConnectedPage({hurried: () => true});
  for (let second = 0; second < 30; second += 1) {
    page.time.pass(1000);
    page.socket.hears({type: "patch", version: 2, from: 1, table: {}});
  }
  assert.deepEqual(page.socket.sent, []);
});

test("a browser that says it is offline is believed after two seconds of silence", () => {
  const page = aConnectedPage();
  page.connection.doubt();
  page.time.pass(1900);
  assert.equal(page.statuses.at(-1), "open");
  page.time.pass(100);
  assert.equal(page.statuses.at(-1), "waiting");
});

test("a browser that is wrong about being offline stays connected", () => {
  const page = aConnectedPage();
  page.connection.doubt();
  page.socket.hears({type: "pong", version: 1, now: 9});
  page.time.pass(10000);
  assert.equal(page.statuses.at(-1), "open");
});

test("one question for the news is on its way at a time", () => {
  const page = aConnectedPage();
  for (let count = 0; count < 11; count += 1) page.connection.sync();
  assert.deepEqual(page.socket.sent, [{move: "sync"}]);
  page.socket.hears(WELCOME);
  page.connection.sync();
  assert.equal(page.socket.sent.length, 2);
});

test("it asks for the news when the page wakes", () => {
  const page = aConnectedPage();
  page.connection.wake();
  assert.deepEqual(page.socket.sent, [{move: "sync"}]);
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
  page.time.pass(BACK);
  old.hears({type: "patch", version: 9});
  assert.deepEqual(page.messages.map((message) => message.type), ["welcome"]);
});
