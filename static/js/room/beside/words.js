/** What the quick phrases say, in the order in which they are offered. */

/** @type {Record<string, string>} */
export const PHRASES = {
  well_played: "Well played!", my_sides: "My sides hurt", too_true: "Too true", no_words: "I have no words",
  so_close: "So close!", robbed: "I was robbed", thinking: "One second, thinking", snacks: "Who has the snacks?",
};

/**
 * The words of a line that somebody has sent.
 * @param {Wire.Said} line
 */
export const wordsOf = (line) => (line.phrase ? PHRASES[line.phrase] || "" : line.text || "");
