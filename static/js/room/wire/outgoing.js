/**
 * Moves on their way: kept until the server has answered them, also over a reload.
 * Knows no socket; the connection sends what is kept here.
 */

const KEEP_MS = 60000;
/** The server reads no longer frames (docs/PROTOCOL.md). */
const FRAME_BYTES = 16384;

/** @param {Wire.Frame} frame */
const bytes = (frame) => new TextEncoder().encode(JSON.stringify(frame)).length;

/**
 * Whether the server would refuse to read this frame.
 * @param {Wire.Frame} frame
 */
export const isTooBig = (frame) => bytes(frame) > FRAME_BYTES;

/** @typedef {{frame: Wire.Frame, moment: string, at: number}} Kept  since when (ms), and for which moment */

export class Outgoing {
  /**
   * `store` is this tab's; `key` names the room.
   * @param {{store: import("../../kit/storage.js").Store, key: string, now?: () => number, random?: () => number}} parts
   */
  constructor({store, key, now = Date.now, random = Math.random}) {
    this.store = store;
    this.key = `cad.moves.${key}`;
    this.now = now;
    this.prefix = random().toString(36).slice(2, 8) || "a";
    this.count = 0;
    this.moves = new Map(this.load());
  }

  /** @returns {[string, Kept][]} */
  load() {
    const saved = this.store.get(this.key);
    return (Array.isArray(saved) ? /** @type {[string, Kept][]} */ (saved) : []).filter(([, kept]) => this.now() - kept.at < KEEP_MS && !isTooBig(kept.frame));
  }

  save() {
    this.store.set(this.key, [...this.moves]);
  }

  nextId() {
    this.count += 1;
    return `${this.prefix}-${this.count}`;
  }

  /**
   * Keep a move, unless it is too big; `moment` names the phase it belongs to. Returns the frame to send.
   * @param {string} move
   * @param {object} args
   * @param {string} moment
   */
  add(move, args, moment) {
    const frame = {id: this.nextId(), move, args};
    if (isTooBig(frame)) return frame;
    this.moves.set(frame.id, {frame, moment, at: this.now()});
    this.save();
    return frame;
  }

  /**
   * The server has answered; returns the move that was kept, if any.
   * @param {string} id
   */
  settle(id) {
    const kept = this.moves.get(id);
    this.moves.delete(id);
    this.save();
    return kept && kept.frame;
  }

  /** The server closed because of a frame that was too big: the biggest one is settled, and returned if there is one. */
  settleBiggest() {
    const [biggest] = [...this.moves.values()].sort((one, other) => bytes(other.frame) - bytes(one.frame));
    return biggest && this.settle(biggest.frame.id);
  }

  /**
   * The frame of a move on its way, if it is young enough to be sent again.
   * @param {string} [id]
   */
  fresh(id = "") {
    const kept = this.moves.get(id);
    return kept && this.now() - kept.at < KEEP_MS ? kept.frame : undefined;
  }

  /**
   * Frames to send again in this moment; what belongs to another moment is forgotten.
   * @param {string} moment
   */
  again(moment) {
    for (const [id, kept] of this.moves) {
      if (kept.moment !== moment || this.now() - kept.at >= KEEP_MS) this.moves.delete(id);
    }
    this.save();
    return [...this.moves.values()].map((kept) => kept.frame);
  }

  /**
   * Is this move on its way?
   * @param {string} move
   */
  has(move) {
    return [...this.moves.values()].some((kept) => kept.frame.move === move);
  }
}
