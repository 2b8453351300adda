/** The list of cards: as players see them, with a handle to drag, and the one that is being changed opened in its place. */
import {html, nothing} from "../../../lit/lit-html.js";
import {guard} from "../../../lit/directives/guard.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {elementAround, onValue} from "../../kit/dom.js";
import {blankButton, kindToggle, plainCard, short, sizeOf, textField, wordCard} from "./surface.js";
import {binIcon, checkIcon, downIcon, gripIcon, topIcon, upIcon} from "../../kit/icons.js";
import {gettext, ngettext, parts} from "../../kit/i18n.js";

/** @type {(builder: Builder.Model, card: Builder.Card) => unknown} */
function closed(builder, card) {
  const {act} = builder;
  /** @type {Record<string, number>} */
  const arrows = {ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1};
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (!(event.key in arrows)) return;
    event.preventDefault();
    act.step(card.id, arrows[event.key]);
    requestAnimationFrame(() => elementAround(event, "[data-handle]")?.focus());
  };
  return html`<li class="slot ${card.waits ? "waits" : ""}" data-card=${card.id} data-kind=${card.kind} data-testid="card">
    <button type="button" class="card ${card.kind} ${sizeOf(card.text)}" @click=${() => act.edit(card.id)}>
      ${plainCard(card, builder.facts.language)}${card.attribution ? html`<span class="by">${card.attribution}</span>` : nothing}<span class="sr">, ${gettext("change it")}</span></button>
    <button type="button" class="handle" data-handle data-testid="handle" aria-label=${gettext("Move \u201C%(card)s\u201D: drag, or use the arrow keys", {card: short(card.text)})} @keydown=${key}>${gripIcon}</button>
  </li>`;
}

/** @type {(builder: Builder.Model, card: Builder.Card, editing: Builder.Editing) => unknown} */
function opened(builder, card, editing) {
  const {act} = builder;
  const sheet = {draft: editing.draft, kind: editing.kind, lang: builder.facts.language};
  const moves = editing.kind === card.kind;
  return html`<li class="slot open" data-card=${card.id} data-kind=${card.kind} data-testid="open-card" @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && act.close()}>
    ${wordCard(sheet, act.changing, gettext("An empty card"))}
    <div class="card-fields">
      ${textField(sheet, act.changing)}
      ${editing.problem ? html`<p class="near" role="status" data-testid="double">${editing.problem}</p>` : nothing}
      <div class="tools">${kindToggle(editing.kind, act.changing)}${blankButton(sheet, act.changing)}</div>
      ${editing.kind !== card.kind ? html`<p class="hint">${editing.kind === "black" ? gettext("It goes to the black cards when you are done.") : gettext("It goes to the white cards when you are done.")}</p>` : nothing}
      <details><summary>${gettext("Whose idea, and tags")}</summary>
        <label class="field">${gettext("Whose idea it was")}<input type="text" maxlength="200" autocomplete="off" .value=${editing.attribution} @input=${onValue((value) => act.fact("attribution", value))}></label>
        <label class="field">${gettext("Tags")}<input type="text" maxlength="300" autocomplete="off" autocapitalize="none" placeholder=${gettext("animals food")} .value=${editing.tags} @input=${onValue((value) => act.fact("tags", value))}></label>
      </details>
      <div class="tools">
        <button type="button" class="icon-button" aria-label=${gettext("Delete this card")} data-testid="delete-card" @click=${() => act.remove(card.id)}>${binIcon}</button>
        ${moves ? html`<button type="button" class="icon-button" aria-label=${gettext("To the top")} @click=${() => act.top(card.id)}>${topIcon}</button>
        <button type="button" class="icon-button" aria-label=${gettext("Up")} data-testid="up" @click=${() => act.step(card.id, -1)}>${upIcon}</button>
        <button type="button" class="icon-button" aria-label=${gettext("Down")} data-testid="down" @click=${() => act.step(card.id, 1)}>${downIcon}</button>` : nothing}
        <button type="button" class="primary done" data-testid="done" @click=${() => act.close()}>${checkIcon} ${gettext("Done")}</button>
      </div>
    </div>
  </li>`;
}

/** @type {(builder: Builder.Model, kind: Builder.Kind) => unknown} */
function empty(builder, kind) {
  const {ui, act} = builder;
  if (ui.query) return html`<p class="nobody">${kind === "black" ? gettext("No black card has these words.") : gettext("No white card has these words.")}</p>`;
  return html`<button type="button" class="nobody" @click=${() => act.compose(true)}>${kind === "black"
    ? html`<b>${gettext("No black cards yet.")}</b> ${parts(gettext("A black card is a sentence with a blank: \u201CNobody expected %(blank)s.\u201D"), {blank: html`<span class="blank"></span>`})}`
    : html`<b>${gettext("No white cards yet.")}</b> ${gettext("A white card fills the blank: \u201Ca very small trumpet\u201D.")}`}
    <span class="go">${gettext("Write the first one")}</span></button>`;
}

/** @type {(builder: Builder.Model, kind: Builder.Kind) => unknown} */
export function cardList(builder, kind) {
  const {cards, ui, act, saving} = builder;
  const {head, tail, unseen} = cards[kind];
  const key = (/** @type {Builder.Card} */ card) => saving.key(card.id);
  const editing = ui.editing;
  // A card is drawn again only when it has changed: typing on one of a thousand draws one.
  const item = (/** @type {Builder.Card} */ card) => (editing && editing.id === card.id ? opened(builder, card, editing)
    : guard([card, builder.facts.language], () => closed(builder, card)));
  if (!head.length && !tail.length && !unseen) return empty(builder, kind);
  return html`<ul class="cards ${kind}" role="list" aria-label=${kind === "black" ? gettext("Black cards") : gettext("White cards")}>${repeat(head, key, item)}</ul>
    ${unseen ? html`<button type="button" class="quiet more" data-testid="more" ?disabled=${Boolean(ui.loading)} @click=${() => act.more(kind)}>${
      ui.loading ? gettext("Fetching\u2026") : ngettext("Show more (%(count)s card left)", "Show more (%(count)s cards left)", unseen)}</button>` : nothing}
    ${tail.length ? html`<h3 class="label">${gettext("Added just now, at the end")}</h3>
      <ul class="cards ${kind}" role="list" aria-label=${gettext("added just now")}>${repeat(tail, key, item)}</ul>` : nothing}`;
}

/** @param {Builder.Model} builder */
export function proposalList(builder) {
  const {ui, act} = builder;
  const {proposals} = ui;
  if (proposals === "failed") return html`<p>${gettext("They did not come.")} <button type="button" class="quiet" @click=${() => act.loadProposals()}>${gettext("Try again")}</button></p>`;
  if (!proposals) return html`<p class="hint">${gettext("Fetching what people have proposed\u2026")}</p>`;
  if (!proposals.length) return html`<p class="nobody">${gettext("Nothing waits.")} ${builder.standing.status === "published"
    ? gettext("Players may propose cards on the page of this deck.") : gettext("Once the deck is shared or published, players may propose cards to it.")}</p>`;
  return html`<ul class="cards proposed" role="list">${repeat(proposals, (one) => one.id, (one) => html`<li class="slot" data-testid="proposal">
    <article class="card ${one.kind} ${sizeOf(one.text)}">${plainCard(one, builder.facts.language)}${one.attribution ? html`<span class="by">${one.attribution}</span>` : nothing}</article>
    <div class="tools"><button type="button" class="primary" data-testid="accept" ?disabled=${Boolean(ui.busy)} @click=${() => act.decide(one, true)}>${gettext("Take it")}</button>
      <button type="button" class="quiet" data-testid="refuse" ?disabled=${Boolean(ui.busy)} @click=${() => act.decide(one, false)}>${gettext("No, thanks")}</button></div></li>`)}</ul>`;
}
