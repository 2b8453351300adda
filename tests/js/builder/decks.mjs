/** A prepared deck as the builder's views read it, and how it is shown: for the tests of views. */
import "../dom.mjs";
import {render} from "../../../static/lit/lit-html.js";
import {freshUi} from "../../../static/js/builder/actions.js";
import {page} from "../../../static/js/builder/views/page.js";
import {Confirmation} from "../../../static/js/kit/confirm.js";
import {Toasts} from "../../../static/js/kit/toasts.js";

const FACTS = {name: "Ducks", description: "", rating: "family", language: "en", tags: "", author: "", licence: "", source_note: ""};
const RATINGS = [["family", "Family: fit for every table"], ["teen", "Teen: cheeky"], ["adult", "Adult: not for children"]];
const none = () => {};

/** A builder whose deck is a draft with these white cards; `moves` collects what is pressed. */
export function aBuilder({white = [], moves = [], panel = "", ui = {}, standing = {}, saving = {}, facts = {}, ...more} = {}) {
  const noted = new Proxy({composing: {name: "new"}, changing: {name: "card"}}, {
    get: (own, name) => own[name] || ((...args) => { moves.push([name, ...args]); }),
  });
  return {
    ui: {...freshUi(), tab: "white", ...ui}, act: noted, wide: true, serves: 80, own: true, gone: new Set(), facts: {...FACTS, ...facts}, ratings: RATINGS,
    languages: [["en", "English"], ["pl", "Polski"]], formats: [["own", "Our own file"]], links: {mine: "/", page: "/decks/ducks/", export: "/e/form/", play: "/?deck=CDFGHJKM#open"},
    standing: {status: "draft", listed: true, missing: {black: 0, white: 0}, proposals: 0, off: false, code: "CDFGHJKM", review_note: "",
      counts: {black: 0, white: white.length}, ...standing},
    saving: {status: "saved", steps: [], canUndo: false, canRedo: false, key: (id) => id, ...saving},
    panels: {name: panel, close: none}, toasts: new Toasts({changed: none, announce: none}), confirmation: new Confirmation({changed: none}),
    cards: {counts: {black: 0, white: white.length}, white: {head: white, tail: [], unseen: 0}, black: {head: [], tail: [], unseen: 0}}, ...more,
  };
}

/** Draw the builder's page into `place`, and return that. */
export function show(builder, place = document.createElement("div")) {
  document.body.replaceChildren(place);
  render(page(builder), place);
  return place;
}
