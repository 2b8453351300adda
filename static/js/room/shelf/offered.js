/**
 * What the server offers to choose decks from, and what somebody looks for in it. Draws nothing; `changed` is called after every
 * change. What is chosen is of shelf.js.
 */
import {getJson, post} from "../../kit/http.js";
import {debounce} from "../../kit/schedule.js";
import {fitting, forFamilies, merged, tagsOf} from "./finding.js";
import {within} from "./set_choice.js";
import {Sets} from "./sets.js";

const RECENT = "recent-decks";
export const FAMILY = "family-table";
const KEPT = 20;
const PAUSE = 300;
const ROWS = 20; // at first, and more with each press
const NARROWS = ["words", "language", "rating", "tag", "tab"];

/**
 * @typedef {Object} Parts
 * @property {Pick<Room.Links, "decks" | "deck_of_code" | "doubles" | "keep_decks" | "forget_decks">} links  those of the page
 * @property {() => void} changed
 * @property {Pick<import("../../kit/storage.js").Store, "get" | "set">} store  this browser's
 * @property {typeof getJson} [get]
 * @property {typeof post} [send]
 * @property {boolean} [signedIn]
 */

export class Offered {
  words = ""; language = ""; rating = ""; tag = ""; tab = "all"; code = ""; busy = false; said = ""; trouble = ""; rows = ROWS;

  /** @param {Parts} parts */
  constructor({links, changed, store, get = getJson, send = post, signedIn = false}) {
    this.links = links;
    this.changed = changed;
    this.store = store;
    this.get = get;
    this.send = send;
    this.sets = new Sets({links, changed, store, send, signedIn});
    /** @type {Wire.OfferedDeck[] | "failed" | null} */
    this.list = null; // what the server offers, "failed", or null before it came
    this.more = false; // whether the server has more than it told
    /** @type {Wire.Deck[]} */
    this.onTable = []; // the decks that were chosen when the panel opened
    /** @type {number[]} */
    this.chosen = [];
    /** @type {?Room.Alike} */
    this.alike = null; // null when nobody wants to know
    this.family = store.get(FAMILY) === true;
    const recent = store.get(RECENT);
    /** @type {number[]} */
    this.recent = (Array.isArray(recent) ? recent : []).filter(Number.isInteger);
    this.findSoon = debounce((/** @type {string} */ words) => this.find(words), PAUSE);
  }

  clear() {
    Object.assign(this, {words: "", language: "", rating: "", tag: "", tab: "all", code: "", busy: false, said: "", trouble: "", rows: ROWS});
  }

  // ---- what is there

  get decks() {
    return Array.isArray(this.list) ? this.list : [];
  }

  get languages() {
    return [...new Set(this.decks.flatMap((deck) => deck.language || []))].sort();
  }

  get tags() {
    return tagsOf(this.decks);
  }

  /** Sets with the decks that this table may take: for a family, those that are for children. */
  get takeable() {
    return this.family ? within(this.sets.all, forFamilies(this.decks).map((deck) => deck.id)) : this.sets.all;
  }

  /** The decks to show, favourites first, of the tab and as the host looks for them. */
  get shown() {
    const decks = fitting(this.decks, this);
    if (this.tab === "recent") {
      return this.recent.flatMap((id) => decks.find((deck) => deck.id === id) || []);
    }
    if (this.tab === "chosen") return decks.filter((deck) => this.chosen.includes(deck.id));
    const favourites = decks.filter((deck) => deck.favourite);
    return this.tab === "favourites" ? favourites : [...favourites, ...decks.filter((deck) => !deck.favourite)];
  }

  /** The decks that are chosen, with what the shelf knows of them. */
  get picked() {
    return this.decks.filter((deck) => this.chosen.includes(deck.id));
  }

  /** @param {Partial<Pick<Offered, "words" | "language" | "rating" | "tag" | "tab" | "code" | "busy">>} change */
  look(change) {
    Object.assign(this, change, {said: "", trouble: ""});
    if (Object.keys(change).some((name) => NARROWS.includes(name))) this.rows = ROWS;
    this.changed();
    if (!this.more || !("words" in change)) return;
    this.findSoon.cancel();
    if (this.words.trim()) this.findSoon(this.words.trim());
  }

  /** Tell of more of the decks that fit. */
  showMore() {
    this.rows += ROWS;
    this.changed();
  }

  /**
   * Keep in this browser that this deck was chosen, the latest first.
   * @param {number} id
   */
  remember(id) {
    this.recent = [id, ...this.recent.filter((other) => other !== id)].slice(0, KEPT);
    this.store.set(RECENT, this.recent);
  }

  // ---- asking the server

  async load() {
    if (this.list === "failed") this.list = null;
    this.changed();
    try {
      this.take(await this.ask(""), []);
    } catch (error) {
      this.list = this.list || "failed";
    }
    this.changed();
  }

  /**
   * More decks with these words; the server knows more than fit on a phone.
   * @param {string} words
   */
  async find(words) {
    try {
      this.take(await this.ask(words), this.decks);
      this.changed();
    } catch (error) {
      // What is here can be chosen from all the same.
    }
  }

  /** @type {(words: string) => Promise<Wire.Offer>} */
  async ask(words) {
    return this.get(words ? `${this.links.decks}?q=${encodeURIComponent(words)}` : this.links.decks);
  }

  /** Which of the chosen cards read alike; asked once more, it is folded away. */
  async tellAlike() {
    /** @type {?Room.Alike} */
    const asking = this.alike === null ? {asking: true} : null;
    this.alike = asking;
    this.changed();
    if (!asking) return;
    const answer = await this.get(this.links.doubles).catch(() => ({failed: true}));
    if (this.alike !== asking) return; // other decks were chosen meanwhile
    this.alike = answer;
    this.changed();
  }

  /** @type {(offer: Wire.Offer, before: Wire.OfferedDeck[]) => void} */
  take({decks, more, sets}, before) {
    if (!before.length) {
      this.more = more;
      this.sets.offered = sets || [];
    }
    // A deck that the room has chosen and that is offered no more can still be put back.
    const here = merged(before, decks);
    const known = new Set(here.map((deck) => deck.id));
    this.list = [...here, ...this.onTable.filter((deck) => !known.has(deck.id))];
  }
}
