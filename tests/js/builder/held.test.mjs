/** What was written on a card and not taken: held until somebody decides, and put back on that card. */
import "../dom.mjs";
import assert from "node:assert/strict";
import {test} from "node:test";
import {freshUi, makeActions} from "../../../static/js/builder/actions.js";
import {Saving} from "../../../static/js/builder/saving.js";
import {draftOf} from "../../../static/js/builder/words.js";
import {three, white} from "./prepared_cards.mjs";
import {all} from "../../../static/js/builder/cards.js";

const none = () => {};
const CHANGED = "Somebody has changed this card meanwhile.";

/** A page with three cards whose server takes everything; `sent` has the bodies. */
function aPage() {
  const sent = [];
  const saving = new Saving({
    stored: three(), facts: {}, revision: "1", changed: none, heard: none, load: () => Promise.resolve(null),
    refused: (step, message) => act.hold({id: step.id, facts: step.facts, message}),
    send: (body) => { sent.push(body); return Promise.resolve({ok: true, status: 200, data: {revision: "2", cards: [white(body.card, body.facts.text)], errors: [], undo: "u"}}); },
  });
  const state = {ui: freshUi(), standing: {status: "draft"}, post: none};
  const act = makeActions({state, saving, links: {}, ask: none, draw: none, showCard: none, focus: none, panels: {close: none}, toasts: {clear: none, say: none}, confirmation: {forget: none}});
  return {ui: state.ui, act, saving, sent};
}

test("what was typed last comes with it, and the card is closed", () => {
  const {ui, act} = aPage();
  act.edit("a");
  ui.editing.draft = draftOf("mine, longer");
  act.hold({id: "a", facts: {text: "mine"}, message: CHANGED});
  assert.deepEqual([ui.held[0].facts, ui.editing], [{text: "mine, longer"}, null]);
});

test("mine goes in the place of the card, which stays one card", async () => {
  const {ui, act, saving, sent} = aPage();
  act.hold({id: "a", facts: {text: "mine"}, message: CHANGED});
  act.putMine(ui.held[0]);
  await new Promise((done) => setTimeout(done));
  assert.deepEqual([sent.map((body) => [body.verb, body.card, body.facts]), ui.held, ui.composer.open], [[["change", "a", {text: "mine"}]], [], false]);
  assert.deepEqual(all(saving.cards, "white").map((card) => card.text), ["mine", "b", "c"]);
});

test("words that came from elsewhere while a card was open are not written over when it is closed", () => {
  const {ui, act, saving, sent} = aPage();
  act.edit("a");
  ui.editing.draft = draftOf("mine");
  saving.stored = {...saving.stored, white: {head: [white("a", "theirs"), white("b")], unseen: 0, tail: []}};
  act.close();
  assert.deepEqual([sent, ui.held.map((one) => [one.id, one.facts.text])], [[], [["a", "mine"]]]);
});

test("mine is opened on its card where it has to be mended", () => {
  const {ui, act} = aPage();
  act.hold({id: "a", facts: {text: "mine"}, message: "This card cannot be used: it is too long."});
  act.changeMine(ui.held[0]);
  assert.deepEqual([ui.editing.id, ui.editing.draft.text, ui.held], ["a", "mine", []]);
});

test("mine is thrown away, or begins a new card that is not added by itself", () => {
  const {ui, act, sent} = aPage();
  for (const asNew of [false, true]) {
    act.hold({id: "z", facts: {text: "mine"}, message: "Somebody has removed this card meanwhile."});
    act.letGo(ui.held[0], asNew);
  }
  assert.deepEqual([ui.held, ui.composer.draft.text, sent], [[], "mine", []]);
});
