/**
 * Signs of life: when this client answers by itself, when it asks its person, when it nudges others.
 * Pure: says what to do, sends nothing.
 */

export const NUDGE_BUTTON_AFTER = 15000;
export const NUDGE_AFTER = 60000;

/**
 * "answer" (send `here`), "ask" (the person must press a button) or "" for a player's own state.
 * @param {?Wire.Table} table
 * @param {string} [me]
 */
export function signOfLife(table, me) {
  const player = table && me ? table.players[me] : undefined;
  if (!player) return "";
  if (player.presence === "away") return "ask";
  return player.presence === "gone" || player.nudged ? "answer" : "";
}

/**
 * The other people everybody waits for, as player numbers; bots need no reminder.
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function waitedFor(table, me) {
  return table.waiting_for.filter((number) => number !== me && !table.players[number]?.bot);
}

/**
 * What a wait is about: while this text stays the same, it is the same wait.
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function waitKey(table, me) {
  const others = waitedFor(table, me);
  return others.length ? `${table.game}.${table.round}.${table.phase} ${others.join(",")}` : "";
}

/** Follows how long the same people have been waited for. */
export class Wait {
  /** @param {() => number} now  ms */
  constructor(now) {
    this.now = now;
    this.key = "";
    this.since = 0;
    this.nudgedAt = 0;
  }

  /**
   * @param {Wire.Table} table
   * @param {string} [me]
   */
  update(table, me) {
    const key = waitKey(table, me);
    if (key === this.key) return;
    this.key = key;
    this.since = this.now();
    this.nudgedAt = this.since;
  }

  /** May the person press "nudge" now? */
  offersNudge() {
    return this.key !== "" && this.now() - this.since >= NUDGE_BUTTON_AFTER;
  }

  /**
   * Without a timer, and unless somebody has stopped it, the table nudges by itself, once in a minute; true once for each time.
   * @param {Wire.Table} table
   */
  nudgesByItself(table) {
    if (!this.key || table.deadline || table.clock_stopped || table.phase === "lobby") return false;
    if (this.now() - this.nudgedAt < NUDGE_AFTER) return false;
    this.nudgedAt = this.now();
    return true;
  }
}
