/**
 * What this page has not sent yet, kept for the next one: steps that wait, and text that was not added.
 *
 * It is kept by person and deck, each open page in a place of its own, so that two tabs do not overwrite each other. An open
 * page holds a Web Lock on its place; a place that nobody holds was left behind, and is taken over by the page that opens next.
 * Where a browser has no locks (pages without HTTPS), a page keeps things for its own tab alone.
 */

const AGAIN_MS = 300;
const TAB = "builder-tab";

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

export class Keeping {
  tab; locks; random; wait;

  /** `person` and `code` say whose, and of which deck; `tab` and `browser` are Stores; `locks` is navigator.locks, if any. */
  constructor({person, code, tab, browser, locks, random = Math.random, wait = pause}) {
    Object.assign(this, {tab, locks, random, wait});
    this.store = locks ? browser : tab;
    this.prefix = `builder.${person}.${code}.`;
    this.key = ""; // this page's place, once it is held
    this.kept = {steps: [], text: ""};
  }

  /** Hold a place, and resolve to what other pages left behind: [{steps, text}], this tab's own first. Never rejects. */
  async claim() {
    const own = `${this.prefix}${this.tabName()}`;
    if (!this.locks) return this.begin(own, []);
    if (await this.hold(own) || (await this.wait(AGAIN_MS), await this.hold(own))) return this.begin(own, await this.leftBehind(own));
    // A copy of a tab has its name, too.
    this.tab.remove(TAB);
    const other = `${this.prefix}${this.tabName()}`;
    await this.hold(other);
    return this.begin(other, await this.leftBehind(other));
  }

  begin(key, others) {
    this.key = key;
    const own = this.store.get(key);
    this.write();
    return [own, ...others].filter((one) => one && Array.isArray(one.steps));
  }

  /** Keep a change: {steps} or {text}. */
  keep(change) {
    Object.assign(this.kept, change);
    if (this.key) this.write();
  }

  write() {
    if (this.kept.steps.length || this.kept.text.trim()) this.store.set(this.key, this.kept);
    else this.store.remove(this.key);
  }

  tabName() {
    const known = this.tab.get(TAB) || this.random().toString(36).slice(2, 10);
    this.tab.set(TAB, known);
    return known;
  }

  /** Hold the lock on a place for as long as this page is open; resolves to whether nobody else has it. */
  hold(key) {
    return new Promise((done) => {
      this.locks.request(key, {ifAvailable: true}, (lock) => {
        done(Boolean(lock));
        return lock ? new Promise(() => {}) : null;
      }).catch(() => done(false));
    });
  }

  async leftBehind(own) {
    const found = [];
    for (const key of this.store.keys(this.prefix).filter((other) => other !== own)) {
      await this.locks.request(key, {ifAvailable: true}, (lock) => {
        if (!lock) return;
        found.push(this.store.get(key));
        this.store.remove(key);
      });
    }
    return found;
  }
}
