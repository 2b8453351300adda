/** The answers on the table one after the other: which can be read, which is turned next, who sorts them. Pure. */
import {can, plays} from "../roles.js";
import {decidingMove} from "./deciding.js";

/**
 * The numbers of the open answers, in their order on the table.
 * @param {Wire.Table} table
 */
export const openAnswers = (table) => plays(table).filter(([, play]) => play.cards).map(([number]) => number);

/**
 * The answer that this person turns next; undefined where they turn none.
 * @type {(table: Wire.Table, seat: ?Wire.Seat) => string | undefined}
 */
export function nextToTurn(table, seat) {
  if (table.phase !== "revealing" || !can(seat, "reveal_play")) return undefined;
  return plays(table).find(([, play]) => !play.cards)?.[0];
}

/**
 * The answer before (-1) or after (1) `from` among those that are not put aside, round and round; undefined where there is no other one.
 * @type {(table: Wire.Table, from: string | undefined, by: 1 | -1, aside: string[]) => string | undefined}
 */
export function neighbour(table, from, by, aside) {
  const open = openAnswers(table);
  const start = from === undefined ? (by > 0 ? -1 : open.length) : open.indexOf(from);
  const order = open.map((_, count) => open[(start + by * (count + 1) + 2 * open.length) % open.length]);
  return order.find((number) => number !== from && !aside.includes(number));
}

/**
 * Whether this person sorts answers out: whoever turns them or decides.
 * @param {?Wire.Seat} seat
 */
export const maySort = (seat) => can(seat, "reveal_play") || decidingMove(seat) !== "";
