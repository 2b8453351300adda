/**
 * The host's invitations: what the server said of them, what the host has typed, and the requests in between.
 * Draws nothing; `changed` is called after every change.
 */
import {getJson, post, renewToken} from "../../kit/http.js";
import {tabStore} from "../../kit/storage.js";
import {Doubts} from "./doubts.js";
import {emptyDraft} from "./draft.js";
import {draftOf, NightDate} from "./night_date.js";
import {merged} from "./row.js";
import {keptWords, sentWords} from "./sending.js";
import {SigningIn} from "./signing_in.js";
import {gettext} from "../../kit/i18n.js";

const SAID_MS = 6000;
/** How often an open panel looks whether the host's address was confirmed meanwhile, in another tab. */
const LOOK_MS = 10000;

/**
 * People as they stand in the box, one in a line.
 * @param {Wire.Person[]} people
 */
export const asText = (people) => people.map(({name, email}) => (name ? `${name} <${email}>` : email)).join("\n");

/** @typedef {import("./draft.js").Draft} Draft @typedef {{text: string, why: string}} Refused  a piece of what was typed */

export class Guests {
  /**
   * `links` are those of the page; `isOpen` tells whether the panel is before somebody's eyes, `go` leads to another page.
   * @param {{links: Room.Links, changed: () => void, get?: typeof getJson, send?: typeof post, later?: SetTimer,
   *   isOpen?: () => boolean, store?: ConstructorParameters<typeof SigningIn>[0]["store"], go?: (url: string) => void, renew?: () => Promise<unknown>}} parts
   */
  constructor({links, changed, get = getJson, send = post, later = setTimeout, isOpen = () => false, store = tabStore(), go = (url) => location.assign(url),
    renew = renewToken}) {
    this.links = links;
    this.changed = changed;
    this.get = get;
    this.send = send;
    /** @type {SetTimer} */
    this.later = (run, ms) => later(run, ms);
    this.isOpen = isOpen;
    this.looking = false;
    this.doubts = new Doubts(this);
    this.signing = new SigningIn({guests: this, store, go, renew});
    /** @type {Wire.GuestList | "failed" | null} */
    this.list = null; // null before it came
    /** @type {Draft} */
    this.draft = emptyDraft();
    this.date = new NightDate(this);
    this.busy = "";
    /** @type {Refused[]} */
    this.refused = [];
    this.said = "";
    this.trouble = "";
    this.unanswered = false; // whether nobody knows what became of the last request
    /** @type {{id: number, link: string, qr: string} | null} */
    this.shown = null; // the guest whose link is open in the list
  }

  /** Whether letters are kept on this machine, so that nobody gets one. */
  get kept() {
    return this.known?.mail === "folder";
  }

  get invitations() {
    return this.known ? this.known.invitations : [];
  }

  /** The list, once it came. */
  get known() {
    return this.list === "failed" ? null : this.list;
  }

  /**
   * Bring the list up to date.
   * @param {Partial<Wire.GuestList>} news
   */
  learn(news) {
    if (this.known) this.list = {...this.known, ...news};
  }

  /** Ask the server for everything; also after a time without a connection. */
  async load() {
    try {
      this.take(await this.doubts.during(this.get(this.links.invitations)));
    } catch (error) {
      this.list = this.list || "failed";
    }
    this.changed();
    this.lookLater();
  }

  /** Whether the host may not invite yet, and could. */
  get waits() {
    return this.known !== null && (this.known.may === "sign_in" || this.known.may === "verify");
  }

  /** Go on looking for as long as the host has to confirm an address. */
  lookLater() {
    if (this.looking || !this.waits) return;
    this.looking = true;
    this.later(() => {
      this.looking = false;
      this.look();
      this.lookLater();
    }, LOOK_MS);
  }

  /** If the panel is open: see whether the address was confirmed, or somebody signed in, in another tab. */
  async look() {
    if (!this.waits || this.busy || !this.isOpen()) return;
    /** @type {?Wire.GuestList} */
    const list = await this.get(this.links.invitations).catch(() => null);
    if (!list || this.busy || list.may === this.known?.may) return;
    this.take(list);
    if (list.may !== "yes") return void this.changed();
    this.say(gettext("Your address is confirmed: the letters can go."));
  }

  /** @param {Wire.GuestList} list */
  take(list) {
    this.list = list;
    Object.assign(this.draft, this.signing.unpack());
    if (!this.waits) this.signing.step = "";
    if (!this.draft.language) this.draft.language = list.language;
    if (list.night && !this.draft.starts) Object.assign(this.draft, draftOf(list.night));
  }

  /**
   * One invitation changed somewhere: the socket said so.
   * @param {Wire.Invitation} invitation
   */
  heard(invitation) {
    this.doubts.hear(invitation);
    this.learn({invitations: merged(this.invitations, invitation)});
    this.changed();
  }

  /** @param {Partial<Draft>} change */
  write(change) {
    Object.assign(this.draft, change);
    if (["starts", "hours", "title", "place", "night_note"].some((name) => name in change)) this.date.forget();
    this.said = this.trouble = "";
    this.signing.keep();
    this.changed();
  }

  /**
   * Put people into the box whom it does not hold yet.
   * @param {Wire.Person[]} people
   */
  add(people) {
    const missing = people.filter(({email}) => !this.draft.addresses.toLowerCase().includes(email.toLowerCase()));
    this.write({addresses: [this.draft.addresses.trim(), asText(missing)].filter(Boolean).join("\n")});
  }

  async invite() {
    if (this.waits) return this.signing.show("email");
    const {addresses, note, language} = this.draft;
    const data = await this.ask("send", this.links.invite, {addresses, note, language});
    if (!data) return;
    this.draft.addresses = data.rest;
    this.signing.keep();
    this.refused = data.refused;
    for (const one of [...data.invitations].reverse()) this.learn({invitations: merged(this.invitations, one)});
    if (data.left) this.learn({left: data.left});
    const count = data.invitations.length;
    if (count && this.kept) this.say(keptWords(count, gettext("hand over the links in the list")));
    else this.say([sentWords(data.invitations), ...(data.plain ? [gettext("Links in your words are plain text, so that nobody takes them for a trap.")] : [])].join(" "));
  }

  /** @param {number} id */
  revoke = (id) => this.about("revoke", id);

  /**
   * Open the link of a guest, to copy or scan; the server is asked only now, because the link is the guest's seat.
   * @param {number} id
   */
  async showLink(id) {
    if (this.shown?.id === id) {
      this.shown = null;
      this.changed();
      return;
    }
    try {
      const {link} = await this.get(this.aboutUrl("guest_link", id));
      this.shown = {id, link, qr: this.aboutUrl("guest_qr", id)};
      this.trouble = "";
    } catch {
      Object.assign(this, {shown: null, trouble: gettext("There is no link to show just now. Please try again.")});
    }
    this.changed();
  }

  /**
   * The address of a request about one invitation.
   * @param {"invite_again" | "revoke" | "guest_link" | "guest_qr"} what
   * @param {number} id
   */
  aboutUrl = (what, id) => this.links[what].replace("/0/", `/${id}/`);

  /**
   * The invitation afterwards; null where that was refused.
   * @type {(what: "invite_again" | "revoke", id: number) => Promise<?Wire.Invitation>}
   */
  async about(what, id) {
    const data = await this.ask(`${what} ${id}`, this.aboutUrl(what, id));
    if (!data) return null;
    if (data.left) this.learn({left: data.left});
    this.learn({invitations: merged(this.invitations, data.invitation)});
    this.changed();
    return data.invitation;
  }

  /**
   * Say what was done, for as long as it takes to read it.
   * @param {string} said
   */
  say(said) {
    this.said = said;
    this.changed();
    this.later(() => {
      if (this.said !== said) return;
      this.said = "";
      this.changed();
    }, SAID_MS);
  }

  /**
   * One request at a time; its answer, or null when it was refused and `trouble` says why.
   * @param {string} busy
   * @param {string} url
   * @param {object} [body]
   */
  async ask(busy, url, body) {
    if (this.busy) return null;
    Object.assign(this, {busy, said: "", trouble: "", refused: []});
    this.changed();
    const {ok, status, data} = await this.doubts.during(this.send(url, body), (answer) => answer.data);
    Object.assign(this, {busy: "", unanswered: status === 0, trouble: ok ? "" : data.message, refused: data.refused || []});
    this.changed();
    return ok ? data : null;
  }
}
