/** The black card that a judge writes: how it reads, and what keeps it from being asked. Pure; the server reads it the same way. */
import {gettext} from "../../kit/i18n.js";

export const LONGEST = 200;
const MOST_BLANKS = 3;

/**
 * The text as the card has it: on one line, each blank one underscore.
 * @param {string} text
 */
export const tidy = (text) => text.replace(/\s+/gu, " ").replace(/_+/g, "_").trim();

/** @param {string} text */
export const blanks = (text) => tidy(text).split("_").length - 1;

/**
 * The black card of this text; a question without a blank has one answer.
 * @param {string} text
 * @returns {Wire.BlackCard}
 */
export const written = (text) => ({text: tidy(text), pick: Math.max(1, blanks(text))});

/**
 * How many characters it has.
 * @param {string} text
 */
export const length = (text) => [...tidy(text)].length;

/**
 * What is too much: "" for nothing.
 * @param {string} text
 */
export function tooMuch(text) {
  if (length(text) > LONGEST) return gettext("A card holds %(most)s characters", {most: LONGEST});
  return blanks(text) > MOST_BLANKS ? gettext("Three blanks at most") : "";
}

/** @param {string} text */
export const canBeAsked = (text) => /[^_\s]/u.test(text) && !tooMuch(text);

/**
 * The text with a blank instead of what is selected, and where the caret goes: words keep a space around it.
 * @type {(text: string, start: number, end: number) => {text: string, caret: number}}
 */
export function withBlank(text, start, end) {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const blank = `${/[^\s"'(\u201C\u2018]$/u.test(before) ? " " : ""}_${/^[\p{L}\p{N}_]/u.test(after) ? " " : ""}`;
  return {text: before + blank + after, caret: before.length + blank.length};
}
