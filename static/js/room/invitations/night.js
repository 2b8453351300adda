/** The room's game night, for whoever has a seat: asked for once, then the socket brings what is new. Draws nothing. */
import {getJson, post} from "../../kit/http.js";

export class Night {
  /** @param {{url: string, answerUrl: string, changed: () => void, get?: typeof getJson, send?: typeof post}} parts */
  constructor({url, answerUrl, changed, get = getJson, send = post}) {
    this.url = url;
    this.answerUrl = answerUrl;
    this.changed = changed;
    this.get = get;
    this.send = send;
    /** @type {?Wire.Night} */
    this.shown = null;
    this.asking = false;
    this.trouble = "";
  }

  /** Ask the server; what is shown stays where it cannot be asked. */
  async load() {
    try {
      this.heard((await this.get(this.url)).night);
    } catch (error) {
      // The next welcome asks again.
    }
  }

  /** @param {?Wire.Night} night */
  heard(night) {
    this.shown = night;
    this.changed();
  }

  /**
   * Say whether this person comes, and whether with somebody.
   * @param {"yes" | "maybe" | "no"} answer
   * @param {boolean} plus
   */
  async answer(answer, plus) {
    if (this.asking || !this.shown) return;
    this.asking = true;
    this.changed();
    const {ok, data} = await this.send(this.answerUrl, {answer, plus, starts: this.shown.starts});
    this.asking = false;
    this.trouble = ok ? "" : data.message;
    this.heard(ok ? /** @type {?Wire.Night} */ (data.night) : this.shown);
  }
}
