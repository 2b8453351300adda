/**
 * The cards that a "more" button is about, and how the server is told which one is meant (docs/PROTOCOL.md, "Cards that go").
 * Pure: [{kind, text, at}], with `at` ready to be sent.
 */
import {cardsOf} from "../roles.js";

/** @typedef {{kind: "black" | "white", text: string, at: Record<string, string | number | undefined>, written?: boolean}} Subject  `written`: by somebody at the table */

/**
 * A card of one's own.
 * @param {Wire.WhiteCard} card
 * @returns {Subject[]}
 */
export function inHand(card) {
  return [{kind: "white", text: card.text, at: {kind: "white", card: card.id}}];
}

/**
 * The cards of an open play.
 * @param {Wire.Table} table
 * @param {string} [number]
 * @returns {Subject[]}
 */
export function ofPlay(table, number) {
  const written = (number && table.plays?.[number]?.written) || [];
  return cardsOf(table, number).map((text, place) => ({
    kind: "white", text, at: {kind: "white", round: table.round, play: number, place}, ...(written.includes(place) ? {written: true} : {}),
  }));
}

/**
 * The black card, and the answers that stand in it when it shows a play.
 * @param {Wire.Table} table
 * @param {string} [number]
 * @returns {Subject[]}
 */
export function ofBlack(table, number) {
  if (!table.black_card) return [];
  /** @type {Subject} */
  const black = {kind: "black", text: table.black_card.text, at: {kind: "black", round: table.round}, ...(table.black_card.written ? {written: true} : {})};
  return [black, ...ofPlay(table, number)];
}
