/**
 * Short messages that go by themselves. They are drawn where they can be seen and pressed: inside the open panel when there is
 * one, because everything behind it is inert, and in the top layer where the browser has one for them.
 */
import {html, nothing} from "../../lit/lit-html.js";
import {repeat} from "../../lit/directives/repeat.js";

const SHOWN_MS = 5000;
const MOST = 3;

export class Toasts {
  changed; announce; later;

  /** `announce(text)` tells it to people who listen; `changed()` asks for a new drawing. */
  constructor({changed, announce, later = (run, ms) => setTimeout(run, ms)}) {
    Object.assign(this, {changed, announce, later});
    this.list = []; // [{id, text, kind, action}], the newest last
    this.count = 0;
  }

  /** Say something; `kind` "bad" for what went wrong, `action` {label, testid, run} for a button beside it. "" says nothing. */
  say(text, {kind = "", action = null} = {}) {
    if (!text || this.list.some((other) => other.text === text)) return;
    this.count += 1;
    const id = this.count;
    this.list = [...this.list.slice(1 - MOST), {id, text, kind, action}];
    this.announce(text);
    this.later(() => this.drop(id), SHOWN_MS);
    this.changed();
  }

  drop(id) {
    this.list = this.list.filter((one) => one.id !== id);
    this.changed();
  }

  clear() {
    this.list = [];
    this.changed();
  }
}

function button(toasts, {id, action}) {
  return html`<button type="button" class="linkish" data-testid=${action.testid} @click=${() => {
    toasts.drop(id);
    action.run();
  }}>${action.label}</button>`;
}

/** The messages, for the end of a page or of an open panel. */
export function toastList(toasts) {
  return html`<div class="toasts" popover="manual" data-toasts>${repeat(toasts.list, (one) => one.id, (one) => html`<p class="toast ${one.kind}">${one.text}
    ${one.action ? button(toasts, one) : nothing}</p>`)}</div>`;
}

/** After a drawing: put what is to be seen above everything else. */
export function raiseToasts(root) {
  for (const place of root.querySelectorAll("[data-toasts]")) {
    if (!place.showPopover) continue;
    const shown = place.matches(":popover-open");
    const wanted = place.childElementCount > 0;
    if (wanted && !shown) place.showPopover();
    else if (!wanted && shown) place.hidePopover();
  }
}
