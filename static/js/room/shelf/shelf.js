/**
 * The deck chooser: what the server offers, what the host looks for, and what is chosen.
 * Draws nothing; `changed` is called after every change. The server checks every choice again.
 */
import {getJson, post} from "../../kit/http.js";
import {debounce} from "../../kit/schedule.js";
import {counted} from "../../kit/words.js";
import {fitting, forFamilies, merged, tagsOf} from "./finding.js";
import {pressed, within} from "./set_choice.js";
import {Sets} from "./sets.js";

const RECENT = "recent-decks";
const FAMILY = "family-table";
const KEPT = 20;
const PAUSE = 300;
const ROWS = 20; // at first, and more with each press
const NARROWS = ["words", "language", "rating", "tag", "tab"];

/**
 * @typedef {Object} Parts
 * @property {Pick<Room.Links, "decks" | "deck_of_code" | "doubles" | "keep_decks" | "forget_decks">} links  those of the page
 * @property {() => void} changed
 * @property {(args: {decks: number[], codes?: Record<string, string>, family?: true}) => string} choose  makes the move and returns its id
 * @property {Pick<import("../../kit/storage.js").Store, "get" | "set">} store  this browser's
 * @property {typeof getJson} [get]
 * @property {typeof post} [send]
 * @property {boolean} [signedIn]
 */

export class Shelf {
  words = ""; language = ""; rating = ""; tag = ""; tab = "all"; code = ""; busy = false; said = ""; trouble = ""; rows = ROWS;

  /** @param {Parts} parts */
  constructor({links, changed, choose, store, get = getJson, send = post, signedIn = false}) {
    this.links = links;
    this.changed = changed;
    this.choose = choose;
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
    /** @type {number[]} */
    this.byDefault = []; // decks that the table began with, as far as nobody has chosen them
    /** @type {number[]} */
    this.kept = []; // decks that were on the table when the panel opened, and that no choice has left out since
    /** @type {?Room.Alike} */
    this.alike = null; // null when nobody wants to know
    this.sent = ""; // the id of the move under way
    /** @type {number[]} */
    this.fixed = []; // decks of the game that runs: they stay, and new ones go out together
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

  // ---- asking the server

  /**
   * The panel opens at this table: what its room has chosen is chosen here. While a game `runs`, decks are only added.
   * @param {{decks: Wire.Deck[]}} table
   * @param {boolean} [runs]
   */
  open(table, runs = false) {
    this.clear();
    this.fixed = runs ? table.decks.map((deck) => deck.id) : [];
    this.alike = null;
    this.chosen = table.decks.map((deck) => deck.id);
    this.kept = this.chosen;
    this.byDefault = table.decks.filter((deck) => deck.by_default).map((deck) => deck.id);
    this.onTable = table.decks;
    return this.load();
  }

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

  // ---- what the host does

  /** @param {Partial<Pick<Shelf, "words" | "language" | "rating" | "tag" | "tab" | "code" | "busy">>} change */
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

  /** @param {number} id */
  toggle(id) {
    if (this.chosen.includes(id)) this.put(this.chosen.filter((other) => other !== id));
    else this.add(id);
  }

  /**
   * Take a whole set, or put it back where all of it was chosen. A deck that nobody has chosen makes room for it.
   * @param {Wire.DeckSet} set
   */
  toggleSet(set) {
    const before = this.chosen;
    const chosen = pressed(set.decks, before, this.byDefault);
    const gone = this.decks.filter(({id}) => this.byDefault.includes(id) && before.includes(id) && !chosen.includes(id));
    this.byDefault = this.byDefault.filter((id) => !set.decks.includes(id));
    this.look({});
    if (gone.length) this.said = `${gone.map(({name}) => name).join(", ")} made room for it.`;
    this.put(chosen);
  }

  /** @param {number} id */
  add(id) {
    this.recent = [id, ...this.recent.filter((other) => other !== id)].slice(0, KEPT);
    this.store.set(RECENT, this.recent);
    this.byDefault = this.byDefault.filter((other) => other !== id);
    this.put(this.chosen.includes(id) ? this.chosen : [...this.chosen, id]);
  }

  /** @param {boolean} family */
  setFamily(family) {
    this.family = family;
    this.store.set(FAMILY, family);
    const fit = new Set(forFamilies(this.decks).map((deck) => deck.id));
    const kept = family ? this.chosen.filter((id) => fit.has(id)) : this.chosen;
    const back = this.chosen.length - kept.length;
    this.look({rating: ""});
    if (!back) return;
    this.said = `${counted(back, "deck goes", "decks go")} back on the shelf: not for a family table.`;
    this.put(kept);
  }

  /** @param {number[]} chosen */
  put(chosen) {
    this.chosen = [...new Set([...this.fixed, ...chosen])];
    this.alike = null;
    if (!this.fixed.length) this.tell();
    this.changed();
  }

  /** The decks that go out while a game runs. */
  get added() {
    return this.chosen.filter((id) => !this.fixed.includes(id));
  }

  /** Make the move for what is chosen. */
  tell() {
    const {chosen} = this;
    this.kept = this.kept.filter((id) => chosen.includes(id));
    // The server asks for no code of a deck that is on the table, and for none of the host's own.
    const needed = (/** @type {Wire.OfferedDeck} */ deck) => deck.code && !deck.own && chosen.includes(deck.id) && !this.kept.includes(deck.id);
    const codes = Object.fromEntries(this.decks.filter(needed).map((deck) => [deck.id, deck.code || ""]));
    this.sent = this.choose({decks: chosen, ...(Object.keys(codes).length ? {codes} : {}), ...(this.family ? {family: true} : {})});
  }

  async addCode() {
    if (this.busy || !this.code.trim()) return;
    this.look({busy: true});
    const {ok, data} = await this.send(this.links.deck_of_code, new URLSearchParams({code: this.code}));
    this.busy = false;
    if (!ok) {
      this.trouble = data.message;
    } else if (this.family && data.deck.rating !== "family") {
      this.trouble = `${data.deck.name} is not for a family table. Switch that off to play with it.`;
    } else {
      this.list = merged(this.decks, [data.deck]);
      Object.assign(this, {code: "", said: `${data.deck.name} is chosen.`});
      this.add(data.deck.id);
    }
    this.changed();
  }

  /**
   * The server refused the last choice: what the table says counts.
   * @param {string | undefined} move
   * @param {{decks: Wire.Deck[]}} table
   */
  refused(move, table) {
    if (!this.sent || move !== this.sent) return;
    this.chosen = table.decks.map((deck) => deck.id);
    this.kept = this.kept.filter((id) => this.chosen.includes(id));
    this.changed();
  }
}
