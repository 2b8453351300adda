/** Waiting without a seat, and the questions to whoever decides: what the page asks, when, and what it shows. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../../dom.mjs";
import {NOW, seat, show, table} from "../tables.mjs";
import {Asks, mayDecide} from "../../../../static/js/room/people/asks.js";
import {Door} from "../../../../static/js/room/people/door.js";
import {roomView} from "../../../../static/js/room/views/room.js";

const links = {door: "/door/", back: "/back/", asks: "/asks.json", answer_ask: "/answer/"};
const WAITING = {name: "Sam", state: "waiting", asked: "Ann"};

/** A door that is answered with these standings, one after the other. */
function aDoor(standings, {waits = false, seats = 3} = {}) {
  const [said, sent, timers] = [[], [], []];
  const send = async (url, body) => {
    sent.push(body ? body.do : url);
    return url === "/back/" ? {ok: true, data: {seated: true}} : {ok: true, data: standings.shift()};
  };
  const door = new Door({links, seats, waits, changed: () => {}, seated: () => said.push("seated"), say: (text) => said.push(text), send,
    later: (run, ms) => timers.push({run, ms}), stop: () => {}, random: () => 0.5});
  return {door, said, sent, timers};
}
const settled = () => new Promise((done) => { setTimeout(done); });

test("a room is full when all seats are taken, without asking", () => {
  const {door, sent} = aDoor([]);
  door.follow(2);
  assert.equal(door.full, false);
  door.follow(3);
  assert.deepEqual([door.full, sent], [true, []]);
});

test("who waited before the page was loaded looks at once", async () => {
  const {door, sent} = aDoor([{line: null, request: WAITING}], {waits: true});
  door.follow(3);
  await settled();
  assert.deepEqual([sent, door.request], [["look"], WAITING]);
});

test("in line it looks again, and soon when somebody comes or goes", async () => {
  const {door, timers} = aDoor([{line: {place: 1, until: null}, full: true}]);
  door.follow(3);
  await door.look("wait");
  door.follow(2);
  assert.deepEqual(timers.map(({ms}) => ms), [10000, 750]);
});

test("a seat that is held is told once, and missed when it went on", async () => {
  const held = {line: {place: 1, until: NOW}};
  const {door, said} = aDoor([held, held, {line: null, full: true}, {line: null, full: true}]);
  await door.look();
  await door.look();
  assert.deepEqual([said, door.missed], [["A seat is free: sit down"], false]);
  await door.look();
  assert.equal(door.missed, true);
  await door.look("leave");
  assert.equal(door.missed, false);
});

test("a yes is followed by the seat, and a no is told", async () => {
  const yes = aDoor([{request: {...WAITING, state: "yes"}}]);
  await yes.door.look();
  await settled();
  assert.deepEqual([yes.sent, yes.said], [["look", "/back/"], ["seated"]]);
  const no = aDoor([{request: WAITING}, {request: {...WAITING, state: "no"}}]);
  await no.door.look();
  await no.door.look();
  assert.deepEqual([no.said, no.door.pause()], [["The answer is no, this time"], 0]);
});

test("each question is told once, and an answered one is gone", async () => {
  const [told, sent] = [[], []];
  const send = async (url, body) => {
    sent.push(body);
    return {ok: true, data: {asks: [], message: "They get the seat."}};
  };
  const asks = new Asks({links, changed: () => {}, asked: ({player}) => told.push(player), say: (text) => told.push(text), get: async () => ({asks: [{id: 7, player: "4"}]}), send});
  await asks.load();
  asks.heard([{id: 7, player: "4"}]);
  await asks.answer(7, true);
  assert.deepEqual([told, sent, asks.list], [["4", "They get the seat."], [{id: 7, yes: true}], []]);
});

test("the host may be asked, and the first of the others who are here", () => {
  const people = table("lobby", {players: {...table("lobby").players, 2: {name: "Bob", score: 0, presence: "away"}}});
  assert.deepEqual(["1", "2", "3", "4"].map((number) => mayDecide(people, number)), [true, false, true, false]);
});

test("a co-host may be asked, too", () => {
  assert.equal(mayDecide(table("lobby", {cohosts: ["4"]}), "4"), true);
});

test("somebody new is named with a face, and of many one is shown at a time", () => {
  const asks = [1, 2, 3, 4].map((id) => ({id, name: `Eve ${id}`, face: 3, colour: 2}));
  const place = find(show(roomView, table("lobby"), seat("1"), {asks}), "asks");
  assert.match(words(place), /Eve 1 asks for a seat: let them in\?.*A yes gives them a seat/);
  assert.equal(place.querySelectorAll("article svg").length, 1);
  assert.match(words(place), /3 more ask/);
});

test("the question has a yes and a no, and stands on no other page", () => {
  const moves = [];
  const place = show(roomView, table("playing"), seat("1"), {asks: [{id: 7, player: "4"}], moves});
  assert.match(words(find(place, "asks")), /Dan wants their seat back: let them\?.*Somebody sits there right now/);
  find(place, "ask-yes").click();
  find(place, "ask-no").click();
  assert.deepEqual(moves, [["answerAsk", 7, true], ["answerAsk", 7, false]]);
  assert.equal(find(show(roomView, table("playing"), seat("1")), "asks"), null);
});

const DOORS = {
  "Tell me when a seat is free": [{full: true}, "wait", ["atDoor", "wait"]],
  "Just watch": [{line: {place: 2, until: null}, full: true}, "leave-line", ["atDoor", "leave"]],
  "Never mind": [{request: WAITING}, "withdraw", ["atDoor", "withdraw"]],
};
for (const [label, [door, testid, move]] of Object.entries(DOORS)) {
  test(`who watches may press "${label}"`, () => {
    const moves = [];
    const place = show(roomView, table("playing"), null, {door, moves});
    assert.equal(words(find(place, testid)), label);
    find(place, testid).click();
    assert.deepEqual(moves, [move]);
  });
}

test("a held seat counts down and takes a name", () => {
  const place = show(roomView, table("playing"), null, {door: {line: {place: 1, until: NOW + 42000}}});
  assert.match(words(find(place, "offer")), /A seat is free: sit down \(held 42 s\)/);
  assert.equal(words(find(place, "take-seat")), "Sit down");
});

test("who asked sees what became of it, and takes another name", () => {
  for (const [state, said] of [["no", /stays as it is/], ["over", /Nobody has answered/]]) {
    const place = show(roomView, table("playing"), null, {door: {request: {...WAITING, state}}});
    assert.match(words(find(place, "answer")), said);
    assert.ok(find(place, "my-name"));
  }
});

const NEW = {name: "Eve", state: "waiting", asked: "Ann", is_new: true};
const ASKING = table("playing", {settings: {...table("playing").settings, door: "ask"}});

test("where the host lets people in, a newcomer asks for a seat", () => {
  assert.equal(words(find(show(roomView, ASKING), "take-seat")), "Ask for a seat");
  assert.match(words(find(show(roomView, ASKING, null, {door: {request: NEW}}), "waits")), /Asking Ann whether you may sit down/);
});

test("a newcomer who hears no watches, and one whom nobody answered asks again", () => {
  const no = show(roomView, ASKING, null, {door: {request: {...NEW, state: "no"}}});
  assert.deepEqual([words(find(no, "answer")), find(no, "take-seat")], ["Not this time. You are welcome to watch.", null]);
  const over = show(roomView, ASKING, null, {door: {request: {...NEW, state: "over"}}});
  assert.deepEqual([words(find(over, "take-seat")), find(over, "my-name").value], ["Ask again", "Eve"]);
});

test("after a yes a newcomer waits in line where the room is full, and comes for the seat when one is free", async () => {
  const yes = {...NEW, state: "yes"};
  const {door, sent} = aDoor([{request: yes, full: true, line: {place: 1, until: null}}, {request: yes, line: {place: 1, until: NOW}}]);
  await door.look();
  assert.deepEqual(sent, ["look"]);
  await door.look();
  await settled();
  assert.deepEqual(sent, ["look", "look", "/back/"]);
});

test("a seat that cannot be had after all says why, and is not asked for again and again", async () => {
  const standing = {request: {...NEW, state: "yes"}};
  const {door, said, sent} = aDoor([standing, standing]);
  const send = door.send;
  door.send = (url, body) => (url === "/back/" ? sent.push(url) && {ok: true, data: {seated: false, message: "Too few cards."}} : send(url, body));
  await door.look();
  await settled();
  await door.look();
  assert.deepEqual([said, sent], [["Too few cards."], ["look", "/back/", "look"]]);
});

test("who has left to watch takes the seat again without a name, and reads what waits for them", () => {
  const game = table("playing");
  game.players[2] = {...game.players[2], presence: "left", watches: true};
  const place = show(roomView, game, null, {door: {returns: "2"}});
  assert.match(words(find(place, "returns")), /Your 2 points and your cards wait/);
  assert.deepEqual([words(find(place, "take-seat")), find(place, "my-name")], ["Take my seat again", null]);
  const full = show(roomView, game, null, {door: {returns: "2", full: true}});
  assert.match(words(full.querySelector(".dock")), /Every seat is taken. Your points wait.*Tell me when a seat is free/);
});

test("a page that has left its seat comes again as a watcher's", async () => {
  const {door, sent, said} = aDoor([{full: false}]);
  await door.stepAside();
  assert.deepEqual([sent, said], [["look"], ["seated"]]);
});
