/** What the big screen has to show of a table, and where: the measures of layout.js for one document. Pure. */
import {bestOf} from "../rounds/deciding.js";
import {notListed, plays, ranking, seated} from "../roles.js";
import {areas, grid, peopleOf, unitOf} from "./layout.js";

/** @typedef {{width: number, height: number}} Screen  in px */

const QUESTION = 0.4;
const GAP = 2.4;
const DOTS = 4;
/** What an answer that lies face down may say: room is kept for it, so that open cards stay where they are. */
const TYPICAL = "x".repeat(9).concat(" ").repeat(6);

/**
 * The answers in the order in which they lie there; after the verdict the best are in the sentences, and the others follow by place.
 * @param {Wire.Table} table
 */
export function answersOf(table) {
  const best = new Set(bestOf(table).map(({play}) => play));
  return plays(table).filter(([number, play]) => table.phase !== "round_over" || (play.cards && !best.has(number)));
}

/** @type {(play: Wire.Play, table: Wire.Table) => string[]} */
const textsOf = ({cards}, {black_card: black}) => cards || Array.from({length: black?.pick || 1}, () => TYPICAL);

/**
 * Who of the seated have a place in the strip, in the order of joining: who judges, has just won, hosts, or leads comes first where
 * places are few.
 * @type {(table: Wire.Table, places: number) => string[]}
 */
export function peopleShown(table, places) {
  const all = seated(table).map(([number]) => number);
  const first = [table.judge, ...(table.verdict || []).map(({player}) => player), table.host, ...ranking(table).map(([number]) => number)];
  const chosen = new Set([...new Set(first)].filter((number) => number && all.includes(number)).slice(0, places));
  return all.filter((number) => chosen.has(number));
}

/**
 * The measures of everything on the screen.
 * @type {(table: Wire.Table, screen: Screen) => Stage}
 * @typedef {{unit: number, width: number, head: number, middle: number, people: ReturnType<typeof peopleOf>, question: {width: number, height: number},
 *   answers: {width: number, height: number}, grid: import("./layout.js").Grid}} Stage
 */
export function stageOf(table, screen) {
  const width = screen.width / unitOf(screen) - 6.4;
  const people = peopleOf(seated(table).map(([, {name}]) => name), width, notListed(table));
  const all = areas(screen, people);
  const question = {width: all.width * QUESTION, height: all.middle};
  const answers = {width: all.width - question.width - GAP, height: all.middle - DOTS};
  return {...all, people, question, answers, grid: grid(answersOf(table).map(([, play]) => textsOf(play, table)), answers)};
}

/**
 * How many pages there are to turn: after a verdict the scores are the first one.
 * @type {(table: Wire.Table, stage: Stage) => number}
 */
export function pagesOf(table, {grid: {pages}}) {
  if (table.phase !== "round_over") return pages;
  return (table.verdict?.length ? 1 : 0) + (answersOf(table).length ? pages : 0) || 1;
}

/**
 * The page on which an answer lies, from 0.
 * @type {(table: Wire.Table, stage: Stage, play: string | undefined) => number}
 */
export function pageWith(table, {grid: {columns, rows, pages}}, play) {
  const place = answersOf(table).findIndex(([number]) => number === play);
  return place < 0 || pages === 1 ? 0 : Math.floor(place / (columns * rows));
}
