/**
 * What people do in the builder: adding, changing, moving and searching cards. Each action changes `state.ui` or hands a step
 * to `saving`, and asks for a new drawing. Draws nothing itself; writing.js and deck.js have the other actions.
 */
import {all, anchorFor, find, stepFor, withPage} from "./cards.js";
import {deckActions} from "./deck.js";
import {heldActions} from "./held.js";
import {debounce} from "../kit/schedule.js";
import {CONFLICT} from "./steps.js";
import {composerKind, draftOf, hasBlank, lines, pickFor, shown} from "./words.js";
import {writingActions} from "./writing.js";
import {gettext} from "../kit/i18n.js";

const DOUBLE = gettext("The deck has another card that reads like this.");
const SAVE_AFTER = 1000;
const SEARCH_AFTER = 300;

/** @returns {Builder.Ui} */
export const freshUi = () => ({
  tab: "black", query: "", searching: false, loading: "", editing: null, dirty: false,
  composer: {open: false, draft: draftOf(""), kind: "", many: "", oneCard: false, near: "", problems: []},
  doubles: null, proposals: null, busy: "", held: [],
});

/** @param {Builder.Parts} parts */
export function makeActions({state, saving, links, ask, draw, showCard, focus, panels, toasts, confirmation}) {
  const {ui} = state;
  /** @type {Map<string, Builder.Draft>} */
  const drafts = new Map(); // the words under the blanks of cards that were closed again
  const saveSoon = debounce(() => act.save(false), SAVE_AFTER);
  const searchSoon = debounce(() => saving.reload().then(draw), SEARCH_AFTER);

  const act = /** @type {Builder.Actions} */ ({ // with those of writing.js and deck.js, below
    /** One message at a time: what was said before it is over. */
    say(text, action) {
      toasts.clear();
      toasts.say(text, {action});
    },

    tab(kind) {
      act.close();
      ui.tab = kind;
      toasts.clear();
      window.scrollTo({top: 0});
      if (kind === "proposed") act.loadProposals();
      draw();
    },

    // ---- the new card
    compose(open) {
      ui.composer.open = open;
      if (open) act.close();
      draw();
      if (open) focus("new");
    },

    add() {
      const {composer} = ui;
      const texts = composer.oneCard || !composer.many ? [composer.draft.text.trim()].filter(Boolean) : lines(composer.draft.text);
      if (!texts.length) return;
      const forced = composer.many ? composer.many === "auto" ? null : composer.many : composerKind(ui);
      const cards = texts.map((text) => newCard(saving.newId(), forced || (hasBlank(text) ? "black" : "white"), text));
      const kind = composer.oneCard ? composerKind(ui) : forced;
      Object.assign(composer, {draft: draftOf(""), kind: "", many: "", oneCard: false, near: "", problems: []});
      if (ui.query) act.search("");
      ui.tab = cards[cards.length - 1].kind;
      saving.push({verb: "add", kind, lines: texts, cards});
      showCard(cards[cards.length - 1].id);
      if (cards.length === 1) focus("new");
    },

    /** Lines that the server refused come back into the field, with their reasons. */
    putBack(texts, problems) {
      const {composer} = ui;
      const together = [...texts, composer.draft.text].filter((text) => text.trim()).join("\n");
      Object.assign(composer, {open: true, draft: draftOf(together), problems, many: lines(together).length > 1 ? "auto" : ""});
      draw();
    },

    // ---- a card in its place
    edit(id) {
      act.close();
      const card = find(saving.cards, id);
      if (!card) return;
      const kept = drafts.get(id);
      ui.editing = {id, session: saving.newId(), kind: card.kind, was: card.text, draft: kept && kept.text === card.text ? kept : draftOf(card.text),
        attribution: card.attribution || "", tags: card.tags || "", problem: ""};
      panels.close();
      toasts.clear();
      ui.composer.open = false;
      draw();
    },

    /** Save what was written, and with `closing` the kind too, which takes the card to the other side. */
    save(closing) {
      saveSoon.cancel();
      ui.dirty = false;
      const {editing} = ui;
      const card = editing && find(saving.cards, editing.id);
      if (!card) return;
      /** @type {Partial<Builder.CardFacts>} */
      const facts = {};
      const text = editing.draft.text.trim();
      const otherKind = editing.kind !== card.kind;
      if (otherKind && !closing) return;
      if (otherKind) facts.kind = editing.kind;
      if (text && shown(text, editing.kind) !== card.text) facts.text = shown(text, editing.kind);
      for (const name of /** @type {const} */ (["attribution", "tags"])) if (editing[name].trim() !== (card[name] || "")) facts[name] = editing[name].trim();
      drafts.set(card.id, editing.draft);
      if (!Object.keys(facts).length) return;
      if (facts.text && overwrites(saving, editing)) {
        act.hold({id: saving.real(editing.id), facts, message: CONFLICT});
        return;
      }
      saving.push({verb: "change", id: card.id, was: editing.was, facts, session: editing.session});
      if (otherKind) ui.tab = editing.kind;
    },

    /** The card with this id was saved and reads like another one of the deck now. */
    double(id) {
      if (ui.editing && ui.editing.id === saving.real(id)) ui.editing.problem = DOUBLE;
      else act.say(DOUBLE, {label: gettext("Undo"), testid: "toast-undo", run: () => act.undo()});
      draw();
    },

    wake() {
      saving.wake();
    },

    close() {
      if (!ui.editing) return;
      const empty = !ui.editing.draft.text.trim();
      const {id} = ui.editing;
      act.save(true);
      if (!ui.editing) return;
      ui.editing = null;
      if (empty) act.say(gettext("A card without words stays as it was."));
      draw();
      showCard(saving.real(id), true);
    },

    fact(name, value) {
      if (ui.editing) ui.editing[name] = value;
      soon();
    },

    remove(id) {
      const card = find(saving.cards, id);
      if (ui.editing && ui.editing.id === id) ui.editing = null;
      saveSoon.cancel();
      ui.dirty = false;
      if (!card) return;
      saving.push({verb: "remove", id, was: card.text});
      act.say(gettext("Card deleted."), {label: gettext("Undo"), testid: "toast-undo", run: () => act.undo()});
    },

    step(id, by) {
      const card = find(saving.cards, id);
      const anchor = card && stepFor(visible(saving.cards, card), id, by);
      if (anchor === undefined || !card) return;
      act.save(false);
      saving.push({verb: "move", id, after: anchor});
      showCard(id, true);
    },

    top(id) {
      act.save(false);
      saving.push({verb: "move", id, after: null});
      showCard(id, true);
    },

    drop(id, target, behind) {
      const card = find(saving.cards, id);
      const anchor = card && anchorFor(visible(saving.cards, card), id, target, behind);
      if (anchor !== undefined && card) saving.push({verb: "move", id, after: anchor});
    },

    undo() {
      act.save(false);
      ui.editing = null;
      toasts.clear();
      saving.undo();
    },

    redo() {
      ui.editing = null;
      saving.redo();
    },

    // ---- finding
    searching(on) {
      ui.searching = on;
      if (!on && ui.query) act.search("");
      draw();
    },

    search(query) {
      ui.query = query;
      searchSoon();
      draw();
    },

    async more(kind) {
      if (ui.loading) return;
      ui.loading = kind;
      draw();
      const start = saving.stored[kind].head.length;
      /** @type {?Builder.Deck} */
      const answer = await ask(`${links.cards}?${new URLSearchParams({kind, start: String(start), q: ui.query})}`);
      ui.loading = "";
      if (answer) saving.stored = {...saving.stored, [kind]: withPage(saving.stored[kind], answer.pages[0])};
      else act.say(gettext("The line is down. Try again in a moment."));
      draw();
    },
  });

  function soon() {
    ui.dirty = true;
    if (ui.editing) ui.editing.problem = "";
    saveSoon();
    draw();
  }

  Object.assign(act, writingActions({ui, saving, links, ask, draw, focus, act, soon}), deckActions({state, saving, links, ask, draw, act, panels, confirmation}),
    heldActions({ui, saving, draw, act}));
  return act;
}

/**
 * Whether saving would write over words that came from elsewhere while the card was open.
 * @type {(saving: Builder.Parts["saving"], editing: Builder.Editing) => boolean}
 */
function overwrites(saving, editing) {
  const id = saving.real(editing.id);
  const stored = find(saving.stored, id);
  return stored !== undefined && stored.text !== editing.was && !saving.steps.some((step) => "id" in step && step.id === id);
}

/** @type {(cards: Builder.Cards, card: Builder.Card) => Builder.Card[]} */
const visible = (cards, card) => all(cards, card.kind);

/** @type {(id: string, kind: Builder.Kind, text: string) => Builder.Card} */
function newCard(id, kind, text) {
  const card = {id, kind, text: shown(text, kind), waits: true};
  return kind === "black" ? {...card, pick: pickFor(card.text)} : card;
}
