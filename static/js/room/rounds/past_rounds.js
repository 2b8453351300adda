/** The rounds that were judged in this room, newest first. Asks for those that are not here yet, one question at a time. */
import {getJson} from "../../kit/http.js";

export class PastRounds {
  /** @param {{url: string, changed: () => void, get?: (url: string) => Promise<{rounds: Wire.PastRound[]}>}} parts */
  constructor({url, changed, get = getJson}) {
    this.url = url;
    this.changed = changed;
    this.get = get;
    /** @type {?Wire.PastRound[]} */
    this.rounds = null; // null before the first answer
    this.failed = false;
    /** @type {?Promise<void>} */
    this.asking = null;
  }

  /** What views read: the rounds, "failed" where none could be had, or null while the first answer is on its way. */
  get shown() {
    return this.rounds || (this.failed ? "failed" : null);
  }

  /**
   * Ask for what is missing, or for all of it `anew`: likes come to a round after its verdict. Resolves when it is here; never rejects.
   */
  load(anew = false) {
    this.asking = this.asking || this.ask(anew).finally(() => { this.asking = null; });
    return this.asking;
  }

  /** @param {boolean} anew */
  async ask(anew) {
    if (this.failed) {
      this.failed = false;
      this.changed();
    }
    try {
      const {rounds} = await this.get(anew ? this.url : this.address());
      this.rounds = [...rounds, ...((!anew && this.rounds) || [])];
    } catch (error) {
      this.failed = true;
    }
    this.changed();
  }

  address() {
    const newest = this.rounds && this.rounds[0];
    return newest ? `${this.url}?after=${newest.game}.${newest.round}` : this.url;
  }
}
