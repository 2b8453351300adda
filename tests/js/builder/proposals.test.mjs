/** Deciding what others propose for a deck. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {deckActions} from "../../../static/js/builder/deck.js";

test("a proposal is taken although the list of them was lost meanwhile", async () => {
  const told = [];
  const ui = {proposals: "failed", busy: ""};
  const act = {post: async () => ({}), say: (text) => told.push(text)};
  const {decide} = deckActions({state: {ui}, saving: {reload: async () => true}, links: {decide: "/decide/"}, act});
  await decide({id: 3}, true);
  assert.deepEqual([ui.proposals, told], ["failed", ["It is in the deck now."]]);
});
