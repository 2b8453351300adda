/** The builder's page: the bar on top, the two sides of the deck, and the boxes for a new card within the thumb's reach. */
import {html, nothing} from "../../../lit/lit-html.js";
import {onValue} from "../../kit/dom.js";
import {backIcon, closeIcon, dotsIcon, plusIcon, redoIcon, searchIcon, undoIcon} from "../../kit/icons.js";
import {toastList} from "../../kit/toasts.js";
import {total} from "../cards.js";
import {lacks, offNotice, stateOf} from "./audience.js";
import {heldCards} from "./held.js";
import {cardList, proposalList} from "./list.js";
import {panel} from "./panels.js";
import {savingStatus} from "./status.js";
import {blankButton, kindToggle, short, textField, wordCard} from "./surface.js";
import {composerKind, hasBlank, lines} from "../words.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/** @param {Builder.Model} builder */
function topBar(builder) {
  const {saving, act, links, facts, ui, cards, standing} = builder;
  /** @type {(kind: Builder.Tab, label: string, count: number) => unknown} */
  const tab = (kind, label, count) => html`<button type="button" class="tab" aria-pressed=${ui.tab === kind ? "true" : "false"} data-testid="tab-${kind}"
    @click=${() => act.tab(kind)}>${label} <b>${count}</b></button>`;
  const count = (/** @type {Builder.Kind} */ kind) => (ui.query ? total(cards, kind) : cards.counts[kind]);
  return html`<header class="top" data-bar="top">
    <div class="titles">
      <a class="icon-button" href=${links.mine} aria-label=${gettext("My decks")}>${backIcon}</a>
      <div class="title"><h1>${facts.name}</h1><p class="status" role="status" aria-live="polite" data-testid="saved">${savingStatus(builder)}</p></div>
      <button type="button" class="icon-button" aria-label=${gettext("Undo")} data-testid="undo" ?disabled=${!saving.canUndo} @click=${() => act.undo()}>${undoIcon}</button>
      <button type="button" class="icon-button" aria-label=${gettext("Redo")} data-testid="redo" ?disabled=${!saving.canRedo} @click=${() => act.redo()}>${redoIcon}</button>
      <button type="button" class="icon-button" aria-label=${gettext("This deck: facts, sharing, files")} data-testid="deck-menu" @click=${() => act.open("deck")}>${dotsIcon}</button>
    </div>
    <div class="tabs" role="group" aria-label=${gettext("Cards to show")}>
      ${tab("black", gettext("Black"), count("black"))}${tab("white", gettext("White"), count("white"))}
      ${standing.proposals || ui.tab === "proposed" ? tab("proposed", gettext("Proposed"), standing.proposals) : nothing}
      <button type="button" class="icon-button" aria-label=${gettext("Search cards")} aria-pressed=${ui.searching ? "true" : "false"} data-testid="search" @click=${() => act.searching(!ui.searching)}>${ui.searching ? closeIcon : searchIcon}</button>
    </div>
    ${ui.searching ? html`<label class="search"><span class="sr">${gettext("Search cards")}</span><input type="search" placeholder=${gettext("Search this deck")} autocomplete="off" data-testid="search-field"
      .value=${ui.query} @input=${onValue((query) => act.search(query))}></label>` : nothing}
    ${saving.status === "stopped" ? html`<p class="trouble" role="alert">${saving.trouble}</p>` : nothing}
  </header>`;
}

/**
 * For how many players the cards are enough.
 * @param {number} serves
 */
function seats(serves) {
  if (serves > 2) return ngettext("Serves up to %(count)s player.", "Serves up to %(count)s players.", serves);
  if (!serves) return gettext("Each player needs twelve white cards.");
  return ngettext("Each player needs twelve white cards; here are enough for %(count)s.", "Each player needs twelve white cards; here are enough for %(count)s.", serves);
}

/** @param {Builder.Model} builder */
function about(builder) {
  const {standing, act, serves, own, ui} = builder;
  const needs = lacks(standing.missing);
  const begins = standing.status === "draft" && !standing.off && standing.counts.black + standing.counts.white > 0;
  return html`${offNotice(standing)}<p class="about"><button type="button" class="chip-state ${standing.status}" data-testid="state" @click=${() => act.open("publish")}>${stateOf(standing)}</button>
    ${begins && own ? html`<button type="button" class="quiet" data-testid="play-with-friends" ?disabled=${Boolean(ui.busy)} @click=${() => act.playWithFriends()}>${gettext("Play it with friends")}</button>` : nothing}
    <span>${seats(serves)}
    ${needs && standing.status === "draft" ? html`<br>${gettext("An expansion so far; a deck of its own with %(cards)s.", {cards: needs})}` : nothing}</span></p>`;
}

/** @type {(builder: Builder.Model, composer: Builder.Composer) => unknown} */
function many(builder, composer) {
  const {composing} = builder.act;
  const texts = lines(composer.draft.text);
  const black = texts.filter((text) => (composer.many === "auto" ? hasBlank(text) : composer.many === "black")).length;
  /** @type {(value: Builder.LinesAre, label: string) => unknown} */
  const choice = (value, label) => html`<button type="button" aria-pressed=${!composer.oneCard && composer.many === value ? "true" : "false"}
    @click=${() => composing.linesAre(value)}>${label}</button>`;
  return html`<p class="many" data-testid="many"><b>${composer.oneCard ? gettext("One card with line breaks") : ngettext("%(count)s card: %(black)s black, %(white)s white", "%(count)s cards: %(black)s black, %(white)s white", texts.length, {black, white: texts.length - black})}</b></p>
    <div class="thirds" role="group" aria-label=${gettext("What the lines are")}>${choice("auto", gettext("By blanks"))}${choice("black", gettext("All black"))}${choice("white", gettext("All white"))}
      <button type="button" aria-pressed=${composer.oneCard ? "true" : "false"} @click=${() => composing.linesAre("one")}>${gettext("One card")}</button></div>`;
}

/** @param {Builder.Model} builder */
function composer(builder) {
  const {ui, act} = builder;
  const {composer: one} = ui;
  if (ui.tab === "proposed") return nothing;
  if (!one.open && !builder.wide) {
    return ui.editing ? nothing : html`<div class="bottom" data-bar="bottom"><button type="button" class="primary write" data-testid="compose" @click=${() => act.compose(true)}>
      ${plusIcon} ${gettext("Write cards")}</button></div>`;
  }
  const kind = composerKind(ui);
  const sheet = {draft: one.draft, kind, lang: builder.facts.language};
  const count = one.many && !one.oneCard ? lines(one.draft.text).length : 1;
  return html`<section class="bottom composer" data-bar="bottom" aria-label=${gettext("New card")} data-testid="composer" @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && act.compose(false)}>
    <div class="tools head">${one.many ? html`<h2>${gettext("Many cards at once")}</h2>` : kindToggle(kind, act.composing)}
      ${builder.wide ? nothing : html`<button type="button" class="icon-button" aria-label=${gettext("Put the desk away")} data-testid="close-composer" @click=${() => act.compose(false)}>${closeIcon}</button>`}</div>
    ${one.many ? many(builder, one) : wordCard(sheet, act.composing, kind === "black" ? gettext("A sentence with a blank\u2026") : gettext("Something funny\u2026"))}
    ${one.problems.length ? html`<ul class="problems" role="alert">${one.problems.map((problem) => html`<li><b>${short(problem.text)}</b>: ${problem.problem}</li>`)}</ul>` : nothing}
    ${one.near ? html`<p class="near" role="status">${gettext("Nearly the same: \u201C%(card)s\u201D", {card: one.near})}</p>` : nothing}
    ${textField(sheet, act.composing, gettext("A new card, or many lines"), one.many ? 5 : 2)}
    <div class="tools act">${one.many ? nothing : blankButton(sheet, act.composing)}
      <button type="button" class="primary add" data-testid="add" ?disabled=${!one.draft.text.trim()} @click=${() => act.add()}>${count > 1 ? ngettext("Add %(count)s card", "Add %(count)s cards", count) : gettext("Add card")}</button></div>
    <p class="hint tip">${one.draft.text ? nothing : gettext("Paste many lines, and each becomes a card.")}</p>
  </section>`;
}

/** @param {Builder.Model} builder */
export function page(builder) {
  const {ui} = builder;
  return html`<div class="builder ${builder.wide ? "wide" : ""} ${ui.composer.open ? "composing" : ""} ${ui.editing ? "editing" : ""}">
    ${topBar(builder)}
    <main class="sides">
      ${heldCards(builder)}
      ${about(builder)}
      ${ui.tab === "proposed" ? proposalList(builder) : cardList(builder, ui.tab)}
    </main>
    ${composer(builder)}
    ${builder.panels.name ? panel(builder) : toastList(builder.toasts)}
  </div>`;
}
