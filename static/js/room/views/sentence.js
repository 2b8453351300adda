/** The sentence in the large black card: set as large as the card allows, with a short motion when another one comes, turned over by a swipe. */
import {AsyncDirective, directive} from "../../../lit/async-directive.js";
import {elementIfAny} from "../../kit/dom.js";
import {lessMotion} from "../../kit/motion.js";

const SMALLEST = 14; // px of type; what does not fit then can be scrolled
const LARGEST = [0.19, 0.24]; // of the card's width and height
const MOTION_MS = 240;
const SWIPE = 40; // px to the side
const FADE = [{opacity: 0.2}, {opacity: 1}];
const TURN = [{transform: "perspective(900px) rotateX(80deg)", opacity: 0.3}, {transform: "none", opacity: 1}];

/**
 * `key` is another one for another sentence, `way` the side that it comes from (0: none), `fresh` whether it has just been turned for all.
 * Without `step` there is nothing to swipe to, and the text changes in its place.
 * @typedef {{key: unknown, way?: 0 | 1 | -1, fresh?: boolean, step?: (by: 1 | -1) => void}} Sentence
 */

/**
 * Whether the text lies inside its card in this size, with whole words.
 * @type {(card: HTMLElement, text: HTMLElement, px: number) => boolean}
 */
function fits(card, text, px) {
  card.style.fontSize = `${px}px`;
  return card.scrollHeight <= card.clientHeight && text.scrollWidth <= text.clientWidth;
}

/**
 * Give the card the largest type in which its text fits.
 * @param {HTMLElement} card
 */
export function fit(card) {
  const text = elementIfAny(".text", card);
  if (!text || !card.clientHeight) return;
  text.classList.add("measured");
  let [small, large] = [SMALLEST, Math.max(SMALLEST, Math.floor(Math.min(card.clientWidth * LARGEST[0], card.clientHeight * LARGEST[1])))];
  while (small < large) {
    const middle = Math.ceil((small + large) / 2);
    if (fits(card, text, middle)) small = middle;
    else large = middle - 1;
  }
  card.style.fontSize = `${small}px`;
  text.classList.remove("measured");
}

class SentenceDirective extends AsyncDirective {
  /** @type {HTMLElement | null} */
  element = null;
  /** @type {Sentence} */
  sentence = {key: undefined};
  from = {x: 0, y: 0, id: -1};
  /** @type {ResizeObserver | null} */
  sizes = null;

  /** @type {(sentence: Sentence) => unknown} */
  render() {
    return undefined; // it belongs to an element and draws nothing
  }

  /** @type {(part: import("../../../lit/async-directive.js").ElementPart, values: [Sentence]) => void} */
  update({element}, [sentence]) {
    const old = this.sentence.key;
    this.sentence = sentence;
    const first = !this.element;
    if (first) this.begin(/** @type {HTMLElement} */ (element));
    if (first || old !== sentence.key) queueMicrotask(() => this.come(!first));
  }

  /** @param {HTMLElement} element */
  begin(element) {
    this.element = element;
    element.addEventListener("pointerdown", (event) => { this.from = {x: event.clientX, y: event.clientY, id: event.pointerId}; });
    element.addEventListener("pointermove", (event) => this.drag(event));
    element.addEventListener("pointerup", (event) => this.letGo(event));
    element.addEventListener("pointercancel", () => this.drop());
    if (typeof ResizeObserver === "undefined") return;
    this.sizes = new ResizeObserver(() => this.card && fit(this.card));
    this.sizes.observe(element);
  }

  disconnected() {
    this.sizes?.disconnect();
  }

  reconnected() {
    if (this.element) this.sizes?.observe(this.element);
  }

  get card() {
    return this.element && elementIfAny(".card", this.element);
  }

  /** What is drawn now is fitted; it moves where something else was there before. @param {boolean} moves */
  come(moves) {
    const {card, sentence: {way, fresh, step}} = this;
    if (!card) return;
    fit(card);
    if (!moves || !step || !card.animate || lessMotion()) return;
    const text = /** @type {HTMLElement} */ (elementIfAny(".text", card));
    if (fresh) card.animate(TURN, {duration: MOTION_MS, easing: "ease-out"});
    else text.animate(way ? [{transform: `translateX(${way * 60}px)`, opacity: 0}, {transform: "none", opacity: 1}] : FADE, {duration: MOTION_MS, easing: "ease-out"});
  }

  /** How far a finger has moved to the side; 0 for a mouse that marks text, and for whoever scrolls. @param {PointerEvent} event */
  wayOf({clientX, clientY, pointerId}) {
    const {x, y, id} = this.from;
    const [dx, dy] = [clientX - x, clientY - y];
    return pointerId === id && Math.abs(dx) > 1.5 * Math.abs(dy) && document.getSelection()?.isCollapsed !== false ? dx : 0;
  }

  /** The sentence follows the finger. @param {PointerEvent} event */
  drag(event) {
    const text = event.pointerType === "mouse" || !this.sentence.step ? null : elementIfAny(".text", this.element || undefined);
    if (text && this.from.id === event.pointerId) text.style.transform = `translateX(${this.wayOf(event) / 2}px)`;
  }

  drop() {
    this.from = {...this.from, id: -1};
    const text = this.element && elementIfAny(".text", this.element);
    if (text) text.style.transform = "";
  }

  /** @param {PointerEvent} event */
  letGo(event) {
    const dx = this.wayOf(event);
    this.drop();
    if (Math.abs(dx) >= SWIPE) this.sentence.step?.(dx < 0 ? 1 : -1);
  }
}

export const sentence = directive(SentenceDirective);
