/**
 * The text of a card while it is written: its words to tap, what lies beneath its blanks, the lines that were pasted.
 * Pure. A draft is {text, under}: `under` has for each blank the words that it covers, "" where it was typed.
 */
import {emphasis} from "../kit/text.js";

const BLANK = /_+(?:\{(?=[^}])([1-9][0-9]?)?[\^!]?\})?/g;
const PIECE = /(_+(?:\{(?=[^}])(?:[1-9][0-9]?)?[\^!]?\})?)|[\p{L}\p{N}\p{M}]+(?:['\u2019.-][\p{L}\p{N}\p{M}]+)*/gu;
const ONLY_SPACES = /^ +$/;

/**
 * "Our *duck* is _." -> [{text, from, to, kind: "word", "blank" or "rest", em?}], in order; asterisks are left out.
 * @param {string} text
 */
export function tokens(text) {
  /** @type {Builder.Token[]} */
  const found = [];
  let place = 0;
  for (const part of emphasis(text)) {
    const start = text.indexOf(part.text, place);
    place = start + part.text.length;
    let end = 0;
    /** @type {(kind: Builder.Token["kind"], from: number, to: number) => void} */
    const add = (kind, from, to) => {
      if (to > from) found.push({text: part.text.slice(from, to), from: start + from, to: start + to, kind, ...(part.em && {em: true})});
    };
    for (const piece of part.text.matchAll(PIECE)) {
      add("rest", end, piece.index);
      end = piece.index + piece[0].length;
      add(piece[1] ? "blank" : "word", piece.index, end);
    }
    add("rest", end, part.text.length);
  }
  return found;
}

/** @param {string} text */
const blanks = (text) => tokens(text).filter((token) => token.kind === "blank");

/** @param {string} text */
export const hasBlank = (text) => text.includes("_");

/**
 * How many answers a black card with this text takes; decks/cards/texts.py counts the same.
 * @param {string} text
 */
export function pickFor(text) {
  const named = [...text.matchAll(BLANK)].map((found) => Number(found[1] || 0));
  return Math.max(1, named.filter((number) => !number).length, ...named);
}

// French has a space that does not break before such marks and inside its quotes; decks/cards/texts.py reads the same pattern.
const SPACES = /(«?)\s+(?=([?!:;»]?))/g;

/** @type {(run: string, quote: string, mark: string) => string} */
const space = (run, quote, mark) => quote + ((quote || mark) && run.match(/[\u00a0\u202f]/)?.[0] || " ");

/**
 * The text as it will be stored, as near as matters for looking at it: a black card without a blank gets one.
 * @type {(text: string, kind: Builder.Kind) => string}
 */
export function shown(text, kind) {
  const tidy = text.split("\n").map((line) => line.replace(SPACES, space).trim()).filter(Boolean).join("\n");
  return kind === "black" && tidy && !hasBlank(tidy) ? `${tidy} _` : tidy;
}

/**
 * @param {string} text
 * @returns {Builder.Draft}
 */
export const draftOf = (text) => ({text, under: blanks(text).map(() => "")});

/**
 * The draft after a tap on the word or blank at `from`. A word becomes a blank, or widens the one beside it; a blank gives
 * its words back. A blank that covers none stays: the caller lets people write over it.
 * @type {(draft: Builder.Draft, from: number) => Builder.Draft}
 */
export function tapped(draft, from) {
  const all = tokens(draft.text);
  const at = all.findIndex((token) => token.from === from && token.kind !== "rest");
  if (at < 0) return draft;
  const number = all.slice(0, at).filter((token) => token.kind === "blank").length;
  const {kind, to} = all[at];
  if (kind === "blank") {
    const words = draft.under[number];
    if (!words) return draft;
    return {text: draft.text.slice(0, from) + words + draft.text.slice(to), under: without(draft.under, number, 1)};
  }
  const left = beside(all, at, -1) && draft.under[number - 1] ? all[at - 2] : null;
  const right = beside(all, at, 1) && draft.under[number] ? all[at + 2] : null;
  const start = left ? left.from : from;
  const end = right ? right.to : to;
  const words = (left ? draft.under[number - 1] + all[at - 1].text : "") + all[at].text
    + (right ? all[at + 1].text + draft.under[number] : "");
  const first = left ? number - 1 : number;
  const under = without(draft.under, first, (left ? 1 : 0) + (right ? 1 : 0));
  under.splice(first, 0, words);
  return {text: `${draft.text.slice(0, start)}_${draft.text.slice(end)}`, under};
}

/**
 * The draft with another text, typed or pasted: blanks that were not touched keep their words.
 * @type {(draft: Builder.Draft, text: string) => Builder.Draft}
 */
export function retyped(draft, text) {
  const old = draft.text;
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const before = blanks(old);
  const after = blanks(text);
  const kept = before.filter((blank) => blank.to <= head).length;
  const end = before.filter((blank) => blank.from >= old.length - tail).length;
  const under = after.map((blank, index) => {
    if (index < kept) return draft.under[index];
    return index >= after.length - end ? draft.under[before.length - (after.length - index)] : "";
  });
  return {text, under};
}

/**
 * The draft with a blank in place of what is selected, and where the cursor goes: {draft, cursor}.
 * @type {(draft: Builder.Draft, from: number, to: number) => {draft: Builder.Draft, cursor: number}}
 */
export function withBlank(draft, from, to) {
  const text = draft.text;
  const covered = text.slice(from, to).trim();
  const gap = (/** @type {string | undefined} */ letter) => (letter === undefined || /[\s"'\u201C\u2018(*-]/.test(letter) ? "" : " ");
  const blank = covered ? "_" : `${gap(text[from - 1])}_${/[\p{L}\p{N}]/u.test(text[to] || "") ? " " : ""}`;
  const next = retyped(draft, text.slice(0, from) + blank + text.slice(to));
  const at = from + blank.indexOf("_");
  const number = blanks(next.text).findIndex((one) => one.from === at);
  if (covered && number >= 0 && !hasBlank(covered)) next.under[number] = covered;
  return {draft: next, cursor: at + 1};
}

/**
 * What the new card would be: as chosen, or black when it has a blank, or as the side one looks at.
 * @param {Pick<Builder.Ui, "composer" | "tab">} ui
 * @returns {Builder.Kind}
 */
export function composerKind(ui) {
  if (hasBlank(ui.composer.draft.text)) return "black";
  return ui.composer.kind || (ui.tab === "black" ? "black" : "white");
}

/**
 * What was pasted, one card in a line: [text], without empty lines.
 * @param {string} text
 */
export function lines(text) {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim()).filter(Boolean);
}

/** @type {(all: Builder.Token[], at: number, step: number) => boolean} */
function beside(all, at, step) {
  const gap = all[at + step];
  const next = all[at + 2 * step];
  return Boolean(next) && next.kind === "blank" && gap.kind === "rest" && ONLY_SPACES.test(gap.text);
}

/** @type {(list: string[], first: number, count: number) => string[]} */
function without(list, first, count) {
  return list.filter((item, index) => index < first || index >= first + count);
}
