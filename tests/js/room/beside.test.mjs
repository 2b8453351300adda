/** Beside the game: what is sent and shown, by whom, and how much of it. */
import {find, words} from "../dom.mjs";
import assert from "node:assert/strict";
import {beforeEach, test} from "node:test";
import {Store} from "../../../static/js/kit/storage.js";
import {Beside} from "../../../static/js/room/beside/beside.js";
import {FACES} from "../../../static/js/room/beside/faces.js";
import {Layer, MOST_NODES} from "../../../static/js/room/beside/layer.js";
import {MOST_LINES, Talk} from "../../../static/js/room/beside/talk.js";
import {PHRASES} from "../../../static/js/room/beside/words.js";
import {roomView} from "../../../static/js/room/views/room.js";
import {FakeStorage, FakeTime} from "../fakes.mjs";
import {seat, show, table} from "./tables.mjs";

const chatty = (phase, more) => {
  const one = table(phase, more);
  return {...one, settings: {...one.settings, talk: "chat"}};
};

let sent, shown, time, talk, storage;

function talkOf({screen = false, me = "1", code = "KX7PQ"} = {}) {
  [sent, shown, time] = [[], [], new FakeTime()];
  const layer = {float: (...args) => shown.push(["float", ...args]), bubble: (...args) => shown.push(["bubble", ...args])};
  return new Talk({send: (...args) => sent.push(args), docs: () => ({table: chatty("playing"), seat: me && seat(me)}), changed: () => {}, store: new Store(() => storage), code, screen, layer, now: time.now});
}

beforeEach(() => {
  storage = new FakeStorage();
  talk = talkOf();
});

const reactions = (...list) => talk.heard({type: "reactions", reactions: list});
const said = (...list) => talk.heard({type: "said", said: list});

test("the page has the faces and phrases of the server", () => {
  assert.deepEqual(Object.keys(FACES), ["joy", "love", "wow", "wicked", "cringe", "tears"]);
  assert.deepEqual(Object.keys(PHRASES).length, 8);
});

test("an own face is shown at once, and not again when it comes back", () => {
  talk.react("joy");
  assert.deepEqual(sent, [["react", {face: "joy"}]]);
  assert.equal(shown.length, 1);
  reactions({player: "1", face: "joy", count: 1});
  assert.equal(shown.length, 1);
  reactions({player: "1", face: "joy", count: 2}); // from another device of the same seat
  assert.deepEqual(shown[1], ["float", "joy", {player: "1", count: 2}]);
});

test("in a crowd's sum one's own are left out", () => {
  talk.react("joy");
  reactions({face: "joy", count: 40});
  assert.deepEqual(shown[1], ["float", "joy", {player: undefined, count: 39}]);
});

test("a face that was not taken does not hide one that comes later", () => {
  talk.react("joy");
  time.pass(5000);
  reactions({player: "1", face: "joy", count: 1});
  assert.equal(shown.length, 2);
});

test("no more than three faces a second leave", () => {
  for (let press = 0; press < 9; press += 1) talk.react("wow");
  assert.equal(sent.length, 3);
  time.pass(1000);
  talk.react("wow");
  assert.equal(sent.length, 4);
});

test("phrases and lines are shown with their names, the last fifty are kept", () => {
  said({player: "2", phrase: "robbed"}, {player: "3", text: "Hello"}, {player: "2", phrase: "of a later release"});
  assert.deepEqual(shown, [["bubble", "Bob", "I was robbed", "2"], ["bubble", "Cleo", "Hello", "3"]]);
  for (let line = 0; line < 99; line += 1) said({player: "3", text: `line ${line}`});
  assert.equal(talk.lines.length, MOST_LINES);
});

test("the big screen shows phrases and no chat", () => {
  talk = talkOf({screen: true, me: null});
  said({player: "2", phrase: "robbed"}, {player: "3", text: "Hello"});
  assert.deepEqual(shown.map(([, , text]) => text), ["I was robbed"]);
});

test("whom somebody has muted for themselves is not shown", () => {
  talk.hush("2");
  said({player: "2", text: "Hello"});
  reactions({player: "2", face: "joy", count: 1}, {player: "3", face: "joy", count: 1});
  assert.equal(shown.length, 1);
});

test("a mute for oneself stays in this browser, for this room", () => {
  talk.hush("2");
  assert.deepEqual([...talkOf().hushed], ["2"]);
  assert.equal(talkOf({code: "ABCDE"}).hushed.size, 0);
  talkOf().hush("2");
  assert.equal(talkOf().hushed.size, 0);
});

test("it is fetched when a game runs, and in a lobby after a while", async () => {
  const clock = new FakeTime();
  const parts = {send: () => {}, docs: () => ({table: null, seat: null}), changed: () => {}, report: () => {}, store: new Store(() => new FakeStorage()), code: "KX7PQ", screen: false, load: () => import("../../../static/js/room/beside/talk.js"), setTimer: clock.setTimer, saves: () => false};
  const beside = new Beside(parts);
  beside.follow(table("lobby"));
  assert.equal(beside.coming, null);
  clock.pass(6000);
  assert.notEqual(beside.coming, null);
  const running = new Beside(parts);
  running.follow(table("playing"));
  assert.notEqual(running.coming, null);
});

test("a browser that saves data waits for it in the lobby", () => {
  const clock = new FakeTime();
  const beside = new Beside({send: () => {}, docs: () => ({table: null, seat: null}), changed: () => {}, report: () => {}, store: new Store(() => new FakeStorage()), code: "KX7PQ", screen: false, load: () => new Promise(() => {}), setTimer: clock.setTimer, saves: () => true});
  beside.follow(table("lobby"));
  clock.pass(60000);
  assert.equal(beside.coming, null);
  beside.follow(table("playing"));
  assert.notEqual(beside.coming, null);
});

const row = (phase, who, can = [], more = {}) => find(show(roomView, chatty(phase, more.table), who && seat(who, can, more.seat), {beside: {row: (room) => talk.row(room), talk}}), "reacting");

test("whoever has nothing to choose finds the faces in the dock", () => {
  assert.equal(row("playing", "2", ["play_cards"]), null);
  assert.notEqual(row("playing", "3"), null); // the judge
  assert.notEqual(row("playing", "1", ["take_back"], {seat: {play: [11]}}), null);
  assert.notEqual(row("judging", "3", ["pick_winner"]), null);
  assert.notEqual(row("round_over", "1"), null);
  assert.notEqual(row("lobby", "2"), null);
  assert.notEqual(row("judging", null), null); // who watches
});

test("a spectator has no words", () => {
  assert.equal(find(row("judging", null), "talk"), null);
  assert.notEqual(find(row("judging", "1"), "talk"), null);
});

test("who is muted reads so instead", () => {
  const place = show(roomView, chatty("judging"), seat("1", [], {muted: true}), {beside: {row: (room) => talk.row(room), talk}});
  assert.match(words(find(place, "muted")), /The host has muted you/);
  assert.equal(find(place, "reacting"), null);
});

test("a phrase goes out with one press, a line with the form", () => {
  talk.toggle();
  const tray = find(row("judging", "1"), "tray");
  tray.querySelector("[data-phrase=snacks]").click();
  find(tray, "say").value = " Hello ";
  tray.querySelector("form").dispatchEvent(new window.Event("submit", {cancelable: true}));
  assert.deepEqual(sent, [["phrase", {phrase: "snacks"}], ["say", {text: "Hello"}]]);
  assert.equal(find(tray, "say").value, "");
});

function layerOf(still = false) {
  const clock = new FakeTime();
  document.body.replaceChildren();
  const layer = new Layer({screen: false, still: () => still, setTimer: clock.setTimer, random: () => 0.5});
  return {layer, clock, nodes: (kind) => layer.place.querySelectorAll(`.${kind}`).length};
}

test("a layer holds forty faces at most, and lets them go", () => {
  const {layer, clock, nodes} = layerOf();
  for (let message = 0; message < 30; message += 1) layer.float("joy", {count: 99});
  clock.pass(700);
  assert.equal(nodes("reaction"), MOST_NODES);
  clock.pass(5000);
  assert.equal(nodes("reaction"), 0);
});

test("where less motion is asked for there is one face with a count", () => {
  const {layer, clock, nodes} = layerOf(true);
  layer.float("wow", {count: 3});
  layer.float("joy", {});
  layer.float("joy", {count: 4});
  assert.deepEqual([nodes("reaction"), nodes("reaction-count"), words(layer.place)], [0, 1, "\u00D75"]);
  clock.pass(3000);
  assert.equal(nodes("reaction-count"), 0);
});

test("a person has one bubble, the place above the dock two, and each goes by itself", () => {
  const {layer, clock, nodes} = layerOf();
  layer.bubble("Bob", "One", "2");
  layer.bubble("Bob", "Two", "2");
  assert.equal(words(layer.place), "Bob Two");
  for (const player of "345678") layer.bubble("X", "Hi", player);
  assert.equal(nodes("bubble"), 2);
  clock.pass(10000);
  assert.equal(nodes("bubble"), 0);
});

test("nobody who listens hears of the layer", () => {
  assert.equal(layerOf().layer.place.getAttribute("aria-hidden"), "true");
});
