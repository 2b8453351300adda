/** The store: documents + message -> documents. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {mergePatch, nothing, receive} from "../../../../static/js/room/wire/store.js";

const table = {phase: "playing", players: {1: {name: "Ann", score: 0}}, waiting_for: ["1"]};
const seat = {player: "1", hand: []};
const welcomed = () => receive(nothing(), {type: "welcome", version: 41, table, seat}).docs;

test("it merges as RFC 7396 says", () => {
  assert.deepEqual(mergePatch({a: 1, b: {c: 2, d: 3}}, {a: null, b: {c: 4}}), {b: {c: 4, d: 3}});
  assert.deepEqual(mergePatch({a: [1, 2]}, {a: [3]}), {a: [3]});
  assert.deepEqual(mergePatch("text", {a: {b: null}}), {a: {}});
  assert.equal(mergePatch({a: 1}, 5), 5);
});

test("it keeps the untouched parts as they were", () => {
  const before = {a: {b: 1}, c: {d: 2}};
  assert.equal(mergePatch(before, {c: {d: 3}}).a, before.a);
  assert.deepEqual(before, {a: {b: 1}, c: {d: 2}});
});

test("it takes a welcome", () => {
  assert.deepEqual(welcomed(), {version: 41, seatVersion: 41, sent: table, table, seat});
});

test("it takes a spectator's welcome", () => {
  assert.equal(receive(nothing(), {type: "welcome", version: 1, table, seat: null}).docs.seat, null);
});

test("it applies a patch that follows", () => {
  const {docs, log, gap} = receive(welcomed(), {type: "patch", version: 42, from: 41, table: {waiting_for: []}, log: [{type: "all_played"}]});
  assert.deepEqual([docs.version, docs.table.waiting_for, docs.table.phase, log.length, gap], [42, [], "playing", 1, false]);
});

test("it drops a patch it has already", () => {
  const before = welcomed();
  const {docs, log} = receive(before, {type: "patch", version: 41, from: 40, table: {phase: "lobby"}, log: [{type: "lobby"}]});
  assert.deepEqual([docs, log], [before, []]);
});

test("it finds a gap and changes nothing", () => {
  const before = welcomed();
  const {docs, gap} = receive(before, {type: "patch", version: 44, from: 43, table: {phase: "lobby"}, log: []});
  assert.deepEqual([docs, gap], [before, true]);
});

test("it takes the seat that comes after its patch, once", () => {
  const patched = receive(welcomed(), {type: "patch", version: 42, from: 41, table: {}, log: []}).docs;
  const first = receive(patched, {type: "seat", version: 42, seat: {player: "1", hand: [{id: 1}]}}).docs;
  const second = receive(first, {type: "seat", version: 42, seat: {player: "1", hand: []}}).docs;
  assert.deepEqual([first.seat.hand.length, second], [1, first]);
});

test("it drops an old seat and asks for news after a seat from the future", () => {
  const docs = welcomed();
  assert.equal(receive(docs, {type: "seat", version: 40, seat: {}}).docs, docs);
  assert.equal(receive(docs, {type: "seat", version: 43, seat}).gap, true);
});

test("it does not go back to an older welcome", () => {
  const docs = welcomed();
  assert.equal(receive(docs, {type: "welcome", version: 40, table: {}, seat: null}).docs, docs);
});

test("it needs a welcome first", () => {
  assert.equal(receive(nothing(), {type: "patch", version: 1, from: 0, table: {}, log: []}).docs.table, null);
});

const crowd = {...table, players: {1: {name: "Ann", score: 5}}, waiting_for: [], plays: {}};
const one = {player: "700", hand: [], me: {name: "Kim", score: 0, presence: "here", place: 2, waiting: true}};

test("in a crowd I am among the players, and waited for", () => {
  const {docs} = receive(nothing(), {type: "welcome", version: 1, table: crowd, seat: one});
  assert.equal(docs.table.players[700].name, "Kim");
  assert.deepEqual(docs.table.waiting_for, ["700"]);
  assert.equal(docs.sent, crowd);
});

test("a patch in a crowd does not lose me", () => {
  const before = receive(nothing(), {type: "welcome", version: 1, table: crowd, seat: one}).docs;
  const {docs} = receive(before, {type: "patch", version: 2, from: 1, table: {players: {1: {score: 6}, 700: null}}, log: []});
  assert.deepEqual([docs.table.players[1].score, docs.table.players[700].name], [6, "Kim"]);
});

test("in a heat the answers that I read lie on my table", () => {
  const heat = {...one, heat: [{play: "17", cards: ["a duck"]}]};
  const before = receive(nothing(), {type: "welcome", version: 1, table: crowd, seat: heat}).docs;
  assert.deepEqual(before.table.plays, {17: {cards: ["a duck"]}});
  const {docs} = receive(before, {type: "seat", version: 1.5, seat: one});
  assert.deepEqual(docs.table.plays, {});
});
