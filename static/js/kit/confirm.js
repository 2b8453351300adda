/**
 * Buttons that ask "really?" once before they act. The second press counts only 600 ms after the first, because a double
 * tap is one wish; after five seconds the question is withdrawn.
 */
import {html, nothing} from "../../lit/lit-html.js";

const IGNORED_MS = 600;
const ASKED_MS = 5000;

/**
 * @typedef {(run: () => void, ms: number) => void} Later  runs something after so many ms
 * @typedef {{key: string, label: unknown, sure: unknown, act: () => void, testid?: string, extra?: string, disabled?: boolean, about?: string}} Question
 */

export class Confirmation {
  /** @param {{changed: () => void, now?: () => number, later?: Later}} parts */
  constructor({changed, now = () => performance.now(), later = (run, ms) => setTimeout(run, ms)}) {
    this.changed = changed;
    this.now = now;
    this.later = later;
    this.key = ""; // the button that asks
    this.since = 0;
  }

  /**
   * A press of the button called `key`: it asks, or does what it asked.
   * @param {string} key
   * @param {() => void} act
   */
  press(key, act) {
    if (this.key !== key) {
      this.ask(key);
    } else if (this.now() - this.since >= IGNORED_MS) {
      this.forget();
      act();
    }
  }

  /** @param {string} key */
  ask(key) {
    const since = this.now();
    this.key = key;
    this.since = since;
    this.later(() => this.since === since && this.forget(), ASKED_MS);
    this.changed();
  }

  forget() {
    if (!this.key) return;
    this.key = "";
    this.changed();
  }
}

/**
 * The button: `sure` is its label while it asks, `extra` more classes, `about` whom it is about, for who does not see the row.
 * @param {Confirmation} confirmation
 * @param {Question} question
 */
export function twoStep(confirmation, {key, label, sure, act, testid = key, extra = "", disabled = false, about = ""}) {
  const asks = confirmation.key === key;
  return html`<button type="button" class="quiet ${asks ? "danger" : ""} ${extra}" data-testid=${testid} ?disabled=${disabled}
    @click=${() => confirmation.press(key, act)}>${asks ? sure : label}${about ? html`<span class="sr"> ${about}</span>` : nothing}</button>`;
}
