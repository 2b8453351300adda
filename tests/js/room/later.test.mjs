/** Panels that are fetched when they are opened. */
import "../dom.mjs";
import assert from "node:assert/strict";
import {test} from "node:test";
import {isMissing, LATER, panelsCome} from "../../../static/js/room/views/later.js";

test("only a panel that is not there yet is missing, until they have come", async () => {
  assert.deepEqual(["", "history", "menu", "decks"].map((name) => isMissing(name)), [false, false, true, true]);
  assert.deepEqual([isMissing("", {phase: "lobby"}), isMissing("", {phase: "playing"}), isMissing("", {phase: "lobby", evening: {}})], [false, true, true]);
  assert.equal(LATER.decks[1]({}).strings.join("").includes("One moment"), true);
  await panelsCome();
  assert.equal(isMissing("decks"), false);
});
