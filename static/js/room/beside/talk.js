/** What is said beside the game: sends it, keeps the last lines of a chat for this page, and lets the layer show it. */
import {nameOf} from "../roles.js";
import {Layer} from "./layer.js";
import {row} from "./row.js";
import {wordsOf} from "./words.js";

export const MOST_LINES = 50;
/** The server takes three faces a second from a socket (docs/PROTOCOL.md). */
const FACES_A_SECOND = 3;
/** An own face that is not told again within this time was not taken. */
const ECHO_MS = 3000;

/**
 * @typedef {Room.TalkParts & {layer?: Pick<Layer, "float" | "bubble">, now?: () => number}} Parts
 */

export class Talk {
  /** @param {Parts} parts */
  constructor({send, docs, changed, store, code, screen, layer = new Layer({screen}), now = Date.now}) {
    this.send = send;
    this.docs = docs;
    this.changed = changed;
    this.screen = screen;
    this.store = store;
    this.key = `hushed.${code}`;
    /** Whose faces and words this browser does not show. */
    this.hushed = new Set(/** @type {string[]} */ (store.get(this.key) || []));
    this.layer = layer;
    this.now = now;
    /** @type {{face: string, at: number}[]}  own faces that were shown already */
    this.own = [];
    /** @type {number[]}  when the last ones were sent */
    this.sent = [];
    /** @type {Room.Talk["lines"]} */
    this.lines = [];
    this.open = false;
    this.unread = false;
  }

  /** @param {Room.Model} room */
  row(room) {
    return row(this, room);
  }

  /** @param {string} face */
  react(face) {
    const now = this.now();
    this.sent = this.sent.filter((at) => now - at < 1000);
    if (this.sent.length >= FACES_A_SECOND) return;
    this.sent.push(now);
    this.own.push({face, at: now});
    this.send("react", {face});
    this.layer.float(face, {player: this.docs().seat?.player, own: true});
  }

  /** @param {string} phrase */
  phrase(phrase) {
    this.send("phrase", {phrase});
  }

  /** @param {string} text */
  say(text) {
    if (text.trim()) this.send("say", {text: text.trim()});
  }

  toggle() {
    this.open = !this.open;
    this.unread = false;
    this.changed();
  }

  /**
   * Show nothing more of this player in this browser, or show it again.
   * @param {string} player
   */
  hush(player) {
    if (!this.hushed.delete(player)) this.hushed.add(player);
    this.store.set(this.key, [...this.hushed]);
    this.changed();
  }

  /** @param {Wire.Reactions | Wire.NewsOfTalk} message */
  heard(message) {
    if (message.type === "reactions") message.reactions.forEach((one) => this.reacted(one));
    else message.said.forEach((line) => this.heardLine(line));
  }

  /** @param {Wire.Reaction} reaction */
  reacted({player, face, count}) {
    if (player && this.hushed.has(player)) return;
    const mine = !player || player === this.docs().seat?.player ? this.shownAlready(face, count) : 0;
    if (count > mine) this.layer.float(face, {player, count: count - mine});
  }

  /**
   * How many of these faces are own ones, which were shown when they were pressed.
   * @type {(face: string, count: number) => number}
   */
  shownAlready(face, count) {
    const now = this.now();
    this.own = this.own.filter(({at}) => now - at < ECHO_MS);
    const mine = this.own.filter((one) => one.face === face).slice(0, count);
    this.own = this.own.filter((one) => !mine.includes(one));
    return mine.length;
  }

  /** @param {Wire.Said} line */
  heardLine(line) {
    const {table} = this.docs();
    const words = wordsOf(line);
    if (!table || !words || this.hushed.has(line.player) || (this.screen && !line.phrase)) return;
    const name = nameOf(table, line.player);
    this.lines = [...this.lines, {name, player: line.player, words}].slice(-MOST_LINES);
    this.unread = !this.open && line.player !== this.docs().seat?.player && !line.phrase;
    if (!(this.open && table.settings.talk === "chat")) this.layer.bubble(name, words, line.player);
    this.changed();
  }
}
