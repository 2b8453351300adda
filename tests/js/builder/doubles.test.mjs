/** A card that was changed into another one of the deck: said where it is open, else in a message with a way back. */
import "../dom.mjs";
import assert from "node:assert/strict";
import {test} from "node:test";
import {freshUi, makeActions} from "../../../static/js/builder/actions.js";
import {Saving} from "../../../static/js/builder/saving.js";
import {three} from "./prepared_cards.mjs";

const none = () => {};

/** A page with three cards; `said` has its messages. */
function aPage() {
  const said = [];
  const saving = new Saving({stored: three(), facts: {}, revision: "1", changed: none, heard: none, load: none, refused: none, send: () => new Promise(none)});
  const state = {ui: freshUi(), standing: {status: "draft"}, post: none};
  const toasts = {clear: none, say: (text, {action}) => said.push([text, action.label])};
  const act = makeActions({state, saving, links: {}, ask: none, draw: none, showCard: none, focus: none, panels: {close: none}, toasts, confirmation: {forget: none}});
  return {ui: state.ui, act, said};
}

test("the open card says it until its text is another one", () => {
  const {ui, act, said} = aPage();
  act.edit("a");
  act.double("a");
  assert.deepEqual([ui.editing.problem, said], ["The deck has another card that reads like this.", []]);
  act.changing.type("something else");
  assert.equal(ui.editing.problem, "");
});

test("of a card that is closed already a message says it, with a way back", () => {
  const {act, said} = aPage();
  act.double("a");
  assert.deepEqual(said, [["The deck has another card that reads like this.", "Undo"]]);
});
