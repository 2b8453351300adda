/**
 * Shows faces that float up and bubbles with words above the page, for a moment. It belongs to no drawing of the page, so that
 * nothing else is drawn for it; nobody can press it, and people who listen are not told.
 */
import {render} from "../../../lit/lit-html.js";
import {lessMotion} from "../../kit/motion.js";
import {face as drawing} from "./faces.js";

export const MOST_NODES = 40;
const MOST_OF_ONE = 5; // faces that float up for one message; it says how many they stand for
const GAP_MS = 140; // between them
const BUBBLES = 5;
const STACKED = 2; // of them above the dock, where cards may lie below
const FLOAT_MS = 2400;
const COUNT_MS = 2500;
const READING_MS = 3500; // a bubble, and for each letter
const LETTER_MS = 45;
const NARROWEST = 150; // a bubble at a seat is as wide as the seat, or this
const LONG = 48; // letters that do not fit there
const TOP = 56; // of the page, below its bar
const EDGE = 8;

export class Layer {
  /** @param {{screen: boolean, still?: () => boolean, setTimer?: SetTimer, random?: () => number}} parts */
  constructor({screen, still = lessMotion, setTimer = (run, delay) => setTimeout(run, delay), random = Math.random}) {
    this.screen = screen;
    this.still = still;
    this.setTimer = setTimer;
    this.random = random;
    this.counted = {face: "", count: 0};
    this.place = document.createElement("div");
    this.place.className = `beside ${screen ? "on-screen" : ""}`;
    this.place.setAttribute("aria-hidden", "true");
    this.stack = document.createElement("div");
    this.stack.className = "bubble-stack";
    this.place.append(this.stack);
    document.body.append(this.place);
  }

  /**
   * Show a face that `count` people or presses stand for, from the seat of who sent it.
   * @param {string} face
   * @param {{player?: string, count?: number, own?: boolean}} from
   */
  float(face, {player, count = 1, own = false}) {
    if (this.still()) {
      this.count(face, count);
      return;
    }
    const shown = Math.min(count, MOST_OF_ONE);
    for (let place = 0; place < shown; place += 1) {
      this.setTimer(() => this.rise(face, this.origin(player, own && face), count > shown && place === 0 ? count : 0), place * GAP_MS);
    }
  }

  /** @type {(face: string, from: {x: number, y: number}, sum: number) => void} */
  rise(face, {x, y}, sum) {
    if (this.place.querySelectorAll(".reaction").length >= MOST_NODES) return;
    const node = this.add("reaction", face, sum);
    const height = Math.min(window.innerHeight * (0.24 + 0.14 * this.random()), Math.max(0, y - TOP));
    const drift = (this.random() - 0.5) * 90;
    const turn = (this.random() - 0.5) * 40;
    const at = (/** @type {number} */ dx, /** @type {number} */ dy, /** @type {number} */ scale, /** @type {number} */ angle) => `translate(${(x + dx).toFixed(0)}px, ${(y - dy).toFixed(0)}px) translate(-50%, -50%) scale(${scale}) rotate(${angle.toFixed(0)}deg)`;
    const lasts = FLOAT_MS + 500 * this.random();
    node.animate?.([
      {transform: at(0, 0, 0.3, 0), opacity: 0}, {transform: at(drift * 0.1, height * 0.16, 1.25, -turn), opacity: 1, offset: 0.14},
      {transform: at(drift * 0.7, height * 0.7, 1, turn), opacity: 0.7, offset: 0.7}, {transform: at(drift, height, 0.8, -turn), opacity: 0},
    ], {duration: lasts, easing: "cubic-bezier(.25, .6, .45, 1)", fill: "both"});
    this.setTimer(() => node.remove(), lasts);
  }

  /**
   * Without motion: the last face once, and how often it came within a moment.
   * @type {(face: string, count: number) => void}
   */
  count(face, count) {
    const counted = {face, count: count + (this.counted.face === face ? this.counted.count : 0)};
    this.counted = counted;
    this.place.querySelector(".reaction-count")?.remove();
    const node = this.add("reaction-count", face, counted.count);
    this.lift(node);
    this.setTimer(() => {
      node.remove();
      if (this.counted === counted) this.counted = {face: "", count: 0};
    }, COUNT_MS);
  }

  /**
   * Words on the seat of who says them, or above the dock where that is not in sight or too small for them.
   * @type {(name: string, words: string, player: string) => void}
   */
  bubble(name, words, player) {
    for (const old of this.place.querySelectorAll(`.bubble[data-of="${CSS.escape(player)}"]`)) old.remove();
    const node = document.createElement("p");
    node.className = "bubble";
    node.dataset.of = player;
    const who = document.createElement("b");
    who.textContent = name;
    node.append(who, ` ${words}`);
    const seat = seatOf(player);
    if (seat && words.length <= LONG) this.beside(node, seat);
    else {
      this.lift(this.stack);
      this.stack.append(node);
      if (this.stack.children.length > STACKED) this.stack.children[0].remove();
    }
    const all = this.place.querySelectorAll(".bubble");
    if (all.length > BUBBLES) all[0].remove();
    this.setTimer(() => node.remove(), READING_MS + LETTER_MS * words.length);
  }

  /** @type {(node: HTMLElement, seat: DOMRect) => void} */
  beside(node, seat) {
    this.place.append(node);
    node.classList.add("at-seat");
    node.style.left = `${seat.left.toFixed(0)}px`;
    node.style.maxWidth = `${Math.max(NARROWEST, seat.width).toFixed(0)}px`;
    node.style.bottom = `${(window.innerHeight - seat.bottom + seat.height * (this.screen ? 1.06 : 0.12)).toFixed(0)}px`;
  }

  /** @type {(kind: string, face: string, sum: number) => HTMLElement} */
  add(kind, face, sum) {
    const node = document.createElement("div");
    node.className = kind;
    render(drawing(face), node);
    if (sum > 1) node.append(Object.assign(document.createElement("b"), {textContent: `\u00D7${sum}`}));
    this.place.append(node);
    return node;
  }

  /** @param {HTMLElement} node  to stand above the dock */
  lift(node) {
    node.style.bottom = `${(document.querySelector(".dock")?.clientHeight || 0) + EDGE}px`;
  }

  /** @type {(player: string | undefined, pressed: string | false) => {x: number, y: number}} */
  origin(player, pressed) {
    const button = pressed && document.querySelector(`[data-face="${pressed}"]`)?.getBoundingClientRect();
    const from = button || (player && seatOf(player));
    if (from) return {x: from.left + Math.min(from.width, button ? Infinity : 56) / 2, y: from.top + from.height / 2};
    return {x: window.innerWidth - 30 - 50 * this.random(), y: window.innerHeight - (document.querySelector(".dock, .tv-seats")?.clientHeight || 0) - 20};
  }
}

/**
 * Where the seat of a player stands in sight.
 * @param {string} player
 */
function seatOf(player) {
  const places = [...document.querySelectorAll(`li[data-player="${CSS.escape(player)}"]`)].map((seat) => seat.getBoundingClientRect());
  const dock = document.querySelector(".dock")?.getBoundingClientRect();
  const bottom = dock && dock.height ? dock.top : window.innerHeight;
  return places.find((place) => place.width > 0 && place.top > TOP && place.bottom <= bottom + EDGE);
}
