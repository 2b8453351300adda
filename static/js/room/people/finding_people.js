/** People of a crowd whom somebody looks for by name, or all of them: its list has room for a few alone. */
import {getJson} from "../../kit/http.js";
import {debounce} from "../../kit/schedule.js";

const PAUSE = 250;

export class FindingPeople {
  /**
   * `soon` makes a function that runs once nobody has called it for a while.
   * @param {{url: string, changed: () => void, get?: (url: string) => Promise<{people: Room.Found[], more: number}>, soon?: typeof debounce}} parts
   */
  constructor({url, changed, get = getJson, soon = debounce}) {
    this.url = url;
    this.changed = changed;
    this.get = get;
    this.soon = soon(() => this.look(), PAUSE);
    this.typed = "";
    /** @type {?Room.Found[]} */
    this.people = null; // null before the first answer
    this.more = 0;
    this.listed = false; // whether everybody was asked for
  }

  /** Ask who is here. Resolves when it is known. */
  list() {
    this.typed = "";
    this.listed = true;
    return this.look();
  }

  /** @param {string} typed */
  type(typed) {
    this.typed = typed.trim();
    if (!this.typed || this.listed) this.people = null;
    this.listed = false;
    this.soon();
    this.changed();
  }

  /** Ask who is called like that. Resolves when it is known; an answer to what was typed before counts for nothing. */
  async look() {
    const {typed} = this;
    if (!typed && !this.listed) return;
    let found;
    try {
      found = await this.get(`${this.url}?q=${encodeURIComponent(typed)}`);
    } catch (error) {
      return;
    }
    if (typed !== this.typed) return;
    this.people = found.people;
    this.more = found.more;
    this.changed();
  }
}
