/** What follows after a game: its recap and the letters with it, and the room where the same group goes on. Draws nothing. */
import {post} from "../../kit/http.js";
import {share} from "../../kit/share.js";
import {gettext} from "../../kit/i18n.js";

export class Evening {
  /**
   * @param {{links: Pick<Room.Links, "make_recap">, again?: ?Wire.Again, changed: () => void, say: (text: string, look?: {kind: string}) => void,
   *   send?: typeof post, hand?: typeof share}} parts
   */
  constructor({links, again = null, changed, say, send = post, hand = share}) {
    this.links = links;
    this.changed = changed;
    this.say = say;
    this.send = send;
    this.hand = hand;
    /** @type {?Wire.Again} */
    this.again = again;
    /** @type {Map<number, Room.Recap>} */
    this.recaps = new Map(); // by the number of the game
    this.busy = false;
  }

  /** @param {Wire.Again} again */
  heard(again) {
    this.again = again;
    this.say(gettext("%(name)s has opened the next room", {name: again.by}));
    this.changed();
  }

  /** @param {number} game */
  async make(game) {
    const data = await this.ask(this.links.make_recap, game);
    if (data) this.recaps.set(game, {url: data.url, picture: data.picture});
    this.changed();
  }

  /** @param {number} game */
  async mail(game) {
    const data = await this.ask(`${this.links.make_recap}letters/`, game);
    if (data) this.say(data.message);
    this.changed();
  }

  /** @param {Room.Recap} recap */
  async share({url}) {
    if (await this.hand({title: gettext("Cards Against Django"), url}) === "copied") this.say(gettext("Link copied"));
  }

  /**
   * What the address answers, null for a refusal, which is told.
   * @type {(url: string, game: number) => Promise<?Record<string, any>>}
   */
  async ask(url, game) {
    if (this.busy) return null;
    this.busy = true;
    this.changed();
    const {ok, data} = await this.send(url, {game});
    this.busy = false;
    if (!ok) this.say(data.message, {kind: "bad"});
    return ok ? data : null;
  }
}
