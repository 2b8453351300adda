/**
 * How a host without an account, or without a confirmed address, goes on inviting: their own address, and the code from
 * the letter there. Draws nothing.
 */

import {keyOf, stillGood, worthKeeping} from "./draft.js";

/** @typedef {{email: string, code: string}} Typed */
/** A code is good for so long. */
const CODE_MS = 600000;

export class SigningIn {
  /**
   * `store` keeps what was typed over a reload, and while another page asks for a second factor, to which `go` leads; `renew`
   * asks for the CSRF token that signing in has changed.
   * @param {{guests: Room.Tools["guests"], store: Pick<import("../../kit/storage.js").Store, "get" | "set" | "remove">, go: (url: string) => void, renew: () => Promise<unknown>, now?: () => number}} parts
   */
  constructor({guests, store, go, renew, now = Date.now}) {
    this.now = now;
    this.guests = guests;
    this.store = store;
    this.go = go;
    this.renew = renew;
    /** @type {"" | "email" | "code"} */
    this.step = "";
    this.email = "";
    this.code = "";
    this.until = 0; // ms by this device, when the last code ends
    this.unpacked = false;
  }

  get key() {
    return keyOf(this.guests.links);
  }

  /** Keep what was typed, and the step, but never the code. */
  keep(step = this.step) {
    const {guests: {draft, known}, email, until} = this;
    this.store.set(this.key, {draft: worthKeeping(draft, Boolean(known?.night)), step: {step, email, until}});
  }

  /** What was typed before the page came anew, once; null for nothing. The step stands where it stood. */
  unpack() {
    if (this.unpacked) return null;
    this.unpacked = true;
    const kept = this.store.get(this.key);
    if (kept?.step) Object.assign(this, stillGood(kept.step, this.now()));
    return kept?.draft;
  }

  /** @param {"" | "email" | "code"} step */
  show(step) {
    this.step = step;
    this.code = "";
    this.guests.write({});
  }

  /** @param {Partial<Typed>} change */
  write(change) {
    Object.assign(this, change);
    this.guests.write({});
  }

  async sendCode() {
    const {guests, until} = this;
    this.until = this.now() + CODE_MS;
    this.keep("code"); // the letter may come before the answer does, and the page anew in between
    const data = await guests.ask("code", guests.links.send_code, {email: this.email});
    if (data) return this.show("code");
    if (guests.unanswered) return; // a page that goes hears this, too; the code may be in the mailbox
    this.until = until;
    this.keep();
  }

  /** Sign in with the code, and send the letters. */
  async confirm() {
    const {guests} = this;
    const data = await guests.ask("confirm", guests.links.confirm_code, {code: this.code});
    if (!data) return;
    this.show("");
    if (data.next) return void this.go(data.next);
    await this.renew();
    await guests.load();
    if (guests.known?.may === "yes" && guests.draft.addresses.trim()) await guests.invite();
  }
}
