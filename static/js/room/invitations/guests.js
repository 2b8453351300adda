/**
 * The host's invitations: what the server said of them, what the host has typed, and the requests in between.
 * Draws nothing; `changed` is called after every change.
 */
import {getJson, post} from "../../kit/http.js";
import {counted} from "../../kit/words.js";

const SAID_MS = 6000;

/** The list with `news` in it: in its place, or at the top when it is new. */
export function merged(invitations, news) {
  if (!invitations.some((one) => one.id === news.id)) return [news, ...invitations];
  return invitations.map((one) => (one.id === news.id ? news : one));
}

/** People as they stand in the box, one in a line. */
export const asText = (people) => people.map(({name, email}) => (name ? `${name} <${email}>` : email)).join("\n");

/** "2026-11-27T20:00" on this device's clock, for a field of the kind datetime-local. */
export function wallClock(ms) {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60000);
  return local.toISOString().slice(0, 16);
}

export class Guests {
  links; changed; get; send; later;

  /** `links` are those of the page; in invite_again and revoke "0" stands for the invitation's id. */
  constructor({links, changed, get = getJson, send = post, later = (run, ms) => setTimeout(run, ms)}) {
    Object.assign(this, {links, changed, get, send, later});
    this.list = null; // the server's list document, "failed", or null before it came
    this.draft = {addresses: "", note: "", language: "", starts: "", hours: 3};
    this.busy = "";
    this.refused = [];
    this.said = "";
    this.trouble = "";
  }

  get invitations() {
    return this.list && this.list.invitations ? this.list.invitations : [];
  }

  /** Ask the server for everything; also after a time without a connection. */
  async load() {
    try {
      this.take(await this.get(this.links.invitations));
    } catch (error) {
      this.list = this.list || "failed";
    }
    this.changed();
  }

  take(list) {
    this.list = list;
    if (!this.draft.language) this.draft.language = list.language;
    if (list.night && !this.draft.starts) Object.assign(this.draft, {starts: wallClock(list.night.starts), hours: list.night.hours});
  }

  /** One invitation changed somewhere: the socket said so. */
  heard(invitation) {
    if (!this.list || !this.list.invitations) return;
    this.list = {...this.list, invitations: merged(this.list.invitations, invitation)};
    this.changed();
  }

  write(change) {
    Object.assign(this.draft, change);
    this.said = this.trouble = "";
    this.changed();
  }

  /** Put people into the box whom it does not hold yet. */
  add(people) {
    const missing = people.filter(({email}) => !this.draft.addresses.toLowerCase().includes(email.toLowerCase()));
    this.write({addresses: [this.draft.addresses.trim(), asText(missing)].filter(Boolean).join("\n")});
  }

  async invite() {
    const {addresses, note, language} = this.draft;
    const data = await this.ask("send", this.links.invite, {addresses, note, language});
    if (!data) return;
    this.draft.addresses = data.rest;
    this.refused = data.refused;
    for (const one of [...data.invitations].reverse()) this.list = {...this.list, invitations: merged(this.invitations, one)};
    if (data.left) this.list = {...this.list, left: data.left};
    const count = data.invitations.length;
    this.say(count ? `${counted(count, "letter is", "letters are")} on the way.` : "");
  }

  again = (id) => this.about("invite_again", id);

  revoke = (id) => this.about("revoke", id);

  async about(what, id) {
    const data = await this.ask(`${what} ${id}`, this.links[what].replace("/0/", `/${id}/`));
    if (!data) return;
    if (data.left) this.list = {...this.list, left: data.left};
    this.heard(data.invitation);
  }

  async setNight() {
    const {starts, hours} = this.draft;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    this.nightIs(await this.ask("night", this.links.night, {starts, hours, zone}), "The date is set");
  }

  async cancelNight() {
    this.nightIs(await this.ask("night", this.links.cancel_night), "The night is called off");
  }

  nightIs(data, done) {
    if (!data) return;
    this.list = {...this.list, night: data.night};
    if (!data.night) this.draft.starts = "";
    this.say(`${done}${data.letters ? `; ${counted(data.letters, "letter tells", "letters tell")} of it` : ""}.`);
  }

  /** Say what was done, for as long as it takes to read it. */
  say(said) {
    this.said = said;
    this.changed();
    this.later(() => {
      if (this.said !== said) return;
      this.said = "";
      this.changed();
    }, SAID_MS);
  }

  /** One request at a time; its answer, or null when it was refused and `trouble` says why. */
  async ask(busy, url, body) {
    if (this.busy) return null;
    Object.assign(this, {busy, said: "", trouble: "", refused: []});
    this.changed();
    const {ok, data} = await this.send(url, body);
    Object.assign(this, {busy: "", trouble: ok ? "" : data.message, refused: data.refused || []});
    this.changed();
    return ok ? data : null;
  }
}
