/**
 * The page that builds a deck: joins what the server said, what people do, what waits to be sent, and the views.
 * Decides nothing about cards or decks.
 */
import {render} from "../../lit/lit-html.js";
import {freshUi, makeActions} from "../builder/actions.js";
import {emptyPart, withPage} from "../builder/cards.js";
import {watchDrags} from "../builder/drag.js";
import {Keeping} from "../builder/keeping.js";
import {Saving} from "../builder/saving.js";
import {fieldOf} from "../builder/writing.js";
import {page as pageView} from "../builder/views/page.js";
import {Announcer} from "../kit/announce.js";
import {Confirmation} from "../kit/confirm.js";
import {element, elementIfAny, elements} from "../kit/dom.js";
import {pageIsReady} from "../kit/errors.js";
import {getJson, pageDocument, post} from "../kit/http.js";
import {Panels} from "../kit/overlay.js";
import {oncePerTurn} from "../kit/schedule.js";
import {browserStore, tabStore} from "../kit/storage.js";
import {Toasts} from "../kit/toasts.js";
import {ngettext} from "../kit/i18n.js";

const KEPT_ALIVE = 15000;
const page = element("#builder");
/** @type {Builder.PageDocument} */
const {links, ratings, languages, formats, own, person, query, ...begun} = pageDocument();
const wide = matchMedia("(min-width: 1000px) and (min-height: 560px)");
/** @type {Builder.State} */
const state = {ui: freshUi(), standing: begun, post};
const draw = oncePerTurn(redraw);
const announcer = new Announcer();
const confirmation = new Confirmation({changed: draw});
const toasts = new Toasts({changed: draw, announce: (text) => announcer.say(text)});
const panels = new Panels({changed: draw, closed: () => confirmation.forget()});
Object.assign(state.ui, {query, searching: Boolean(query)});
const [black, white] = begun.pages.map((one) => one.total);
if (!black && white) state.ui.tab = "white";

/** @param {Builder.Deck} deck */
function cardsOf({counts, pages}) {
  const cards = {counts, black: emptyPart(), white: emptyPart()};
  for (const one of pages) cards[one.kind] = withPage(cards[one.kind], {...one, start: 0});
  return cards;
}

/** @type {Builder.Ask} */
const ask = (url) => getJson(url).catch(() => null);

async function load() {
  const {stored} = saving;
  const count = Math.max(50, stored.black.head.length, stored.white.head.length);
  /** @type {?Builder.Deck} */
  const answer = await ask(`${links.cards}?${new URLSearchParams({count: String(count), q: state.ui.query})}`);
  if (!answer) return null;
  state.standing = answer;
  return {cards: cardsOf(answer), revision: answer.revision, facts: answer.facts};
}

/**
 * Small steps outlive the page: a phone that is put away at once still saves.
 * @param {object} body
 */
function send(body) {
  const answer = post(links.change, body, {keepalive: JSON.stringify(body).length < KEPT_ALIVE});
  return /** @type {Promise<Builder.Reply>} */ (answer);
}

const keeping = new Keeping({person, code: begun.code, tab: tabStore(), browser: browserStore(), locks: navigator.locks});
const saving = new Saving({
  stored: cardsOf(begun), facts: begun.facts, revision: begun.revision, load, changed: draw, send, heard, refused,
  kept: (steps) => keeping.keep({steps}),
});

/** @type {(answer: Builder.Done, step: Builder.Step) => void} */
function heard(answer, step) {
  if (step.verb === "add" && answer.cards.length > 1) act.say(ngettext("%(count)s card added.", "%(count)s cards added.", answer.cards.length));
  state.standing = {...state.standing, ...answer};
  const {editing} = state.ui;
  const card = (answer.cards || []).find((one) => editing && one.id === saving.real(editing.id));
  if (editing && card && step.verb !== "undo") Object.assign(editing, {id: card.id, was: card.text});
  draw();
}

/** @type {(step: Builder.Step, message: string, errors: Builder.Problem[]) => void} */
function refused(step, message, errors) {
  if (step.verb === "add") act.putBack(errors.length ? errors.map((one) => one.text) : step.lines, errors);
  if (step.verb === "change" && errors.length) act.double(step.id);
  else if (step.verb === "change") {
    act.hold({id: step.id, facts: step.facts, message});
    requestAnimationFrame(() => elementIfAny("[data-testid=held]", page)?.scrollIntoView({block: "nearest"}));
  } else if (message) act.say(message);
}

const focus = (/** @type {string} */ name) => requestAnimationFrame(() => { const field = fieldOf(name); if (field) field.focus(); });

/** @param {string} id */
function showCard(id, near = false) {
  requestAnimationFrame(() => {
    const slot = elementIfAny(`[data-card="${CSS.escape(saving.real(id))}"]`, page);
    if (slot) slot.scrollIntoView({block: near ? "nearest" : "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
  });
}

const act = makeActions({state, saving, links, ask, draw, showCard, focus, panels, toasts, confirmation});
let shownEditing = "";

function redraw() {
  const {ui, standing} = state;
  if (ui.editing) ui.editing.id = saving.real(ui.editing.id);
  const cards = saving.cards;
  const gone = new Set(saving.steps.filter((step) => step.verb === "remove").map((step) => step.id));
  render(pageView({ui, act, saving, cards, standing, links, ratings, languages, formats, own, gone, panels, toasts, confirmation,
    wide: wide.matches, facts: saving.shownFacts, serves: standing.serves}), page);
  panels.settle(page);
  keeping.keep({text: ui.composer.draft.text, held: ui.held});
  elements("textarea", page).forEach(grow);
  const {editing} = ui;
  if (editing && editing.session !== shownEditing) showCard(editing.id, true);
  shownEditing = editing ? editing.session : "";
}

/** @param {HTMLElement} field */
function grow(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 4}px`;
}

/** Phones lay their keyboard over what sticks to the bottom; the boxes for new cards stays above it. */
function aboveKeyboard() {
  const view = window.visualViewport;
  const hidden = view ? Math.max(0, window.innerHeight - view.height - view.offsetTop) : 0;
  document.body.style.setProperty("--keyboard", `${Math.round(hidden)}px`);
}

["resize", "scroll"].forEach((event) => window.visualViewport?.addEventListener(event, aboveKeyboard));
["online", "pageshow"].forEach((event) => window.addEventListener(event, () => saving.steps.length && saving.wake()));
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && act.save(false));
window.addEventListener("beforeunload", (event) => {
  act.save(true);
  if (saving.steps.length) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || /** @type {Element} */ (event.target).closest("input, textarea")) return;
  event.preventDefault();
  if (event.shiftKey) act.redo();
  else act.undo();
});
wide.addEventListener("change", draw);
watchDrags(page, (id, target, behind) => act.drop(id, target, behind));
page.replaceChildren();
keeping.claim().then((left) => left.forEach(({steps, text, held = []}) => {
  saving.restore(steps);
  held.forEach((one) => act.hold(one));
  if (text) act.putBack([text], []);
}));
draw();
pageIsReady();
