/**
 * Short messages that go by themselves. They are drawn where they can be seen and pressed: inside the open panel when there is
 * one, because everything behind it is inert, and in the top layer where the browser has one for them.
 */
import {html, nothing} from "../../lit/lit-html.js";
import {repeat} from "../../lit/directives/repeat.js";
import {elements} from "./dom.js";

const SHOWN_MS = 5000;
const MOST = 3;

/**
 * @typedef {{label: string, testid: string, run: () => void}} Action  a button beside a message
 * @typedef {{id: number, text: string, kind: string, action: ?Action}} Toast
 */

export class Toasts {
  /**
   * `announce(text)` tells it to people who listen; `changed()` asks for a new drawing.
   * @param {{changed: () => void, announce: (text: string) => void, later?: import("./confirm.js").Later}} parts
   */
  constructor({changed, announce, later = (run, ms) => setTimeout(run, ms)}) {
    this.changed = changed;
    this.announce = announce;
    this.later = later;
    /** @type {Toast[]} */
    this.list = []; // the newest last
    this.count = 0;
  }

  /**
   * Say something; `kind` "bad" for what went wrong. "" says nothing.
   * @param {string} text
   * @param {{kind?: string, action?: ?Action}} [more]
   */
  say(text, {kind = "", action = null} = {}) {
    if (!text || this.list.some((other) => other.text === text)) return;
    this.count += 1;
    const id = this.count;
    this.list = [...this.list.slice(1 - MOST), {id, text, kind, action}];
    this.announce(text);
    this.later(() => this.drop(id), SHOWN_MS);
    this.changed();
  }

  /** @param {number} id */
  drop(id) {
    this.list = this.list.filter((one) => one.id !== id);
    this.changed();
  }

  clear() {
    this.list = [];
    this.changed();
  }
}

/** @type {(toasts: Toasts, id: number, action: Action) => unknown} */
function button(toasts, id, action) {
  return html`<button type="button" class="linkish" data-testid=${action.testid} @click=${() => {
    toasts.drop(id);
    action.run();
  }}>${action.label}</button>`;
}

/**
 * The messages, for the end of a page or of an open panel.
 * @param {Toasts} toasts
 */
export function toastList(toasts) {
  return html`<div class="toasts" popover="manual" data-toasts>${repeat(toasts.list, (one) => one.id, (one) => html`<p class="toast ${one.kind}">${one.text}
    ${one.action ? button(toasts, one.id, one.action) : nothing}</p>`)}</div>`;
}

/**
 * After a drawing: put what is to be seen above everything else.
 * @param {HTMLElement} root
 */
export function raiseToasts(root) {
  for (const place of elements("[data-toasts]", root)) {
    if (!place.showPopover) continue;
    const shown = place.matches(":popover-open");
    const wanted = place.childElementCount > 0;
    if (wanted && !shown) place.showPopover();
    else if (!wanted && shown) place.hidePopover();
  }
}
