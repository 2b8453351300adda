/**
 * Moves on their way: kept until the server has answered them, also over a reload.
 * Knows no socket; the connection sends what is kept here.
 */

const KEEP_MS = 60000;
/** The server reads no longer frames (docs/PROTOCOL.md). */
const FRAME_BYTES = 16384;

const bytes = (frame) => new TextEncoder().encode(JSON.stringify(frame)).length;

/** Whether the server would refuse to read this frame. */
export const isTooBig = (frame) => bytes(frame) > FRAME_BYTES;

export class Outgoing {
  /** `store` is this tab's; `key` names the room. */
  constructor({store, key, now = Date.now, random = Math.random}) {
    this.store = store;
    this.key = `cad.moves.${key}`;
    this.now = now;
    this.prefix = random().toString(36).slice(2, 8) || "a";
    this.count = 0;
    this.moves = new Map(this.load());
  }

  load() {
    const saved = this.store.get(this.key);
    return (Array.isArray(saved) ? saved : []).filter(([, kept]) => this.now() - kept.at < KEEP_MS && !isTooBig(kept.frame));
  }

  save() {
    this.store.set(this.key, [...this.moves]);
  }

  nextId() {
    this.count += 1;
    return `${this.prefix}-${this.count}`;
  }

  /** Keep a move, unless it is too big; `moment` names the phase it belongs to. Returns the frame to send. */
  add(move, args, moment) {
    const frame = {id: this.nextId(), move, args};
    if (isTooBig(frame)) return frame;
    this.moves.set(frame.id, {frame, moment, at: this.now()});
    this.save();
    return frame;
  }

  /** The server has answered; returns the move that was kept, if any. */
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

  /** Is this move on its way, and young enough to be sent again? */
  isFresh(id) {
    const kept = this.moves.get(id);
    return Boolean(kept) && this.now() - kept.at < KEEP_MS;
  }

  /** Frames to send again in this moment; what belongs to another moment is forgotten. */
  again(moment) {
    for (const [id, kept] of this.moves) {
      if (kept.moment !== moment || this.now() - kept.at >= KEEP_MS) this.moves.delete(id);
    }
    this.save();
    return [...this.moves.values()].map((kept) => kept.frame);
  }

  /** Is this move on its way? */
  has(move) {
    return [...this.moves.values()].some((kept) => kept.frame.move === move);
  }
}
