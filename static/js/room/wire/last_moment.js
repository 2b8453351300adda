/**
 * When a countdown ends while answers are chosen, the page sends what is chosen; the server waits a second for it.
 * Knows the time alone: the page decides whether there is anything to send.
 */

/** How long the server waits for what is sent at zero; ms. */
export const LAST_MOMENT = 1000;

/**
 * When the answers have to go out, or 0 where the table does not want that.
 * @param {?Wire.Table} table
 */
export function lastMoment(table) {
  return table && table.phase === "playing" && table.settings.late_answers === "chosen" ? table.deadline || 0 : 0;
}

/** Keeps the one timer of the present deadline. */
export class LastMoment {
  /** @param {{now: () => number, send: () => void, setTimer?: SetTimer, clearTimer?: ClearTimer}} parts */
  constructor({now, send, setTimer = setTimeout, clearTimer = clearTimeout}) {
    this.now = now;
    this.send = send;
    /** @type {SetTimer} */
    this.setTimer = (run, delay) => setTimer(run, delay);
    /** @type {ClearTimer} */
    this.clearTimer = (timer) => clearTimer(timer);
    this.due = 0;
    /** @type {unknown} */
    this.timer = null;
  }

  /**
   * Take the table after any change.
   * @param {?Wire.Table} table
   */
  update(table) {
    const due = lastMoment(table);
    if (due === this.due) return;
    this.clearTimer(this.timer);
    this.due = due;
    const left = due - this.now();
    if (due && left > -LAST_MOMENT) this.timer = this.setTimer(this.send, Math.max(0, left));
  }
}
