/**
 * Buttons that ask "really?" once before they act. The second press counts only 600 ms after the first, because a double
 * tap is one wish; after five seconds the question is withdrawn.
 */
import {html} from "../../lit/lit-html.js";

const IGNORED_MS = 600;
const ASKED_MS = 5000;

export class Confirmation {
  changed; now; later;

  constructor({changed, now = () => performance.now(), later = (run, ms) => setTimeout(run, ms)}) {
    Object.assign(this, {changed, now, later});
    this.key = ""; // the button that asks
    this.since = 0;
  }

  /** A press of the button called `key`: it asks, or does what it asked. */
  press(key, act) {
    if (this.key !== key) {
      this.ask(key);
    } else if (this.now() - this.since >= IGNORED_MS) {
      this.forget();
      act();
    }
  }

  ask(key) {
    const since = this.now();
    Object.assign(this, {key, since});
    this.later(() => this.since === since && this.forget(), ASKED_MS);
    this.changed();
  }

  forget() {
    if (!this.key) return;
    this.key = "";
    this.changed();
  }
}

/** The button: {key, label, sure: its label while it asks, act, testid, extra: more classes, disabled}. */
export function twoStep(confirmation, {key, label, sure, act, testid = key, extra = "", disabled = false}) {
  const asks = confirmation.key === key;
  return html`<button type="button" class="quiet ${asks ? "danger" : ""} ${extra}" data-testid=${testid} ?disabled=${disabled}
    @click=${() => confirmation.press(key, act)}>${asks ? sure : label}</button>`;
}
