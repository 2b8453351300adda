/**
 * What people tell each other beside the game: faces, phrases, a chat. Nobody needs it in the first seconds: it is fetched
 * when a game runs, when somebody says something, or once a lobby has been open for a while, unless the browser saves data.
 */
import {bringSheet} from "../../kit/sheet.js";
import {savesData} from "../later.js";

const QUIET_MS = 5000;
const AGAIN_MS = 3000;

/** @typedef {() => Promise<{Talk: typeof import("./talk.js").Talk}>} LoadTalk */

export class Beside {
  /** @param {Room.TalkParts & {report: (error: unknown) => void, load: LoadTalk, sheet?: string, setTimer?: SetTimer, saves?: () => boolean}} parts  `load` fetches it, `sheet` is the address of its style sheet */
  constructor(parts) {
    this.parts = parts;
    this.saves = parts.saves || savesData;
    /** @type {SetTimer} */
    this.setTimer = parts.setTimer || ((run, delay) => setTimeout(run, delay));
    /** @type {?import("./talk.js").Talk} */
    this.talk = null;
    /** @type {?Promise<void>} */
    this.coming = null;
    this.waits = false;
  }

  /**
   * The row of faces in the dock, once it is there.
   * @param {Room.Model} room
   */
  row(room) {
    return this.talk?.row(room);
  }

  /** @param {Wire.Reactions | Wire.NewsOfTalk} message */
  async heard(message) {
    await this.bring();
    this.talk?.heard(message);
  }

  /** @param {?Wire.Table} table */
  follow(table) {
    if (!table || this.talk) return;
    if (table.phase !== "lobby") this.bring();
    else if (!this.waits && !this.saves()) {
      this.waits = true;
      this.setTimer(() => this.bring(), QUIET_MS);
    }
  }

  /** Fetch it; what is lost on the way is asked for again when it is needed, a moment later. */
  bring() {
    this.coming ??= Promise.all([this.parts.load(), this.parts.sheet && bringSheet(this.parts.sheet)]).then(([{Talk}]) => {
      this.talk = new Talk(this.parts);
      this.parts.changed();
    }).catch((error) => {
      this.parts.report(error);
      this.setTimer(() => Object.assign(this, {coming: null}), AGAIN_MS);
    });
    return this.coming;
  }
}
