/** A connection that breaks: when it is tried again, and when it stays away. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {backOff} from "../../../../static/js/room/wire/closing.js";
import {aConnectedPage, BACK, WELCOME} from "./connections.mjs";

test("its first tries are spread over four seconds, later ones over eight and fifteen", () => {
  assert.deepEqual([0, 3, 4, 5, 99].map((tries) => backOff(tries, () => 1)), [4000, 4000, 8000, 15000, 15000]);
  assert.deepEqual([0, 99].map((tries) => backOff(tries, () => 0)), [300, 300]);
});

test("a crowd of a thousand comes back within five seconds, and never a tenth of it at once", () => {
  const waits = Array.from({length: 1000}, (_, place) => backOff(0, () => (place + 0.5) / 1000));
  const counts = new Map();
  waits.forEach((wait) => counts.set(Math.floor(wait / 100), (counts.get(Math.floor(wait / 100)) || 0) + 1));
  assert.ok(Math.max(...waits) < 5000 && Math.max(...counts.values()) < 100);
});

for (const code of [1006, 1012, 4412]) {
  test(`it is back within five seconds after ${code}, and after a server that was away for three`, () => {
    for (const draw of [0, 0.5, 0.99]) {
      const page = aConnectedPage({random: () => draw});
      page.socket.breaks(code);
      for (const end = page.time.now() + 3000; page.time.now() < end;) {
        page.time.pass(50);
        if (page.socket.readyState === 1) page.socket.breaks();
      }
      const tried = page.sockets.length;
      page.time.pass(5000);
      assert.ok(page.sockets.length > tried);
    }
  });
}

for (const code of [1012, 4412]) {
  test(`it is back within five seconds after ${code}, from a restart of half a minute too`, () => {
    const page = aConnectedPage({random: () => 0.99});
    page.socket.breaks(code);
    for (const end = page.time.now() + 30000; page.time.now() < end;) {
      page.time.pass(50);
      if (page.socket.readyState === 1) page.socket.breaks();
    }
    const tried = page.sockets.length;
    page.time.pass(5000);
    assert.ok(page.sockets.length > tried);
  });
}

test("it connects again after a break, later every time", () => {
  const page = aConnectedPage();
  page.socket.breaks();
  for (const wait of [2150, 2150, 2150, 2150, 4150, 7650, 7650]) {
    const {length} = page.sockets;
    page.time.pass(wait - 1);
    assert.equal(page.sockets.length, length);
    page.time.pass(1);
    assert.equal(page.sockets.length, length + 1);
    page.socket.breaks();
  }
});

for (const [code, status] of [[4400, "bad_view"], [4403, "not_admitted"], [4404, "no_such_room"], [4409, "seat_moved"], [4410, "kicked"]]) {
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

test("a line that breaks after every welcome is tried less and less", () => {
  const page = aConnectedPage();
  for (const end = page.time.now() + 60000; page.time.now() < end; page.time.pass(100)) {
    if (page.socket.readyState === 1) {
      if (!page.connection.welcomed) page.socket.hears(WELCOME);
      page.socket.breaks();
    }
  }
  assert.ok(page.sockets.length < 14, `${page.sockets.length} in a minute`);
});

test("what the server closes because of us is tried seldom, whatever it says in between", () => {
  const page = aConnectedPage();
  page.connection.move("play_cards", {cards: [1]});
  for (const end = page.time.now() + 240000; page.time.now() < end; page.time.pass(100)) {
    if (page.socket.readyState === 1) {
      if (!page.connection.welcomed) page.socket.hears(WELCOME);
      page.socket.breaks(4429);
    }
  }
  assert.ok(page.sockets.length <= 8, `${page.sockets.length} in four minutes`);
});

test("a line that held for a while makes the next break the first one", () => {
  const page = aConnectedPage();
  for (let tries = 0; tries < 6; tries += 1) {
    page.socket.breaks();
    page.time.pass(8000);
  }
  page.socket.hears(WELCOME);
  page.time.pass(20000);
  page.socket.hears({type: "pong", version: 1, now: 9});
  const {length} = page.sockets;
  page.socket.breaks();
  page.time.pass(BACK);
  assert.equal(page.sockets.length, length + 1);
});

test("it shows its session again a second after its access has changed, not before", () => {
  const page = aConnectedPage({random: () => 0});
  page.socket.breaks(4401);
  page.time.pass(999);
  assert.equal(page.sockets.length, 1);
  page.time.pass(1);
  assert.equal(page.sockets.length, 2);
});

test("it does not wait when the page wakes without a line", () => {
  const page = aConnectedPage();
  page.socket.breaks();
  page.connection.wake();
  assert.equal(page.sockets.length, 2);
});
