/**
 * The deck chooser: what the host chooses of what is offered.
 * Draws nothing; `changed` is called after every change. The server checks every choice again.
 */
import {forFamilies, merged} from "./finding.js";
import {FAMILY, Offered} from "./offered.js";
import {pressed} from "./set_choice.js";
import {gettext, ngettext} from "../../kit/i18n.js";

export class Shelf extends Offered {
  /** @param {import("./offered.js").Parts & {choose: (args: {decks: number[], codes?: Record<string, string>, family?: true}) => string}} parts  `choose` makes the move and returns its id */
  constructor({choose, ...parts}) {
    super(parts);
    this.choose = choose;
    /** @type {number[]} */
    this.byDefault = []; // decks that the table began with, as far as nobody has chosen them
    /** @type {number[]} */
    this.kept = []; // decks that were on the table when the panel opened, and that no choice has left out since
    this.sent = ""; // the id of the move under way
    /** @type {number[]} */
    this.fixed = []; // decks of the game that runs: they stay, and new ones go out together
  }

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
    if (gone.length) this.said = gettext("%(names)s made room for it.", {names: gone.map(({name}) => name).join(", ")});
    this.put(chosen);
  }

  /** @param {number} id */
  add(id) {
    this.remember(id);
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
    this.said = ngettext("%(count)s deck goes back on the shelf: not for a family table.", "%(count)s decks go back on the shelf: not for a family table.", back);
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
    Object.assign(this, {busy: false});
    if (!ok) {
      this.trouble = data.message;
    } else if (this.family && data.deck.rating !== "family") {
      this.trouble = gettext("%(name)s is not for a family table. Switch that off to play with it.", {name: data.deck.name});
    } else {
      this.list = merged(this.decks, [data.deck]);
      Object.assign(this, {code: "", said: gettext("%(name)s is chosen.", {name: data.deck.name})});
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
