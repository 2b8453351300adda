/** What all pages share: questions asked twice, messages, panels and the way back, storage, pauses. */
import assert from "node:assert/strict";
import {test} from "node:test";
import "../dom.mjs";
import {Confirmation} from "../../../static/js/kit/confirm.js";
import {element, onSubmit, onTick, onValue} from "../../../static/js/kit/dom.js";
import {Panels} from "../../../static/js/kit/overlay.js";
import {oncePerTurn} from "../../../static/js/kit/schedule.js";
import {Store} from "../../../static/js/kit/storage.js";
import {Toasts} from "../../../static/js/kit/toasts.js";
import {FakeStorage, FakeTime} from "../fakes.mjs";

function aQuestion() {
  const time = new FakeTime();
  const question = {time, done: 0, confirmation: new Confirmation({changed() {}, now: time.now, later: time.setTimer})};
  question.press = (key = "kick 3") => question.confirmation.press(key, () => { question.done += 1; });
  return question;
}

test("a double tap removes nobody", () => {
  const question = aQuestion();
  question.press();
  question.time.pass(500);
  question.press();
  assert.deepEqual([question.done, question.confirmation.key], [0, "kick 3"]);
});

test("a second press after a moment does it, once", () => {
  const question = aQuestion();
  question.press();
  question.time.pass(700);
  question.press();
  question.press();
  assert.equal(question.done, 1);
});

test("a question that nobody answers is withdrawn after five seconds from its last asking", () => {
  const question = aQuestion();
  question.press();
  question.time.pass(4000);
  question.press("leave");
  question.time.pass(4000);
  assert.equal(question.confirmation.key, "leave");
  question.time.pass(1001);
  assert.equal(question.confirmation.key, "");
});

test("messages are announced, three stand there at most, and each goes by itself", () => {
  const time = new FakeTime();
  const said = [];
  const toasts = new Toasts({changed() {}, announce: (text) => said.push(text), later: time.setTimer});
  ["one", "two", "two", "", "three", "four"].forEach((text) => toasts.say(text));
  assert.deepEqual(toasts.list.map(({text}) => text), ["two", "three", "four"]);
  assert.deepEqual(said, ["one", "two", "three", "four"]);
  time.pass(5000);
  assert.deepEqual(toasts.list, []);
});

/** A window whose history is a list; going back arrives later, as in browsers. */
function aPage() {
  const page = {entries: [null], listeners: [], document: {activeElement: {isConnected: true, focus() { page.focused = true; }}}};
  page.addEventListener = (event, listener) => page.listeners.push(listener);
  page.goBack = () => {
    page.entries.pop();
    page.listeners.forEach((listener) => listener());
  };
  page.history = {
    get state() { return page.entries.at(-1); },
    pushState: (state) => page.entries.push(state),
    back: () => queueMicrotask(page.goBack),
  };
  page.panels = new Panels({changed() {}, page});
  page.settle = () => page.panels.settle({querySelectorAll: () => []});
  return page;
}
const soon = () => new Promise((done) => { setTimeout(done); });

test("Back closes the panel and stays on the page", () => {
  const page = aPage();
  page.panels.open("menu");
  page.panels.open("history");
  assert.equal(page.entries.length, 2);
  page.goBack();
  assert.deepEqual([page.panels.name, page.entries.length], ["", 1]);
});

test("a panel that is closed leaves no step in the history, and gives the focus back", async () => {
  const page = aPage();
  page.panels.open("menu");
  page.panels.close();
  page.settle();
  await soon();
  assert.deepEqual([page.panels.name, page.entries.length, page.focused], ["", 1, true]);
});

test("a panel that opens while the last one goes still has its step", async () => {
  const page = aPage();
  page.panels.open("menu");
  page.panels.close();
  page.panels.open("card");
  await soon();
  assert.deepEqual([page.panels.name, page.entries.length], ["card", 2]);
});

test("a storage that throws when it is touched keeps nothing and breaks nothing", () => {
  const store = new Store(() => { throw new Error("forbidden"); });
  store.remove("a");
  assert.deepEqual([store.set("a", 1), store.get("a")], [false, null]);
});

test("a storage keeps JSON, and reads rubbish as nothing", () => {
  const storage = new FakeStorage();
  const store = new Store(() => storage);
  assert.ok(store.set("a", {b: [1]}));
  storage.setItem("c", "{");
  assert.deepEqual([store.get("a"), store.get("c"), store.get("d")], [{b: [1]}, null, null]);
});

test("a drawing that is asked for three times in a turn is made once", async () => {
  let drawn = 0;
  const draw = oncePerTurn(() => { drawn += 1; });
  [1, 2, 3].forEach(draw);
  await soon();
  assert.equal(drawn, 1);
});

test("what a page should have and has not is named", () => {
  document.body.innerHTML = "<p>Table</p>";
  assert.equal(element("p").textContent, "Table");
  assert.throws(() => element("#preview"), /There is no #preview here/);
});

test("a listener hands on what its field holds", () => {
  const taken = [];
  const take = (value) => taken.push(value);
  onValue(take)({target: {value: "a duck"}});
  onTick(take)({target: {checked: true}});
  onSubmit(() => take("sent"))({preventDefault: () => take("kept here")});
  assert.deepEqual(taken, ["a duck", true, "kept here", "sent"]);
});
