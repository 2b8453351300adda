/** The sounds of a page: which of them its person wants, and when they are played. What is wanted is remembered in this browser. */
import {Synth} from "../../kit/sound.js";
import {LASTS, NOTES} from "./notes.js";
import {soundsFor, ticksOf} from "./moments.js";

/** @typedef {{table: boolean, turn: boolean}} Wanted  the sounds of the table; the one that says that it is this person's turn */

export class Sounds {
  /**
   * `usual`: what is wanted by who has chosen nothing; `key`: under which name the choice is kept.
   * @param {{synth: import("../../kit/sound.js").Synth, store: import("../../kit/storage.js").Store, key: string, usual: Wanted, now: () => number,
   *   changed?: () => void, later?: SetTimer, cancel?: (timer: any) => void}} parts
   */
  constructor({synth, store, key, usual, now, changed = () => {}, later = setTimeout, cancel = clearTimeout}) {
    this.synth = synth;
    this.store = store;
    this.key = key;
    this.now = now;
    this.changed = changed;
    /** @type {SetTimer} */
    this.later = (run, ms) => later(run, ms);
    this.cancel = (/** @type {any} */ timer) => cancel(timer);
    /** @type {Wanted} */
    this.wanted = {...usual, ...store.get(key)};
    /** @type {unknown[]} */
    this.ticks = [];
  }

  /** Whether something is wanted that the browser holds back until somebody taps the page. */
  get blocked() {
    return (this.wanted.table || this.wanted.turn) && !this.synth.ready;
  }

  /** Somebody has touched the page: from now on sounds are allowed. */
  async touched() {
    if (!this.blocked) return;
    await this.synth.wake();
    this.changed();
  }

  /** @type {(name: keyof Wanted, on: boolean) => Promise<void>} */
  async want(name, on) {
    this.wanted[name] = on;
    this.store.set(this.key, this.wanted);
    if (on && await this.synth.wake()) this.play([name === "turn" ? "turn" : "land"]);
    this.changed();
  }

  /** @param {import("./notes.js").SoundName[]} names */
  play(names) {
    let wait = 0;
    for (const name of names) {
      this.synth.play(NOTES[name], wait);
      wait += LASTS[name] || 0;
    }
  }

  /** @type {(old: import("./moments.js").Documents, docs: import("./moments.js").Documents, log: Wire.LogEntry[]) => void} */
  heard(old, docs, log) {
    this.play(soundsFor(old, docs, log).filter((name) => (name === "turn" ? this.wanted.turn : this.wanted.table)));
    this.ticks.forEach(this.cancel);
    this.ticks = docs.table ? ticksOf(docs.table, this.now()).map((ms) => this.later(() => this.wanted.table && this.play(["tick"]), ms)) : [];
  }
}

/** @typedef {{store: import("../../kit/storage.js").Store, now: () => number, changed: () => void}} Around */

/**
 * Let there be sound after each touch of the page, which is when browsers allow it.
 * @param {Sounds} sounds
 */
function withTouches(sounds) {
  for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, () => sounds.touched());
  return sounds;
}

/** On a phone: what says that it is one's turn, and nothing else. @param {Around} around */
export const phoneSounds = (around) => withTouches(new Sounds({...around, synth: new Synth(), key: "sounds", usual: {table: false, turn: true}}));

/** On the big screen: everything that everybody may hear. @param {Around} around */
export const screenSounds = (around) => withTouches(new Sounds({...around, synth: new Synth(), key: "screen-sounds", usual: {table: true, turn: false}}));
