/** Whether strangers find this room in the list of open rooms: what the host's switch shows and changes. Draws nothing. */
import {getJson, post} from "../../kit/http.js";

/** @typedef {{listed: boolean, why_not: string}} Wish  `why_not` says why the room cannot be in the list, "" where it can */

export class Listing {
  /**
   * @param {{links: Pick<Room.Links, "listing" | "list_room">, wish?: ?Wish, changed: () => void, say: (text: string, look?: {kind: string}) => void,
   *   get?: (url: string) => Promise<Wish>, send?: typeof post}} parts
   */
  constructor({links, wish = null, changed, say, get = getJson, send = post}) {
    this.links = links;
    this.changed = changed;
    this.say = say;
    this.get = get;
    this.send = send;
    /** @type {?Wish} */
    this.wish = wish; // null until it is known
  }

  async load() {
    try {
      this.wish = await this.get(this.links.listing);
    } catch (error) {
      return; // the next welcome asks again
    }
    this.changed();
  }

  /** @param {boolean} listed */
  async show(listed) {
    if (!this.wish) return;
    const before = this.wish;
    this.wish = {...before, listed};
    this.changed();
    const {ok, data} = await this.send(this.links.list_room, {listed});
    this.wish = ok ? {listed: data.listed, why_not: data.why_not} : before;
    if (!ok) this.say(data.message, {kind: "bad"});
    this.changed();
  }
}
