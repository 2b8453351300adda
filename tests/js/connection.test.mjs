/** The connection: back-off, heartbeat, moves kept until they are answered. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {backOff} from "../../static/js/room/wire/closing.js";
import {Connection} from "../../static/js/room/wire/connection.js";
import {Store} from "../../static/js/kit/storage.js";
import {FakeSocket, FakeStorage, FakeTime} from "./fakes.mjs";

const WELCOME = {type: "welcome", version: 1, table: {}, seat: null, now: 5};

/** By then it has tried again, after a first break. */
const BACK = 2150;

function aPage({hurried = () => false, storage = new FakeStorage(), store = new Store(() => storage), time = new FakeTime(), random = () => 0.5} = {}) {
  const page = {sockets: [], statuses: [], messages: [], answers: [], time, storage, moment: "1.1.playing"};
  page.connection = new Connection({
    open: () => {
      page.sockets.push(new FakeSocket());
      return page.sockets.at(-1);
    },
    store, hurried, key: "KX7PQ", random, now: time.now, setTimer: time.setTimer, clearTimer: time.clearTimer,
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

test("it sends an unanswered move again with the same id", () => {
  const page = aConnectedPage();
  const id = page.connection.move("play_cards", {cards: [12]});
  page.socket.breaks();
  page.time.pass(BACK);
  page.socket.hears(WELCOME);
  assert.deepEqual(page.socket.sent, [{id, move: "play_cards", args: {cards: [12]}}]);
});

test("it does not send an answered move again", () => {
  const page = aConnectedPage();
  const id = page.connection.move("take_back");
  page.socket.hears({type: "ok", id, version: 2});
  page.socket.breaks();
  page.time.pass(BACK);
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
  page.time.pass(BACK);
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
  const page = aConnectedPage({store: new Store(() => { throw new Error("forbidden"); })});
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

test("it gives up on a table that is busy for a minute, and says so", () => {
  const page = aConnectedPage();
  const id = page.connection.move("play_cards", {cards: [1]});
  for (let tries = 0; tries < 70 && !page.answers.length; tries += 1) {
    page.socket.hears({type: "error", id, code: "busy", message: ""});
    page.time.pass(1000);
  }
  assert.deepEqual([page.answers[0][0].code, page.connection.outgoing.has("play_cards")], ["busy", false]);
});

const TOO_MUCH = {codes: "x".repeat(16384)};

test("a move that is too big is told and never sent", () => {
  const page = aConnectedPage();
  const id = page.connection.move("choose_decks", TOO_MUCH);
  page.time.pass(0);
  page.socket.breaks();
  page.time.pass(BACK);
  page.socket.hears(WELCOME);
  assert.deepEqual([page.sockets.flatMap((socket) => socket.sent), page.answers.map(([answer]) => answer)],
    [[], [{type: "error", code: "too_big", message: "", id}]]);
});

test("bytes count, not letters, and as many as the server reads may go", () => {
  const room = 16384 - JSON.stringify({id: "i-1", move: "m", args: {x: ""}}).length;
  const page = aConnectedPage();
  page.connection.move("m", {x: "x".repeat(room)});
  page.connection.move("m", {x: "\u0142".repeat(room / 2 + 1)});
  assert.deepEqual(page.socket.sent.map((frame) => frame.id), ["i-1"]);
});

test("a move that was kept by an older page and is too big is dropped", () => {
  const storage = new FakeStorage();
  storage.setItem("cad.moves.KX7PQ", JSON.stringify([["a-1", {frame: {id: "a-1", move: "choose_decks", args: TOO_MUCH}, moment: "1.1.playing", at: 1000000}]]));
  assert.deepEqual(aConnectedPage({storage}).socket.sent, []);
});

for (const code of [4413, 1009]) {
  test(`after ${code} the biggest move is settled and told, and the others go on`, () => {
    const page = aConnectedPage();
    const small = page.connection.move("play_cards", {cards: [1]});
    const big = page.connection.move("choose_decks", {decks: [1, 2, 3, 4, 5, 6, 7]});
    page.socket.breaks(code);
    assert.deepEqual([page.answers[0][0].code, page.answers[0][0].id], ["too_big", big]);
    page.time.pass(5000);
    page.socket.hears(WELCOME);
    assert.deepEqual(page.socket.sent.map((frame) => frame.id), [small]);
  });
}

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
  page.time.pass(BACK);
  old.hears({type: "patch", version: 9});
  assert.deepEqual(page.messages.map((message) => message.type), ["welcome"]);
});
