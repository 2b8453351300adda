/** What the quick phrases say, in the order in which they are offered. */
import {gettext} from "../../kit/i18n.js";

/** @type {Record<string, string>} */
export const PHRASES = {
  well_played: gettext("Well played!"), my_sides: gettext("My sides hurt"), too_true: gettext("Too true"), no_words: gettext("I have no words"),
  so_close: gettext("So close!"), robbed: gettext("I was robbed"), thinking: gettext("One second, thinking"), snacks: gettext("Who has the snacks?"),
};

/**
 * The words of a line that somebody has sent.
 * @param {Wire.Said} line
 */
export const wordsOf = (line) => (line.phrase ? PHRASES[line.phrase] || "" : line.text || "");
