/** Questions to whoever decides at the table: may somebody have the seat back that they say is theirs, or a new one? Draws nothing. */
import {getJson, post} from "../../kit/http.js";
import {hosts} from "../roles.js";

/** @typedef {Wire.Ask} Ask  `player` of somebody whose seat it is, `name` and a look of somebody new */

export class Asks {
  /**
   * `asked` is called when there is a new question.
   * @param {{links: Pick<Room.Links, "asks" | "answer_ask">, changed: () => void, asked: (ask: Ask) => void, say: (text: string, look?: {kind: string}) => void,
   *   get?: (url: string) => Promise<{asks: Ask[]}>, send?: typeof post}} parts
   */
  constructor({links, changed, asked, say, get = getJson, send = post}) {
    this.links = links;
    this.changed = changed;
    this.asked = asked;
    this.say = say;
    this.get = get;
    this.send = send;
    /** @type {Ask[]} */
    this.list = [];
    this.sending = false;
  }

  /** Ask what there is to decide; what cannot be had stays as it was. */
  async load() {
    try {
      this.heard((await this.get(this.links.asks)).asks);
    } catch (error) {
      // The next welcome asks again.
    }
  }

  /** @param {Ask[]} list */
  heard(list) {
    const known = new Set(this.list.map(({id}) => id));
    this.list = list;
    for (const ask of list) if (!known.has(ask.id)) this.asked(ask);
    this.changed();
  }

  /** @type {(id: number, yes: boolean) => Promise<void>} */
  async answer(id, yes) {
    if (this.sending) return;
    this.sending = true;
    this.changed();
    const {ok, data} = await this.send(this.links.answer_ask, {id, yes});
    this.sending = false;
    this.say(data.message, {kind: ok ? "" : "bad"});
    this.heard(ok ? data.asks : this.list);
  }
}

/**
 * Whether this player may be asked something now: whoever hosts, and about the host's seat whoever has been here for longest.
 * @type {(table: Wire.Table, me: string) => boolean}
 */
export function mayDecide(table, me) {
  const others = Object.keys(table.players).filter((number) => number !== table.host && table.players[number].presence === "here");
  return hosts(table, me) || me === others.sort((a, b) => Number(a) - Number(b))[0];
}
