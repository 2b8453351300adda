/** Reads cards aloud with the voice of the browser, where it has one and somebody at the screen has switched it on. */
import {sentence} from "../../kit/text.js";
import {bestOf} from "../rounds/deciding.js";
import {cardsOf, languageOf, nameOf} from "../roles.js";

/**
 * What is read when the documents change: the question, a fresh answer inside it, and who wins. Pure.
 * @type {(old: ?Wire.Table, table: Wire.Table, log: Wire.LogEntry[]) => string[]}
 */
export function spoken(old, table, log) {
  const {black_card: black} = table;
  if (!old || !black) return [];
  /** @param {string} [play] */
  const read = (play) => sentence(black, cardsOf(table, play)).replace(/_+/g, "\u2026");
  const turned = log.filter(({type}) => type === "revealed");
  const begins = old.phase !== table.phase || old.round !== table.round;
  if (table.phase === "playing" && (begins || old.black_card?.text !== black.text)) return [read()];
  if (begins && table.phase === "round_over") return bestOf(table).flatMap(({play, player}) => [read(play), nameOf(table, player)]);
  return turned.length === 1 ? [read(turned[0].play)] : [];
}

export class Reader {
  /** @param {{store: import("../../kit/storage.js").Store, changed: () => void, voice?: ?SpeechSynthesis}} parts */
  constructor({store, changed, voice = window.speechSynthesis || null}) {
    this.store = store;
    this.changed = changed;
    this.voice = voice;
    this.on = Boolean(voice) && store.get("reads-aloud") === true;
  }

  /** Whether this browser has a voice at all. */
  get able() {
    return Boolean(this.voice);
  }

  /** @param {boolean} on */
  want(on) {
    this.on = on;
    this.store.set("reads-aloud", on);
    if (!on) this.voice?.cancel();
    this.changed();
  }

  /** @type {(old: ?Wire.Table, table: Wire.Table, log: Wire.LogEntry[]) => void} */
  heard(old, table, log) {
    const texts = this.on ? spoken(old, table, log) : [];
    if (!texts.length || !this.voice) return;
    this.voice.cancel(); // what is said by now is of the moment before
    for (const text of texts) {
      const said = new SpeechSynthesisUtterance(text);
      said.lang = languageOf(table) || "";
      this.voice.speak(said);
    }
  }
}
