/** What the dock says to whoever turns answers and chooses among them. Pure: from documents to text. */
import {placesToGive} from "../rounds/deciding.js";
import {NUMBERS} from "./deciding_words.js";
import {plays} from "../roles.js";
import {gettext} from "../../kit/i18n.js";

const ORDINALS = [gettext("First"), gettext("Second"), gettext("Third")];

/**
 * What somebody who is about to choose has to do.
 * @type {(table: Wire.Table, seat: ?Wire.Seat) => string}
 */
export function howToChoose(table, seat) {
  if (seat?.vote) return gettext("Your vote is in. Tap another to change it.");
  const places = placesToGive(table, seat);
  if (places === 1) return gettext("Tap or swipe to the answer you like best");
  return gettext("Tap your best %(places)s, the best one first", {places: NUMBERS[places]});
}

/**
 * "Turn the first one", "Turn next", "Turn the last one"
 * @param {Wire.Table} table
 */
export function turnLabel(table) {
  const all = plays(table);
  const down = all.filter(([, play]) => !play.cards).length;
  if (down === all.length) return gettext("Turn the first one");
  return down === 1 ? gettext("Turn the last one") : gettext("Turn next");
}

/**
 * "Third: this one", for an answer that is read and has no place; the last place is given anew where all are taken.
 * @type {(table: Wire.Table, seat: ?Wire.Seat, given: string[]) => string}
 */
export function placeLabel(table, seat, given) {
  return gettext("%(place)s: this one", {place: ORDINALS[Math.min(given.length, placesToGive(table, seat) - 1)]});
}
