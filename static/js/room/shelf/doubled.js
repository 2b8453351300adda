/** What is said of cards that are double among the chosen decks. */
import {counted} from "../../kit/words.js";

/**
 * "12 cards are double and dealt once", or ""
 * @param {Wire.Table} table
 */
export function doubled({doubles}) {
  const count = doubles ? doubles.black + doubles.white : 0;
  return count ? `${counted(count, "card is", "cards are")} double and dealt once` : "";
}
