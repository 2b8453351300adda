/** What it means that the server closed the connection (docs/PROTOCOL.md), and how long to wait before the next try. Pure. */

const SHORTEST_WAIT = 300;
/** A server that restarts is back within seconds, and a crowd must not arrive all at once: the first tries are spread evenly. */
const FIRST_SPREAD = 4000;
const FIRST_TRIES = 4;
const LONGEST_WAIT = 15000;
/** Close codes of a server that restarts; for so long after one, each try is like a first one. */
export const RESTARTS = new Set([1012, 4412]);
export const RESTARTS_WITHIN = 60000;
/** After 4401 the browser may still be receiving the cookie of its new session. */
const ACCESS_CHANGED = 4401;
const ACCESS_WAIT = 1000;
/** Close codes for a frame that was too big: ours, and the one of the WebSocket standard. */
export const TOO_BIG = new Set([4413, 1009]);
/** What the server closed because of us is tried again later each time. */
export const BLAMED = new Set([...TOO_BIG, 4429]);
const BLAMED_WAIT = 5000;
const LONGEST_BLAMED_WAIT = 60000;

/** @type {Record<number, string>} */
export const FINAL = {4400: "bad_view", 4403: "not_admitted", 4404: "no_such_room", 4409: "seat_moved", 4410: "kicked"};
/** Statuses after which there is no way back but a new page. */
export const FINALS = new Set(Object.values(FINAL));

/**
 * Milliseconds to wait before try number `tries` (from 0): anything up to 4 s at first, then up to 8 and 15 s.
 * @param {number} tries
 * @param {() => number} random
 */
export function backOff(tries, random) {
  const spread = Math.min(LONGEST_WAIT, FIRST_SPREAD * 2 ** Math.min(10, Math.max(0, tries + 1 - FIRST_TRIES)));
  return SHORTEST_WAIT + (spread - SHORTEST_WAIT) * random();
}

/**
 * Milliseconds to wait at least after this close code, when the server had blamed us `blamed` times before.
 * @param {number} code
 * @param {number} blamed
 */
export function leastWait(code, blamed) {
  if (code === ACCESS_CHANGED) return ACCESS_WAIT;
  return BLAMED.has(code) ? Math.min(LONGEST_BLAMED_WAIT, BLAMED_WAIT * 2 ** blamed) : 0;
}
