/** The keyboard: what single keys do at the table, and that they can be switched off. */
import assert from "node:assert/strict";
import {test} from "node:test";
import "../dom.mjs";
import {watchKeys} from "../../../static/js/room/keys.js";

let room;
watchKeys(() => room);

/** What the keys of somebody who chooses from two cards did. */
function pressed(keys, more = {}) {
  const done = [];
  const act = new Proxy({}, {get: (target, name) => (...args) => done.push([name, ...args])});
  room = {
    act, chooses: true, shortcuts: true, panels: {name: ""}, table: {phase: "playing", settings: {}, black_card: {pick: 1}},
    seat: {hand: [{id: 11}, {id: 12}], can: []}, ui: {chosen: [], picks: [], question: null}, sending: () => false, ...more,
  };
  keys.forEach((key) => document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})));
  return done;
}

test("digits choose cards, and the question mark explains", () => {
  assert.deepEqual(pressed(["2", "9", "?"]), [["choose", 12], ["open", "explain"]]);
});

test("Enter plays once enough is chosen", () => {
  assert.deepEqual(pressed(["Enter"]), []);
  assert.deepEqual(pressed(["Enter"], {ui: {chosen: [11], picks: [], question: null}}), [["play"]]);
});

test("Escape puts the last card back, or takes back the judge's choice", () => {
  assert.deepEqual(pressed(["Escape"], {ui: {chosen: [11, 12], pickss: [], question: null}}), [["choose", 12]]);
  assert.deepEqual(pressed(["Escape"], {chooses: false, ui: {chosen: [], picks: ["1"], question: null}}), [["pick", "1"]]);
});

test("with the keys for cards switched off, Enter and Escape still work", () => {
  assert.deepEqual(pressed(["2", "?", "Escape"], {shortcuts: false, ui: {chosen: [11], picks: [], question: null}}), [["choose", 11]]);
});

test("an open panel has the keys to itself", () => {
  assert.deepEqual(pressed(["1", "?"], {panels: {name: "menu"}}), []);
});
