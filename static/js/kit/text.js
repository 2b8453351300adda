/**
 * Card texts as parts to show: blanks, answers, emphasis and lines.
 * Pure: makes no markup, so a text can never become HTML.
 */

const EMPHASIS = /\*{1,2}([^*\n]+)\*{1,2}/g;
const BLANK = /_+(?:\{(?=[^}])([1-9][0-9]?)?([\^!])?\})?/g;
const SENTENCE_BEGINS = /(^|\n|([^.\u2026]\.|[!?])["'\u201D\u2019)]*\s)\s*["'\u201C\u2018(]*$/;
const FIRST_LETTER = /^([*"'\u201C\u2018(]*)([\p{L}\p{N}_])/u;
const SMALL_LETTER = /^([*"'\u201C\u2018(]*)(\p{Ll})(?!\p{Lu})/u;

/**
 * A piece of a card: text, an answer, or a blank; the number is the answer's.
 * @typedef {{text: string, em?: boolean, answer?: number, blank?: undefined} | {blank: number, em?: boolean, text?: undefined, answer?: undefined}} Part
 */

/**
 * "a *b*" -> [{text: "a "}, {text: "b", em: true}]
 * @param {string} text
 */
export function emphasis(text) {
  /** @type {{text: string, em?: boolean}[]} */
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(EMPHASIS)) {
    if (found.index > end) parts.push({text: text.slice(end, found.index)});
    parts.push({text: found[1], em: true});
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({text: text.slice(end)});
  return parts;
}

/**
 * An answer as it reads inside a sentence: without its own full stop.
 * @param {string} text
 */
export function answer(text) {
  return text.replace(/([^.])\.$/, "$1");
}

/**
 * An answer with a capital letter where it begins a sentence: `before` is what stands in front of it.
 * @type {(text: string, before: string) => string}
 */
export function capital(text, before) {
  return SENTENCE_BEGINS.test(before) ? text.replace(SMALL_LETTER, (all, marks, letter) => marks + letter.toUpperCase()) : text;
}

/**
 * An answer as its blank wants it: "!" in capitals, "^" with a capital letter, else as it fits behind `before`.
 * @type {(text: string, style: string | undefined, before: string) => string}
 */
function written(text, style, before) {
  if (style === "!") return text.toUpperCase();
  if (style === "^") return text.replace(FIRST_LETTER, (all, marks, letter) => marks + letter.toUpperCase());
  return capital(text, before);
}

/**
 * The black card with answers in its blanks: [{text, em?} | {text, answer: index} | {blank: index}].
 * A blank takes the card it names ("_{2}"); blank i of the others takes card i, and the last card fills all that are
 * left. Cards without a blank of their own follow on a new line. game/history/sentence.py reads the same.
 * @param {{text: string, pick?: number}} black
 * @param {string[]} [cards]
 */
export function fill(black, cards = []) {
  const last = Math.max(black.pick || 1, 1) - 1;
  /** @type {Part[]} */
  const parts = [];
  const used = new Set();
  let plain = 0;
  /** @type {(text: string, style?: string) => string} */
  const fitted = (text, style) => written(text, style, parts.map((part) => part.text ?? "_").join(""));
  /** @type {(number: string | undefined, style: string | undefined, em: boolean | undefined) => void} */
  const slot = (number, style, em) => {
    const index = Math.min(number ? Number(number) - 1 : plain, last);
    if (!number) plain += 1;
    used.add(index);
    /** @type {Part} */
    const part = cards[index] === undefined ? {blank: index} : {text: fitted(answer(cards[index]), style), answer: index};
    parts.push(em ? {...part, em} : part);
  };
  for (const piece of emphasis(black.text)) {
    let end = 0;
    for (const found of piece.text.matchAll(BLANK)) {
      if (found.index > end) parts.push({...piece, text: piece.text.slice(end, found.index)});
      slot(found[1], found[2], piece.em);
      end = found.index + found[0].length;
    }
    if (end < piece.text.length) parts.push({...piece, text: piece.text.slice(end)});
  }
  const missing = cards.map((text, index) => ({text, index})).filter(({index}) => !used.has(index));
  missing.forEach(({text, index}, count) => {
    parts.push({text: count === 0 ? "\n" : " "});
    parts.push({text: fitted(text), answer: index});
  });
  return parts;
}

/**
 * The same as one plain line, for sharing and for screen readers.
 * @param {{text: string, pick?: number}} black
 * @param {string[]} [cards]
 */
export function sentence(black, cards = []) {
  return fill(black, cards)
    .map((part) => (part.text === undefined ? "____" : emphasis(part.text).map((piece) => piece.text).join("").replace(/\n/g, " ")))
    .join("")
    .trim();
}

/**
 * Three steps of type size, so that a long card is never clipped: "short", "medium" or "long".
 * @param {string} text
 */
export function size(text) {
  if (text.length <= 45) return "short";
  return text.length <= 110 ? "medium" : "long";
}
