/**
 * What this tab has seen of the game, kept over reloads: whoever comes back or comes late is told in one line what they missed,
 * and whoever waits reads what won last. Reads the table that everybody sees; asks and sends nothing.
 */
import {bestOf} from "./deciding.js";
import {cardsOf} from "../roles.js";
import {caughtUp} from "../texts/waiting_words.js";

const KEY = "story";
const SHOWN_MS = 9000;

/**
 * @typedef {{game: number, done: number, came: number}} Seen  `done`: the last round whose end was seen here, `came`: the round with which this tab began
 * @typedef {{game: number, round: number, black: Wire.BlackCard, cards: string[], player: string}} Win  the last answer that won
 */

/**
 * How many rounds of this game are over; the one whose verdict stands there is.
 * @param {Wire.Table} table
 */
const over = ({phase, round = 0}) => (phase === "round_over" || phase === "game_over" ? round : Math.max(0, round - 1));

/** @type {(table: Wire.Table, seen: ?Seen) => Room.Missed} */
function missed(table, seen) {
  const known = seen && seen.game === (table.game || 0) ? seen.done : 0;
  const ended = over(table) - (table.phase === "round_over" ? 1 : 0); // a verdict that stands there is seen now
  return {first: !seen, before: seen ? seen.game : 0, rounds: Math.max(0, ended - known)};
}

/**
 * What won in the round whose verdict stands there, the first of those that share it; null for none.
 * @param {Wire.Table} table
 * @returns {?Win}
 */
function winOf(table) {
  const {game = 0, round = 0, black_card: black} = table;
  const [best] = bestOf(table);
  const cards = best ? cardsOf(table, best.play) : [];
  return black && cards.length ? {game, round, black, cards, player: best.player} : null;
}

export class Story {
  /**
   * `store` keeps it for this tab; `announce` is for people who listen, `hidden` says whether nobody can look at the page.
   * @param {{store: Pick<import("../../kit/storage.js").Store, "get" | "set">, code: string, changed: () => void, announce: (text: string) => void, hidden?: () => boolean, setTimer?: SetTimer}} parts
   */
  constructor({store, code, changed, announce, hidden = () => document.hidden, setTimer = (run, delay) => setTimeout(run, delay)}) {
    this.store = store;
    this.changed = changed;
    this.announce = announce;
    this.hidden = hidden;
    this.setTimer = setTimer;
    this.key = `${KEY}.${code}`;
    const kept = store.get(this.key) || {};
    /** @type {?Seen} */
    this.seen = typeof kept.seen?.done === "number" ? kept.seen : null;
    /** @type {?Win} */
    this.win = Array.isArray(kept.win?.cards) ? kept.win : null;
    this.told = ""; // what was missed, while it stands there
    this.away = true; // whether the next look is one of somebody who comes back
  }

  /**
   * The table as it is now; `back` where this page heard nothing for a while before it, or nobody looked at it.
   * @type {(table: Wire.Table, seat: ?Wire.Seat, back?: boolean) => void}
   */
  follow(table, seat, back = false) {
    this.win = winOf(table) || this.win;
    this.away ||= back || this.hidden();
    if (!this.hidden()) {
      if (this.away) this.tell(caughtUp(table, seat, missed(table, this.seen)));
      this.away = false;
      const game = table.game || 0;
      this.seen = {game, done: over(table), came: this.seen?.game === game ? this.seen.came : table.round || 1};
    }
    this.store.set(this.key, {seen: this.seen, win: this.win});
  }

  /**
   * What won last in this game, null before the first verdict and for whoever has seen none.
   * @param {Wire.Table} table
   */
  lastWin({game, round = 0}) {
    return this.win && this.win.game === game && this.win.round < round ? this.win : null;
  }

  /**
   * Whether this is the first round of this game that this tab sees.
   * @param {Wire.Table} table
   */
  isFirstRound({game, round}) {
    return this.seen?.game === game && this.seen?.came === round;
  }

  /** @param {string} line  "" for none */
  tell(line) {
    this.told = line;
    if (!line) return;
    this.announce(line);
    this.setTimer(() => this.told === line && this.dismiss(), SHOWN_MS);
  }

  dismiss() {
    this.told = "";
    this.changed();
  }
}
