/**
 * What may be due by the clock (a deadline, an absence), and when to claim it.
 * Knows nothing of the server's verdict: a claim with nothing due is harmless.
 */

import {LAST_MOMENT, lastMoment} from "./last_moment.js";

export const GRACE = 20000;
const SPREAD = 2000;
const AGAIN = 3000;
// What rules have to do at a moment, such as a bot's move, should not wait long; but many must not claim it at once.
const RULES = "rules";
const SPREAD_OF_ONE = 150;

/** @typedef {Record<string, number>} Times */

/**
 * Every claim a table holds: {key: due time in ms}. `nudgedSince` maps a player number to the
 * server time at which this client first saw the nudge.
 * @param {?Wire.Table} table
 * @param {Times} [nudgedSince]
 */
export function dueTimes(table, nudgedSince = {}) {
  /** @type {Times} */
  const due = {};
  if (!table) return due;
  if (table.deadline) due[`deadline ${table.deadline}`] = table.deadline + (lastMoment(table) ? LAST_MOMENT : 0);
  if (table.due) due[`${RULES} ${table.due}`] = table.due;
  for (const [number, player] of Object.entries(table.players)) {
    if (player.presence === "gone" && player.gone_at) {
      due[`gone ${number} ${player.gone_at}`] = player.gone_at + GRACE;
    }
    if (player.nudged && nudgedSince[number] !== undefined) {
      due[`nudged ${number} ${nudgedSince[number]}`] = nudgedSince[number] + GRACE;
    }
  }
  return due;
}

/** Keeps one timer for each claim of the current table, and drops those a patch has answered. */
export class Claims {
  /** @param {{now: () => number, claim: () => void, random?: () => number, setTimer?: SetTimer, clearTimer?: ClearTimer}} parts */
  constructor({now, claim, random = Math.random, setTimer = setTimeout, clearTimer = clearTimeout}) {
    this.now = now;
    this.claim = claim;
    this.random = random;
    /** @type {SetTimer} */
    this.setTimer = (run, delay) => setTimer(run, delay);
    /** @type {ClearTimer} */
    this.clearTimer = (timer) => clearTimer(timer);
    this.timers = new Map();
    /** @type {Times} */
    this.nudgedSince = {};
  }

  /**
   * Take the table after any change; `null` stops everything.
   * @param {?Wire.Table} table
   */
  update(table) {
    this.watchNudges(table);
    const due = dueTimes(table, this.nudgedSince);
    for (const [key, timer] of this.timers) {
      if (key in due) continue;
      this.clearTimer(timer);
      this.timers.delete(key);
    }
    for (const [key, time] of Object.entries(due)) {
      const spread = key.startsWith(RULES) && table ? Math.min(SPREAD, SPREAD_OF_ONE * Object.keys(table.players).length) : SPREAD;
      if (!this.timers.has(key)) this.plan(key, Math.max(0, time - this.now()), AGAIN, spread);
    }
  }

  /** @param {?Wire.Table} table */
  watchNudges(table) {
    /** @type {Times} */
    const seen = {};
    for (const [number, player] of Object.entries(table ? table.players : {})) {
      if (player.nudged) seen[number] = this.nudgedSince[number] ?? this.now();
    }
    this.nudgedSince = seen;
  }

  /**
   * @param {string} key
   * @param {number} delay  ms
   * @param {number} again  ms until the next one, twice as many after that
   * @param {number} spread  ms by which the first one comes later at most, by chance
   */
  plan(key, delay, again, spread) {
    const run = () => {
      this.claim();
      this.plan(key, again, Math.min(again * 2, 30000), SPREAD);
    };
    this.timers.set(key, this.setTimer(run, delay + this.random() * spread));
  }
}
