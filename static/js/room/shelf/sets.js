/**
 * Sets of decks, to take whole: the site's, those that an account keeps, and, for who has none, those that this browser keeps.
 * Draws nothing; `changed` is called after every change.
 */
import {gettext} from "../../kit/i18n.js";

const KEPT = "kept-decks";
const MOST = 30;

/**
 * @typedef {Object} Parts
 * @property {{keep_decks: string, forget_decks: string}} links
 * @property {() => void} changed
 * @property {Pick<import("../../kit/storage.js").Store, "get" | "set">} store  this browser's
 * @property {typeof import("../../kit/http.js").post} send
 * @property {boolean} signedIn
 */

export class Sets {
  name = ""; busy = false; trouble = ""; said = "";

  /** @param {Parts} parts */
  constructor({links, changed, store, send, signedIn}) {
    this.links = links;
    this.changed = changed;
    this.store = store;
    this.send = send;
    this.signedIn = signedIn;
    /** @type {Wire.DeckSet[]} */
    this.offered = [];
    const kept = store.get(KEPT);
    /** @type {Wire.DeckSet[]} */
    this.here = (Array.isArray(kept) ? kept : []).filter((set) => set && typeof set.name === "string" && Array.isArray(set.decks)
      && set.decks.every(Number.isInteger)).map(({name, decks}, place) => ({id: -1 - place, name, decks, description: "", own: true}));
  }

  get all() {
    return [...this.offered, ...this.here];
  }

  get own() {
    return this.all.filter((set) => set.own);
  }

  /** @param {string} name */
  call(name) {
    Object.assign(this, {name, trouble: "", said: ""});
    this.changed();
  }

  /**
   * Keep the chosen decks under the name that was typed, in place of an earlier choice of that name.
   * @param {number[]} chosen
   */
  async keep(chosen) {
    const name = this.name.trim().replace(/\s+/g, " ");
    if (this.busy) return;
    if (!name || !chosen.length) {
      this.trouble = name ? gettext("Choose some decks first.") : gettext("Give it a name, so that you find it again.");
      this.changed();
      return;
    }
    if (this.signedIn) await this.ask(this.links.keep_decks, {name});
    else this.keepHere([...this.here.filter((set) => set.name !== name), {id: 0, name, decks: chosen, description: "", own: true}]);
    if (!this.trouble) Object.assign(this, {name: "", said: gettext("\u201C%(name)s\u201D is kept.", {name})});
    this.changed();
  }

  /** @param {Wire.DeckSet} set */
  async forget(set) {
    if (set.id < 0) this.keepHere(this.here.filter((other) => other.id !== set.id));
    else await this.ask(this.links.forget_decks.replace("/0/", `/${set.id}/`), {});
    if (!this.trouble) this.said = gettext("\u201C%(name)s\u201D is let go.", {name: set.name});
    this.changed();
  }

  /** @param {Wire.DeckSet[]} sets */
  keepHere(sets) {
    this.trouble = "";
    this.here = sets.slice(-MOST).map((set, place) => ({...set, id: -1 - place}));
    this.store.set(KEPT, this.here.map(({name, decks}) => ({name, decks})));
  }

  /** @type {(url: string, body: Record<string, string>) => Promise<void>} */
  async ask(url, body) {
    Object.assign(this, {busy: true, trouble: ""});
    this.changed();
    const {ok, data} = await this.send(url, new URLSearchParams(body));
    this.busy = false;
    if (ok) this.offered = [...this.offered.filter((set) => !set.own), ...data.sets.filter((/** @type {Wire.DeckSet} */ set) => set.own)];
    else this.trouble = data.message;
  }
}
