/** About one card: what is wrong with it, in one tap; and the host may put it aside. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {twoStep} from "../../../kit/confirm.js";
import {can} from "../../roles.js";
import {size} from "../../../kit/text.js";
import {blackCard, whiteText} from "../../../kit/card.js";
import {gettext} from "../../../kit/i18n.js";

const REASONS = [
  ["offensive", gettext("Offensive"), gettext("It hurts more than it amuses")],
  ["typo", "A typo", gettext("Something is misspelt")],
  ["unfunny", gettext("Not funny"), gettext("It never gets a laugh")],
];

/** @type {(card: import("../../rounds/subjects.js").Subject, lang: string) => unknown} */
function face(card, lang) {
  if (card.kind === "black") return blackCard({text: card.text, pick: 1}, [], {extra: "small", lang});
  return html`<div class="card white ${size(card.text)}">${whiteText(card.text, lang)}</div>`;
}

/**
 * The card; where there are several, the one that is meant is chosen first.
 * @param {Room.Model} room
 */
function which({ui, act, lang}) {
  if (!ui.card) return nothing;
  const {cards, index} = ui.card;
  if (cards.length === 1) return face(cards[0], lang);
  return html`<div class="which" role="group" aria-label=${gettext("Which card?")}>${cards.map((card, place) => html`<button type="button"
    data-testid="which-card" aria-pressed=${place === index ? "true" : "false"} @click=${() => act.meanCard(place)}>${face(card, lang)}</button>`)}</div>`;
}

/** @param {Room.Model} room */
function drop(room) {
  if (!can(room.seat, "drop_card")) return nothing;
  return html`<section class="host-only" aria-label=${gettext("For the host")}>
    ${twoStep(room.confirmation, {key: "drop-card", label: gettext("Not at this table"), sure: gettext("Yes, put it aside"), act: () => room.act.dropCard()})}
    <p class="hint">${gettext("You host: it goes at once, and stays away from this room. Whoever holds it gets another card.")}</p></section>`;
}

/**
 * A card that somebody wrote here: it is of no deck, and worth one.
 * @type {(room: Room.Model, card: import("../../rounds/subjects.js").Subject) => unknown}
 */
function keep({links}, {kind, text}) {
  return html`<p>${gettext("Somebody at this table wrote it. Too good to be forgotten?")}</p>
    <a class="primary" data-testid="keep-card" href="${links.keep}?${new URLSearchParams({kind, text})}" target="_blank" rel="noopener">${gettext("Propose it to a deck")}</a>`;
}

/** @param {Room.Model} room */
export function cardPanel(room) {
  const card = room.ui.card && room.ui.card.cards[room.ui.card.index];
  if (card?.written) return html`${which(room)}${keep(room, card)}`;
  return html`${which(room)}
    <div class="reasons" role="group" aria-label=${gettext("What is wrong with it?")}>${REASONS.map(([reason, name, hint]) => html`<button
      type="button" class="preset" data-testid="reason" data-reason=${reason} @click=${() => room.act.reportCard(reason)}><b>${name}</b><span>${hint}</span></button>`)}</div>
    <p class="hint">${gettext("Goes to the people who look after the cards. Nobody at the table is told.")}</p>
    ${drop(room)}`;
}
