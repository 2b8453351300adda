/**
 * What people do in the builder: writing, adding, changing, moving, searching, publishing. Each action changes `state.ui` or
 * hands a step to `saving`, and asks for a new drawing. Draws nothing itself.
 */
import {copy, share} from "../share.js";
import {all, anchorFor, find, stepFor, withPage} from "./cards.js";
import {fieldOf} from "./surface.js";
import {draftOf, hasBlank, lines, pickFor, retyped, shown, tapped, withBlank} from "./words.js";

const SAVE_AFTER = 1000;
const SEARCH_AFTER = 300;
const HINT_AFTER = 600;
const TOAST = 5000;

export const freshUi = () => ({
  tab: "black", query: "", searching: false, loading: "", panel: "", sure: "", toast: null, editing: null,
  composer: {open: false, draft: draftOf(""), kind: "", attribution: "", many: "", oneCard: false, near: "", problems: []},
  doubles: null, proposals: null, busy: "",
});

export function makeActions({state, saving, links, ask, draw, showCard, focus}) {
  const {ui} = state;
  const drafts = new Map(); // the words under the blanks of cards that were closed again
  let sessions = 0;
  let saveTimer = 0;
  let searchTimer = 0;
  let hintTimer = 0;
  let toastTimer = 0;

  const act = {
    say(text, action = null) {
      clearTimeout(toastTimer);
      ui.toast = text ? {text, action} : null;
      if (text) toastTimer = setTimeout(() => { ui.toast = null; draw(); }, TOAST);
      draw();
    },

    tab(kind) {
      act.close();
      Object.assign(ui, {tab: kind, toast: null});
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
      saving.push({verb: "add", kind, lines: texts, attribution: composer.attribution.trim(), cards});
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
      sessions += 1;
      const kept = drafts.get(id);
      ui.editing = {id, session: sessions, kind: card.kind, was: card.text, draft: kept && kept.text === card.text ? kept : draftOf(card.text),
        attribution: card.attribution || "", tags: card.tags || "", problem: ""};
      Object.assign(ui, {panel: "", toast: null});
      ui.composer.open = false;
      draw();
    },

    /** Save what was written, and with `closing` the kind too, which takes the card to the other side. */
    save(closing) {
      clearTimeout(saveTimer);
      const {editing} = ui;
      const card = editing && find(saving.cards, editing.id);
      if (!card) return;
      const facts = {};
      const text = editing.draft.text.trim();
      const otherKind = editing.kind !== card.kind;
      if (otherKind && !closing) return;
      if (otherKind) facts.kind = editing.kind;
      if (text && shown(text, editing.kind) !== card.text) facts.text = shown(text, editing.kind);
      for (const name of ["attribution", "tags"]) if (editing[name].trim() !== (card[name] || "")) facts[name] = editing[name].trim();
      drafts.set(card.id, editing.draft);
      if (!Object.keys(facts).length) return;
      saving.push({verb: "change", id: card.id, was: editing.was, facts, session: editing.session});
      if (otherKind) ui.tab = editing.kind;
    },

    close() {
      if (!ui.editing) return;
      const empty = !ui.editing.draft.text.trim();
      const {id} = ui.editing;
      act.save(true);
      ui.editing = null;
      if (empty) act.say("A card without words stays as it was.");
      draw();
      showCard(saving.real(id), true);
    },

    fact(name, value) {
      ui.editing[name] = value;
      soon();
    },

    remove(id) {
      const card = find(saving.cards, id);
      if (ui.editing && ui.editing.id === id) ui.editing = null;
      clearTimeout(saveTimer);
      if (!card) return;
      saving.push({verb: "remove", id, was: card.text});
      act.say("Card deleted.", "undo");
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
      act.say("");
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
      clearTimeout(searchTimer);
      searchTimer = setTimeout(() => saving.reload().then(draw), SEARCH_AFTER);
      draw();
    },

    async more(kind) {
      if (ui.loading) return;
      ui.loading = kind;
      draw();
      const start = saving.stored[kind].head.length;
      const answer = await ask(`${links.cards}?${new URLSearchParams({kind, start, q: ui.query})}`);
      ui.loading = "";
      if (answer) saving.stored = {...saving.stored, [kind]: withPage(saving.stored[kind], answer.pages[0])};
      else act.say("The line is down. Try again in a moment.");
      draw();
    },

    // ---- the deck itself
    open(panel) {
      act.close();
      Object.assign(ui, {panel, sure: ""});
      ui.composer.open = false;
      if (panel === "doubles") act.loadDoubles();
      draw();
    },

    shut() {
      ui.panel = "";
      draw();
    },

    sure(key) {
      ui.sure = key;
      draw();
    },

    facts(name, value) {
      if (value.trim() !== saving.shownFacts[name]) saving.push({verb: "facts", facts: {[name]: value.trim()}});
    },

    async loadDoubles() {
      ui.doubles = null;
      ui.doubles = await ask(links.doubles) || "failed";
      draw();
    },

    async loadProposals() {
      const answer = await ask(links.proposed);
      ui.proposals = answer ? answer.proposals : "failed";
      draw();
    },

    async decide(proposal, accept) {
      const answer = await act.post(links.decide, {proposal: proposal.id, accept});
      if (!answer) return;
      ui.proposals = ui.proposals.filter((one) => one.id !== proposal.id);
      await saving.reload();
      act.say(accept ? "It is in the deck now." : "Refused, kindly.");
    },

    async publish(name) {
      if (saving.steps.length) {
        act.say("One moment: your last changes are still on their way.");
        return;
      }
      const answer = await act.post(links.step, {step: name});
      ui.sure = "";
      if (answer && answer.gone) window.location.assign(links.mine);
      else if (answer) await saving.reload();
      draw();
    },

    /** Post something that is not a step of the cards; null when it was refused, which people are told. */
    async post(url, body) {
      if (ui.busy) return null;
      ui.busy = url;
      draw();
      const answer = await state.post(url, body);
      ui.busy = "";
      if (!answer.ok) act.say(answer.data.message);
      draw();
      return answer.ok ? answer.data : null;
    },

    async copyCode(text, what) {
      act.say(await copy(text) ? `${what} copied.` : "Copying did not work; hold your finger on it instead.");
    },

    async share() {
      const done = await share({title: saving.shownFacts.name, text: `Play with my cards: ${saving.shownFacts.name}`, url: links.share});
      if (done === "copied") act.say("Link copied.");
    },
  };

  const soon = () => {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => act.save(false), SAVE_AFTER);
    draw();
  };

  const hint = () => {
    clearTimeout(hintTimer);
    hintTimer = setTimeout(async () => {
      const {draft} = ui.composer;
      const text = draft.text.trim();
      if (text.length < 6 || ui.composer.many || saving.status !== "saved") return;
      const answer = await ask(`${links.near}?${new URLSearchParams({kind: composerKind(ui), text: shown(text, composerKind(ui))})}`);
      if (answer && ui.composer.draft === draft) {
        ui.composer.near = answer.near;
        draw();
      }
    }, HINT_AFTER);
  };

  act.composing = {
    name: "new", enterHint: "send", longest: 400000, enter: () => act.add(),
    type(text) {
      const {composer} = ui;
      composer.draft = retyped(composer.draft, text);
      composer.near = "";
      composer.problems = composer.problems.filter((one) => text.includes(one.text));
      if (lines(text).length > 1) composer.many = composer.many || "auto";
      else Object.assign(composer, {many: "", oneCard: false});
      hint();
      draw();
    },
    tap: (token) => changeDraft(ui.composer, token, "new", () => hint()),
    blank: () => putBlank(ui.composer, "new"),
    kind(kind) {
      ui.composer.kind = kind;
      if (kind === "white") ui.composer.draft = unblanked(ui.composer.draft);
      draw();
      focus("new");
    },
  };

  act.changing = {
    name: "card", enterHint: "done", enter: () => act.close(),
    type(text) {
      ui.editing.draft = retyped(ui.editing.draft, text);
      soon();
    },
    tap: (token) => changeDraft(ui.editing, token, "card", soon),
    blank: () => putBlank(ui.editing, "card", soon),
    kind(kind) {
      if (kind === "white") ui.editing.draft = unblanked(ui.editing.draft);
      ui.editing.kind = kind;
      soon();
    },
  };

  function changeDraft(sheet, token, name, then) {
    const next = tapped(sheet.draft, token.from);
    if (next === sheet.draft) selectIn(name, token);
    else {
      sheet.draft = next;
      sheet.kind = hasBlank(next.text) ? "black" : sheet.kind;
    }
    then();
    draw();
  }

  function putBlank(sheet, name, then = () => {}) {
    const field = fieldOf(name);
    const {draft, cursor} = withBlank(sheet.draft, field ? field.selectionStart : sheet.draft.text.length, field ? field.selectionEnd : sheet.draft.text.length);
    Object.assign(sheet, {draft, kind: "black"});
    then();
    draw();
    queueMicrotask(() => field && field.setSelectionRange(cursor, cursor));
  }

  return act;
}

/** Write over a blank under which there is no word. */
function selectIn(name, token) {
  const field = fieldOf(name);
  if (!field) return;
  field.focus();
  field.setSelectionRange(token.from, token.to);
}

/** What the new card would be: as chosen, or black when it has a blank, or as the side one looks at. */
export function composerKind(ui) {
  if (hasBlank(ui.composer.draft.text)) return "black";
  return ui.composer.kind || (ui.tab === "black" ? "black" : "white");
}

function newCard(id, kind, text) {
  const card = {id, kind, text: shown(text, kind), waits: true};
  return kind === "black" ? {...card, pick: pickFor(card.text)} : card;
}

/** A draft whose blanks have given their words back, as far as they cover any. */
function unblanked(draft) {
  let number = -1;
  const text = draft.text.replace(/_+/g, (blank) => {
    number += 1;
    return draft.under[number] || blank;
  });
  return retyped(draftOf(""), text);
}

const visible = (cards, card) => all(cards, card.kind);
