/** The builder's page: what is drawn again when somebody types. */
import assert from "node:assert/strict";
import {test} from "node:test";
import "./dom.mjs";
import {render} from "../../static/lit/lit-html.js";
import {freshUi} from "../../static/js/builder/actions.js";
import {draftOf} from "../../static/js/builder/words.js";
import {page} from "../../static/js/builder/views/page.js";
import {Toasts} from "../../static/js/kit/toasts.js";

const COUNT = 200;

/** A builder with many white cards that count how often their texts are read. */
function aBuilder() {
  const builder = {read: 0};
  const head = Array.from({length: COUNT}, (_, id) => ({id, kind: "white", get text() {
    builder.read += 1;
    return `card ${id}`;
  }}));
  const none = () => {};
  const act = new Proxy({composing: {name: "new"}, changing: {name: "card"}}, {get: (own, name) => own[name] || none});
  return Object.assign(builder, {
    ui: {...freshUi(), tab: "white"}, act, links: {mine: "/"}, wide: true, serves: 80, facts: {name: "Ducks", language: "en"},
    standing: {status: "draft", missing: {black: 0, white: 0}, proposals: 0}, saving: {status: "saved", steps: [], canUndo: false, canRedo: false},
    panels: {name: ""}, toasts: new Toasts({changed: none, announce: none}),
    cards: {counts: {black: 0, white: COUNT}, white: {head, tail: [], unseen: 0}, black: {head: [], tail: [], unseen: 0}},
  });
}

test("typing a new card reads none of the others", () => {
  const builder = aBuilder();
  const place = document.createElement("div");
  render(page(builder), place);
  assert.equal(place.querySelectorAll("[data-testid=card]").length, COUNT);
  builder.read = 0;
  builder.ui.composer.draft = draftOf("a duck");
  render(page(builder), place);
  assert.equal(builder.read, 0);
});

test("a card that is opened is the only one drawn again", () => {
  const builder = aBuilder();
  const place = document.createElement("div");
  render(page(builder), place);
  builder.read = 0;
  builder.ui.editing = {id: 7, kind: "white", draft: draftOf("card 7"), attribution: "", tags: ""};
  render(page(builder), place);
  assert.equal(place.querySelectorAll("[data-testid=open-card]").length, 1);
  assert.ok(builder.read < 5, `${builder.read} texts were read`);
});
