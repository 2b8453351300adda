/**
 * Keeps the focus on the page when a drawing takes away what had it: it goes to the same thing drawn anew, or to the heading.
 * What people do themselves (a press beside everything) is left alone.
 */
const NAMES = ["testid", "play", "card", "deck"];

export class FocusKeeper {
  constructor(root) {
    this.root = root;
    this.last = null; // what had the focus, unless its person has left it
    root.addEventListener("focusin", (event) => { this.last = event.target; });
    root.addEventListener("focusout", (event) => queueMicrotask(() => this.left(event.target)));
  }

  left(element) {
    const usable = element.isConnected && !element.disabled;
    if (usable && element === this.last && document.activeElement !== element) this.last = null;
  }

  /** After each drawing. A button that is only switched off for a moment keeps its place. */
  settle() {
    const {activeElement, body} = document;
    if (!this.last || (activeElement && activeElement !== body)) return;
    const target = this.last.isConnected ? this.last : this.twin() || this.root.querySelector("h1");
    if (target && !target.disabled) target.focus({preventScroll: true});
  }

  /** What has the same names in its `data-` attributes as the element that is gone. */
  twin() {
    const named = NAMES.filter((name) => this.last.dataset[name] !== undefined);
    if (!named.length) return null;
    return this.root.querySelector(named.map((name) => `[data-${name}="${CSS.escape(this.last.dataset[name])}"]`).join(""));
  }
}
