/** People whom the host has removed from this room, for the host's menu: who they are, and letting them in again. */
import {getJson, post} from "../../kit/http.js";

/** @typedef {{player: string, name: string}} Person */

export class Removed {
  /**
   * `say` shows a message; `get` and `send` are those of http.js.
   * @param {{links: Pick<Room.Links, "removed" | "let_in">, changed: () => void, say: (text: string, look?: {kind: string}) => void,
   *   get?: (url: string) => Promise<{removed: Person[]}>, send?: typeof post}} parts
   */
  constructor({links, changed, say, get = getJson, send = post}) {
    this.links = links;
    this.changed = changed;
    this.say = say;
    this.get = get;
    this.send = send;
    /** @type {Person[]} */
    this.people = [];
  }

  /** Ask who they are. Resolves when it is known; what cannot be had stays as it was. */
  async load() {
    try {
      this.people = (await this.get(this.links.removed)).removed;
    } catch (error) {
      return;
    }
    this.changed();
  }

  /** @param {string} player */
  async letIn(player) {
    const {ok, data} = await this.send(this.links.let_in, {player});
    if (ok) this.people = data.removed;
    this.say(data.message, {kind: ok ? "" : "bad"});
    this.changed();
  }
}
