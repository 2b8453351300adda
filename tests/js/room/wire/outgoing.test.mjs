/** Moves on their way: kept until they are answered, sent again, given up and told. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {Store} from "../../../../static/js/kit/storage.js";
import {FakeStorage} from "../../fakes.mjs";
import {aConnectedPage, aPage, BACK, WELCOME} from "./connections.mjs";

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

test("it tells a refusal once and forgets the move", () => {
  const page = aConnectedPage();
  const id = page.connection.move("play_cards", {cards: [1]});
  page.socket.hears({type: "error", id, code: "wrong_count", message: "two"});
  assert.deepEqual([page.answers[0][0].code, page.connection.outgoing.has("play_cards")], ["wrong_count", false]);
});
