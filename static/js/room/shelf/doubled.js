/** What is said of cards that are double among the chosen decks. */
import {ngettext} from "../../kit/i18n.js";

/**
 * "12 cards are double and dealt once", or ""
 * @param {Wire.Table} table
 */
export function doubled({doubles}) {
  const count = doubles ? doubles.black + doubles.white : 0;
  return count ? ngettext("%(count)s card is double and dealt once", "%(count)s cards are double and dealt once", count) : "";
}
