/**
 * The server's time as seen from here, and the words of a countdown.
 * Pure but for the clock function it is given.
 */

export class Clock {
  /** `local` gives milliseconds since 1970 by this device. */
  constructor(local = Date.now) {
    this.local = local;
    this.offset = 0;
  }

  /**
   * Take the server's `now` from a welcome or a pong; `delay` is the way back, if it was measured.
   * @param {number} serverNow
   */
  set(serverNow, delay = 0) {
    this.offset = serverNow + delay - this.local();
  }

  /** Milliseconds since 1970 by the server's clock. */
  now() {
    return this.local() + this.offset;
  }
}

/**
 * Whole seconds until `deadline`, never below 0.
 * @param {number} deadline
 * @param {number} now
 */
export function secondsLeft(deadline, now) {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}

/**
 * 75 -> "1:15"
 * @param {number} seconds
 */
export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
