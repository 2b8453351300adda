/** How large a text can be set in a box, by estimated widths of letters. Pure; errs on the side of too small. */

const NARROW = /[\s.,:;!'|()\-iljtfrI[\]]/;
const WIDEST = /[mwMW@%\u2014\u2026]/;
const WIDE = /[&]|\p{Lu}/u;
const SQUARE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u;

/**
 * How wide a letter of bold type is, in ems.
 * @param {string} letter
 */
function widthOf(letter) {
  if (SQUARE.test(letter)) return 1.1;
  if (NARROW.test(letter)) return 0.42;
  if (WIDEST.test(letter)) return 1.05;
  return WIDE.test(letter) ? 0.9 : 0.7;
}

/**
 * How wide a text is on one line, in ems.
 * @param {string} text
 */
export const widthIn = (text) => [...text].reduce((sum, letter) => sum + widthOf(letter), 0);

/**
 * How many lines of this width (in ems) a text takes; a word that is longer than a line is broken.
 * @type {(text: string, width: number) => number}
 */
export function linesOf(text, width) {
  return text.split("\n").reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, width), 0);
}

/** @type {(text: string, width: number) => number} */
function linesOfParagraph(text, width) {
  let [lines, used] = [1, 0];
  for (const word of text.match(/[^\s-]+-?|-|\s+/g) || []) {
    const wide = widthIn(word);
    if (used + wide <= width) used += wide;
    else if (/^\s/.test(word)) used = width;
    else {
      if (used > 0) lines += 1;
      const broken = Math.ceil(wide / width) - 1;
      lines += broken;
      used = wide - broken * width;
    }
  }
  return lines;
}

/**
 * How wide the longest word is, in ems.
 * @param {string} text
 */
export const widestWord = (text) => Math.max(0, ...(text.match(/[^\s-]+-?/g) || []).map(widthIn));

/**
 * The largest of `steps` (from large to small) in which the text stays within the box, its words whole; else one that breaks words, or the
 * smallest.
 * @type {(text: string, box: {width: number, height: number, line?: number}, steps: number[]) => number}
 */
export function fitted(text, {width, height, line = 1.3}, steps) {
  const fits = (/** @type {number} */ step) => linesOf(text, width / step) * step * line <= height;
  const whole = widestWord(text);
  return steps.find((step) => whole * step <= width && fits(step)) ?? steps.find(fits) ?? steps[steps.length - 1];
}

/**
 * The same for a name, of which no word is ever broken: where none of the steps holds its longest word, that word is cut at its end, in
 * the largest of the steps up to `cut` that holds the lines.
 * @type {(name: string, box: {width: number, height: number, line?: number}, steps: number[], cut: number) => number}
 */
export function fittedName(name, {width, height, line = 1.3}, steps, cut) {
  const fits = (/** @type {number} */ step) => linesOf(withCutWords(name, width / step), width / step) * step * line <= height;
  const whole = widestWord(name);
  return steps.find((step) => whole * step <= width && fits(step)) ?? steps.find((step) => step <= cut && fits(step)) ?? steps[steps.length - 1];
}

/** @type {(text: string, width: number) => string} */
const withCutWords = (text, width) => text.replace(/[^\s-]+/g, (word) => {
  const letters = [...word];
  while (letters.length > 1 && widthIn(letters.join("")) > width) letters.pop();
  return letters.join("");
});

/**
 * Steps from one size down to another, each a twelfth smaller than the one before.
 * @type {(from: number, to: number) => number[]}
 */
export function stepsDown(from, to) {
  const steps = [];
  for (let step = from; step > to; step *= 11 / 12) steps.push(Number(step.toFixed(2)));
  return [...steps, to];
}
