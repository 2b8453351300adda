/** What the dock says to whoever turns answers and chooses among them. Pure: from documents to text. */
import {placesToGive} from "../rounds/deciding.js";
import {NUMBERS} from "./deciding_words.js";
import {plays} from "../roles.js";

const ORDINALS = ["First", "Second", "Third"];

/**
 * What somebody who is about to choose has to do.
 * @type {(table: Wire.Table, seat: ?Wire.Seat) => string}
 */
export function howToChoose(table, seat) {
  if (seat?.vote) return "Your vote is in. Tap another to change it.";
  const places = placesToGive(table, seat);
  if (places === 1) return "Tap or swipe to the answer you like best";
  return `Tap your best ${NUMBERS[places]}, the best one first`;
}

/**
 * "Turn the first one", "Turn next", "Turn the last one"
 * @param {Wire.Table} table
 */
export function turnLabel(table) {
  const all = plays(table);
  const down = all.filter(([, play]) => !play.cards).length;
  if (down === all.length) return "Turn the first one";
  return down === 1 ? "Turn the last one" : "Turn next";
}

/**
 * "Third: this one", for an answer that is read and has no place; the last place is given anew where all are taken.
 * @type {(table: Wire.Table, seat: ?Wire.Seat, given: string[]) => string}
 */
export function placeLabel(table, seat, given) {
  return `${ORDINALS[Math.min(given.length, placesToGive(table, seat) - 1)]}: this one`;
}
