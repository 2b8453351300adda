/**
 * The cards a person has chosen from the hand, in order, before playing them.
 * Pure: every function returns a new list of card numbers.
 */

import {pickOf} from "../roles.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/**
 * Choose a card (or a play) or put it back; when all places are taken, the last one is replaced.
 * @template {number | string} Card
 * @param {Card[]} chosen
 * @param {Card} card
 * @param {number} pick
 */
export function toggle(chosen, card, pick) {
  if (chosen.includes(card)) return chosen.filter((other) => other !== card);
  if (chosen.length < pick) return [...chosen, card];
  return [...chosen.slice(0, pick - 1), card];
}

/**
 * The cards that a player may lay down: those of the hand, and the one they have written.
 * @param {Wire.Seat} seat
 * @returns {Wire.WhiteCard[]}
 */
export function playable({hand, written}) {
  return written && !written.waiting && !written.refused ? [{id: written.id, text: written.text}, ...hand] : hand;
}

/**
 * How many cards are chosen before they can be played: twice as many for two answers.
 * @param {{tool: string}} ui
 * @param {?Wire.Table} table
 */
export function needed(ui, table) {
  return pickOf(table) * (ui.tool === "wager" ? 2 : 1);
}

/**
 * What is left of a choice after the hand or the black card has changed.
 * @param {number[]} chosen
 * @param {Wire.WhiteCard[]} hand
 * @param {number} pick
 */
export function keep(chosen, hand, pick) {
  const held = new Set(hand.map((card) => card.id));
  const kept = chosen.filter((card) => held.has(card)).slice(0, pick);
  return kept.length === chosen.length ? chosen : kept;
}

/**
 * The texts of cards by number, in the order given.
 * @param {number[]} cards
 * @param {Wire.WhiteCard[]} hand
 * @returns {string[]}
 */
export function texts(cards, hand) {
  const byId = new Map(hand.map((card) => [card.id, card.text]));
  return cards.flatMap((card) => byId.get(card) ?? []);
}

/**
 * "Play 2 cards" or what is missing, for the button.
 * @param {number[]} chosen
 * @param {number} pick
 */
export function playLabel(chosen, pick) {
  const missing = pick - chosen.length;
  if (missing === 0) return pick === 1 ? gettext("Play this card") : ngettext("Play %(count)s card", "Play %(count)s cards", pick);
  if (chosen.length > 0) return ngettext("%(count)s more card", "%(count)s more cards", missing);
  return pick === 1 ? gettext("Choose a card") : ngettext("Choose %(count)s card", "Choose %(count)s cards", pick);
}
