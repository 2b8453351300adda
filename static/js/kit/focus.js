/**
 * Keeps the focus on the page when a drawing takes away what had it: it goes to the same thing drawn anew, or to the heading.
 * What people do themselves (a press beside everything) is left alone.
 */
import {elementIfAny} from "./dom.js";

const NAMES = ["testid", "play", "card", "deck"];

export class FocusKeeper {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {?(HTMLElement & {disabled?: boolean})} */
    this.last = null; // what had the focus, unless its person has left it
    root.addEventListener("focusin", (event) => { this.last = /** @type {HTMLElement} */ (event.target); });
    root.addEventListener("focusout", (event) => queueMicrotask(() => this.left(/** @type {HTMLElement} */ (event.target))));
  }

  /** @param {HTMLElement & {disabled?: boolean}} element */
  left(element) {
    const usable = element.isConnected && !element.disabled;
    if (usable && element === this.last && document.activeElement !== element) this.last = null;
  }

  /** After each drawing. A button that is only switched off for a moment keeps its place. */
  settle() {
    const {activeElement, body} = document;
    if (!this.last || (activeElement && activeElement !== body)) return;
    /** @type {?(HTMLElement & {disabled?: boolean})} */
    const target = this.last.isConnected ? this.last : this.twin() || elementIfAny("h1", this.root);
    if (target && !target.disabled) target.focus({preventScroll: true});
  }

  /** What has the same names in its `data-` attributes as the element that is gone. */
  twin() {
    const dataset = this.last?.dataset || {};
    const named = NAMES.flatMap((name) => (dataset[name] === undefined ? [] : [`[data-${name}="${CSS.escape(dataset[name])}"]`]));
    return named.length ? elementIfAny(named.join(""), this.root) : null;
  }
}
