/**
 * What this page has not sent yet, kept for the next one: steps that wait, text that was not added, what was not taken.
 *
 * It is kept by person and deck, each open page in a place of its own, so that two tabs do not overwrite each other. An open
 * page holds a Web Lock on its place; a place that nobody holds was left behind, and is taken over by the page that opens next.
 * Where a browser has no locks (pages without HTTPS), a page keeps things for its own tab alone.
 */

const AGAIN_MS = 300;
const TAB = "builder-tab";

/** @type {(ms: number) => Promise<void>} */
const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/**
 * @typedef {import("../kit/storage.js").Store} Store
 * @typedef {{steps: Builder.Step[], text: string, held?: Builder.Held[]}} Kept
 */

/**
 * Hold the lock on a place for as long as this page is open; resolves to whether nobody else has it.
 * @type {(locks: LockManager, key: string) => Promise<boolean>}
 */
function hold(locks, key) {
  return new Promise((done) => {
    locks.request(key, {ifAvailable: true}, (lock) => {
      done(Boolean(lock));
      return lock ? new Promise(() => {}) : null;
    }).catch(() => done(false));
  });
}

export class Keeping {
  /**
   * `person` and `code` say whose, and of which deck; `locks` is navigator.locks, if any.
   * @param {{person: number, code: string, tab: Store, browser: Store, locks?: LockManager, random?: () => number, wait?: typeof pause}} parts
   */
  constructor({person, code, tab, browser, locks, random = Math.random, wait = pause}) {
    this.tab = tab;
    this.locks = locks;
    this.random = random;
    this.wait = wait;
    this.store = locks ? browser : tab;
    this.prefix = `builder.${person}.${code}.`;
    this.key = ""; // this page's place, once it is held
    /** @type {Kept} */
    this.kept = {steps: [], text: ""};
  }

  /** Hold a place, and resolve to what other pages left behind: [{steps, text}], this tab's own first. Never rejects. */
  async claim() {
    const own = `${this.prefix}${this.tabName()}`;
    const {locks} = this;
    if (!locks) return this.begin(own, []);
    if (await hold(locks, own) || (await this.wait(AGAIN_MS), await hold(locks, own))) return this.begin(own, await this.leftBehind(locks, own));
    // A copy of a tab has its name, too.
    this.tab.remove(TAB);
    const other = `${this.prefix}${this.tabName()}`;
    await hold(locks, other);
    return this.begin(other, await this.leftBehind(locks, other));
  }

  /** @type {(key: string, others: (?Kept)[]) => Kept[]} */
  begin(key, others) {
    this.key = key;
    const own = this.store.get(key);
    this.write();
    return [own, ...others].filter((one) => one !== null && Array.isArray(one.steps));
  }

  /**
   * Keep a change: {steps}, {text} or {held}.
   * @param {Partial<Kept>} change
   */
  keep(change) {
    Object.assign(this.kept, change);
    if (this.key) this.write();
  }

  write() {
    if (this.kept.steps.length || this.kept.text.trim() || this.kept.held?.length) this.store.set(this.key, this.kept);
    else this.store.remove(this.key);
  }

  tabName() {
    const known = this.tab.get(TAB) || this.random().toString(36).slice(2, 10);
    this.tab.set(TAB, known);
    return known;
  }

  /** @type {(locks: LockManager, own: string) => Promise<(?Kept)[]>} */
  async leftBehind(locks, own) {
    /** @type {(?Kept)[]} */
    const found = [];
    for (const key of this.store.keys(this.prefix).filter((other) => other !== own)) {
      await locks.request(key, {ifAvailable: true}, (lock) => {
        if (!lock) return;
        found.push(this.store.get(key));
        this.store.remove(key);
      });
    }
    return found;
  }
}
