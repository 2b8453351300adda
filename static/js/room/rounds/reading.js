/**
 * Reading the open answers one by one as whole sentences, choosing among them, and putting some aside.
 * Changes the choices of the page that it is given; what is put aside stays on this page.
 */
import {answerInWords} from "../texts/narration.js";
import {maySort, neighbour} from "./answers.js";
import {focusOf, isRanked, mayChoose, placesToGive} from "./deciding.js";
import {toggle} from "./selection.js";
import {gettext} from "../../kit/i18n.js";

/** A second tap on the dock so soon belongs to the first one. */
const HELD_MS = 600;

/** @typedef {{state: import("../state.js").RoomState, changed: () => void, say: (text: string) => void, now?: () => number}} Parts */

export class Reading {
  /** @param {Parts} parts */
  constructor({state, changed, say, now = () => performance.now()}) {
    this.state = state;
    this.changed = changed;
    this.say = say;
    this.now = now;
    /** The way of the last step: 1, -1, or 0 for none. @type {0 | 1 | -1} */
    this.way = 0;
    this.heldUntil = 0;
  }

  /** @type {(choices: Partial<import("../state.js").Choices>, way?: 0 | 1 | -1) => void} */
  set(choices, way = 0) {
    this.way = way;
    Object.assign(this.state.ui, choices);
    this.changed();
  }

  /**
   * Choose an answer, or take the choice back; it stands in the black card either way. One that was put aside is back.
   * @param {string} play
   */
  pick(play) {
    const {docs: {table, seat}, ui} = this.state;
    if (!table) return;
    const before = isRanked(table) && !ui.picks.length ? seat?.vote || [] : ui.picks;
    const picks = toggle(before, play, placesToGive(table, seat));
    this.set({picks, look: picks.includes(play) ? null : play, aside: ui.aside.filter((other) => other !== play)});
  }

  /**
   * The same by a button in the dock, where the next one comes under the thumb.
   * @param {string} play
   */
  pickInDock(play) {
    this.heldUntil = this.now() + HELD_MS;
    this.pick(play);
  }

  /** Whether a press in the dock is one of its own. */
  ready() {
    return this.now() >= this.heldUntil;
  }

  /** @param {string} play */
  look(play) {
    this.set({look: play});
  }

  /**
   * The next answer (1) or the one before (-1). Where one is chosen, what is read is the choice.
   * @param {1 | -1} by
   */
  step(by) {
    const {docs: {table, seat}, ui} = this.state;
    const play = table && neighbour(table, focusOf(this.state, table, seat), by, ui.aside);
    if (!play) return;
    this.set(mayChoose(seat, play) && !isRanked(table) ? {picks: [play], look: null} : {look: play}, by);
    this.say(answerInWords(table, play));
  }

  /**
   * Put an answer aside, or take it back; `aloud` where no button tells it.
   * @param {string} play
   */
  putAside(play, aloud = false) {
    const {docs: {table, seat}, ui} = this.state;
    if (!table || !maySort(seat)) return;
    const back = ui.aside.includes(play);
    const read = focusOf(this.state, table, seat);
    const aside = back ? ui.aside.filter((other) => other !== play) : [...ui.aside, play];
    this.set({aside, picks: back ? ui.picks : ui.picks.filter((other) => other !== play), look: read === play ? play : ui.look});
    if (aloud) this.say(back ? gettext("Not put aside any more") : gettext("Put aside"));
  }
}
