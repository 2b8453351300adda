/**
 * Where things are on the big screen, computed from what there is to show. Pure.
 *
 * All lengths are in units: a hundredth of the height of the screen, or a 160th of its width where that is less, so that an older
 * screen has room for everything, too. What is to be read from 5 m has at least READABLE, which is 40 px on a screen of 1080.
 */
import {fitted, fittedName, linesOf, stepsDown, widestWord} from "./fit.js";

export const READABLE = 3.7;
const MARGIN = 3.2;
const HEAD = 13;
const GAP = 2;
/** A card's padding, border and what stands below its text: the author, or the mark. */
const PAD = 2;
const BELOW = 4.4;
const LINE = 1.26;
const ANSWER_STEPS = stepsDown(6.4, READABLE);
/** Longest texts on cards that no screen can hold at a readable size go on getting smaller. */
const SMALLER_STEPS = stepsDown(READABLE, 1.6);
const MOST_COLUMNS = 4;

/**
 * The screen in units, and its areas. `people` is what peopleOf() gives.
 * @type {(screen: {width: number, height: number}, people: {height: number}) => {unit: number, width: number, head: number, middle: number}}
 */
export function areas(screen, people) {
  const unit = unitOf(screen);
  const [width, height] = [screen.width / unit - 2 * MARGIN, screen.height / unit];
  return {unit, width, head: HEAD, middle: height - 2 * MARGIN - HEAD - people.height - 2 * GAP};
}

/** A unit in px. @param {{width: number, height: number}} screen */
export const unitOf = ({width, height}) => Math.min(height / 100, width / 160);

/**
 * How tall an answer is: its cards one below the other.
 * @type {(texts: string[], width: number, type: number) => number}
 */
function heightOf(texts, width, type) {
  const inner = (width - 2 * PAD) / type;
  const lines = texts.reduce((sum, text) => sum + linesOf(text, inner), 0);
  return lines * type * LINE + 2 * PAD + BELOW + (texts.length - 1) * 2;
}

/**
 * A grid of this many columns with this type: how many rows of the tallest answer it has, or 0. Several columns break no word.
 * @type {(answers: string[][], box: {width: number, height: number}, columns: number, type: number) => number}
 */
function rowsOf(answers, box, columns, type) {
  const width = (box.width - (columns - 1) * GAP) / columns;
  if (columns > 1 && answers.some((texts) => texts.some((text) => widestWord(text) * type > width - 2 * PAD))) return 0;
  const tallest = Math.max(...answers.map((texts) => heightOf(texts, width, type)));
  return Math.floor((box.height + GAP) / (tallest + GAP));
}

/**
 * The answers in a box: {columns, rows, type, pages}. The largest type with which all are on one page; else the fewest pages on
 * which they can be read; a text that is longer than that is set smaller.
 * @typedef {{columns: number, rows: number, type: number, pages: number}} Grid
 * @type {(answers: string[][], box: {width: number, height: number}) => Grid}
 */
export function grid(answers, box) {
  if (!answers.length) return {columns: 1, rows: 1, type: ANSWER_STEPS[0], pages: 1};
  for (const type of ANSWER_STEPS) {
    const whole = best(answers, box, type);
    if (whole?.pages === 1) return whole;
  }
  for (const type of [READABLE, ...SMALLER_STEPS]) {
    const paged = best(answers, box, type);
    if (paged) return largestOf(answers, box, paged);
  }
  return {columns: 1, rows: 1, type: SMALLER_STEPS[SMALLER_STEPS.length - 1], pages: answers.length};
}

/**
 * The same number of pages in the largest type that there is for it.
 * @type {(answers: string[][], box: {width: number, height: number}, paged: Grid) => Grid}
 */
function largestOf(answers, box, paged) {
  const larger = ANSWER_STEPS.filter((type) => type > paged.type).map((type) => best(answers, box, type));
  return larger.find((one) => one?.pages === paged.pages) || paged;
}

/** @type {(answers: string[][], box: {width: number, height: number}, type: number) => Grid | undefined} */
function best(answers, box, type) {
  const grids = [];
  for (let columns = 1; columns <= Math.min(MOST_COLUMNS, answers.length); columns += 1) {
    const rows = rowsOf(answers, box, columns, type);
    if (rows) grids.push(evened({columns, rows, type, pages: Math.ceil(answers.length / (columns * rows))}, answers.length));
  }
  return grids.sort((one, other) => one.pages - other.pages || one.columns * one.rows - other.columns * other.rows)[0];
}

/**
 * As few rows as the pages need, so that cards are as tall as they can be and pages about equally full.
 * @type {(grid: Grid, count: number) => Grid}
 */
const evened = (one, count) => ({...one, rows: Math.ceil(Math.ceil(count / one.pages) / one.columns)});

/**
 * What stands on a page, from 0.
 * @template Item
 * @param {Item[]} items
 * @param {Grid} grid
 * @param {number} page
 */
export function onPage(items, {columns, rows, pages}, page) {
  const each = pages === 1 ? items.length : columns * rows;
  return items.slice(page * each, (page + 1) * each);
}

/**
 * The type of a whole sentence in a box.
 * @type {(text: string, box: {width: number, height: number}, largest?: number) => number}
 */
export const sentenceType = (text, {width, height}, largest = 12) =>
  fitted(text, {width: width - 6, height: height - 10, line: 1.4}, stepsDown(largest, 2.2));

/**
 * Backs of answers that have come in, at most `most` of them, in a box: {shown, columns, size}.
 * @type {(count: number, box: {width: number, height: number}) => {shown: number, columns: number, size: number}}
 */
export function backsOf(count, box) {
  const shown = Math.min(count, 24);
  for (let size = 26; size > 6; size -= 1) {
    const columns = Math.max(1, Math.floor((box.width + GAP) / (size * 0.8 + GAP)));
    const rows = Math.max(1, Math.ceil(shown / columns));
    if (rows * (size + GAP) <= box.height + GAP) return {shown, columns: Math.max(1, Math.ceil(shown / rows)), size};
  }
  return {shown, columns: 8, size: 6};
}

const CELL = 7.4;
const NARROWEST = 20;

/**
 * People along the bottom: {columns, rows, places, cell, height, tight}. `places` is how many of the names have one; where they are fewer, the
 * last place says how many more there are. A row that is too narrow for a name becomes two; where these are, too, they are tight: the
 * score stands below the name.
 * @type {(names: string[], width: number, unlisted?: number) => {columns: number, rows: number, places: number, cell: number, height: number, tight: boolean}}
 */
export function peopleOf(names, width, unlisted = 0) {
  const count = names.length;
  const across = Math.max(1, Math.floor((width + GAP / 2) / (NARROWEST + GAP / 2)));
  const wanted = count + (unlisted ? 1 : 0);
  const rows = wanted <= across && names.every((name) => fitsWhole(name, cellOf(wanted, width))) ? 1 : 2;
  const places = wanted <= across * rows ? count : across * rows - 1;
  const cells = places + (places < count || unlisted ? 1 : 0);
  const columns = Math.max(1, Math.ceil(cells / rows));
  const cell = cellOf(columns, width);
  const tight = !names.every((name) => fitsWhole(name, cell));
  return {columns, rows, places, cell, height: rows * CELL + (rows - 1) * (GAP / 2), tight};
}

/** @type {(columns: number, width: number) => number} */
const cellOf = (columns, width) => Math.min(36, (width - (columns - 1) * GAP / 2) / columns);

/** What a place has beside the name: the face and the score, or the face alone. */
const [BESIDE, BESIDE_TIGHT] = [12.5, 8.8];
/** In letters smaller than the first a name can hardly be read; where the last are too large for a word, it is cut in the first. */
const SMALL_NAME = 1.8;
const NAME_STEPS = [3.4, 3, 2.7, 2.4, 2.1, SMALL_NAME, 1.6, 1.4, 1.3];

/** @type {(name: string, cell: number) => boolean} */
const fitsWhole = (name, cell) => widestWord(name) * SMALL_NAME <= cell - BESIDE;

/**
 * The type of a name in its place of the strip.
 * @type {(name: string, cell: number, tight?: boolean) => number}
 */
export const nameType = (name, cell, tight = false) =>
  fittedName(name, tight ? {width: cell - BESIDE_TIGHT, height: 3.2, line: 1.12} : {width: cell - BESIDE, height: 5.6, line: 1.12}, NAME_STEPS, SMALL_NAME);
