/** Where the focus goes when a drawing takes away what had it. */
import assert from "node:assert/strict";
import {beforeEach, test} from "node:test";
import "../dom.mjs";
import {FocusKeeper} from "../../../static/js/kit/focus.js";

let page;
let keeper;
const focused = () => document.activeElement.id || document.activeElement.tagName;

beforeEach(() => {
  document.body.innerHTML = '<main><h1 tabindex="-1" id="title">Table</h1><button id="play" data-testid="card" data-play="2">Turn</button></main>';
  page = document.querySelector("main");
  keeper = new FocusKeeper(page);
  document.getElementById("play").focus();
});

test("what is gone gives the focus to the heading", () => {
  document.getElementById("play").remove();
  keeper.settle();
  assert.equal(focused(), "title");
});

test("what is drawn anew has it again", () => {
  document.getElementById("play").remove();
  page.insertAdjacentHTML("beforeend", '<button id="again" data-testid="card" data-play="2">Open</button>');
  keeper.settle();
  assert.equal(focused(), "again");
});

test("a button that is switched off for a moment keeps its place", () => {
  const button = document.getElementById("play");
  button.blur();
  button.disabled = true;
  keeper.settle();
  assert.equal(focused(), "BODY");
  button.disabled = false;
  keeper.settle();
  assert.equal(focused(), "play");
});

test("whoever presses beside everything is left alone", async () => {
  document.getElementById("play").blur();
  await new Promise((done) => { setTimeout(done); });
  keeper.settle();
  assert.equal(focused(), "BODY");
});
