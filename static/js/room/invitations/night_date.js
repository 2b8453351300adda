/** The date of a host's game night: what the form says of it, and the requests that set, move and end it. Draws nothing. */
import {keptWords} from "./sending.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/**
 * @typedef {{starts: string, hours: number, zone: string, title: string, place: string, note: string, plus_one: boolean}} Wish  a date as the host set it
 * @typedef {{wish: Wish, reason: string, letters: number, answers: number}} Moving  what moving the night would do
 * @typedef {"place" | "minutes" | "title" | "note"} Told  what guests may be told of beside the date
 * @typedef {{wish: Wish, letters: number, changed: Told[]}} Telling  what guests would be told
 */

/**
 * "2026-11-27T20:00" on this device's clock, for a field of the kind datetime-local.
 * @param {number} ms
 */
function wallClock(ms) {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60000);
  return local.toISOString().slice(0, 16);
}

/**
 * What the form of a night begins with.
 * @param {Wire.Night} night
 */
export const draftOf = ({starts, note, ...same}) => ({starts: wallClock(starts), night_note: note, hours: same.hours, title: same.title, place: same.place, plus_one: same.plus_one});

export class NightDate {
  /** @param {Room.Tools["guests"]} guests */
  constructor(guests) {
    this.guests = guests;
    /** @type {Moving | null} */
    this.moving = null; // while the host is asked
    /** @type {Telling | null} */
    this.telling = null; // the same
  }

  /** Set the date that stands in the form; before guests hear of a change the host is asked. */
  async set() {
    const {starts, hours, title, place, night_note: note, plus_one} = this.guests.draft;
    const wish = {starts, hours, title, place, note, plus_one, zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"};
    if (!this.guests.known?.night) return this.becomes(await this.guests.ask("night", this.guests.links.night, wish), gettext("The date is set"));
    const plan = await this.guests.ask("night", this.guests.links.night, {...wish, dry_run: true});
    if (!plan) return undefined;
    if (plan.change === "same") {
      this.telling = {wish, letters: plan.letters, changed: plan.changed};
      return plan.letters && !this.guests.kept ? this.guests.changed() : this.save(false);
    }
    this.moving = {wish, reason: "", letters: plan.letters, answers: plan.answers};
    return this.guests.changed();
  }

  /** Move the night as the host was asked. */
  async move() {
    if (!this.moving) return;
    const {wish, reason} = this.moving;
    this.becomes(await this.guests.ask("night", this.guests.links.night, {...wish, reason}), gettext("The night is moved"));
  }

  /**
   * Save what has changed beside the date.
   * @param {boolean} tell  whether guests get a letter of it
   */
  async save(tell) {
    if (!this.telling) return;
    const {wish, letters} = this.telling;
    const alone = letters && this.guests.kept ? gettext("Saved; this machine sends no mail, so tell your guests yourself") : gettext("Saved; the date is the same, so no letter goes");
    this.becomes(await this.guests.ask("night", this.guests.links.night, {...wish, tell}), tell ? gettext("Saved") : alone);
  }

  /** @param {string} reason  why the night is moved, for the letters */
  because(reason) {
    if (this.moving) this.moving.reason = reason;
  }

  /** Leave the date as it is. */
  stay() {
    this.forget();
    this.guests.changed();
  }

  /** What the host was asked is not so any more. */
  forget() {
    this.moving = this.telling = null;
  }

  /** Call the night off. */
  async cancel() {
    this.becomes(await this.guests.ask("night", this.guests.links.cancel_night), gettext("The night is called off"));
  }

  /** Send the news again to all who missed it. */
  async tellAgain() {
    const data = await this.guests.ask("tell_again", this.guests.links.night_again);
    if (!data) return;
    this.guests.learn({invitations: data.invitations});
    this.guests.say(this.guests.kept ? keptWords(data.letters, gettext("tell them yourself")) : ngettext("%(count)s letter is on the way again.", "%(count)s letters are on the way again.", data.letters));
  }

  /**
   * @param {?{night?: ?Wire.Night, invitations?: Wire.Invitation[], letters?: number}} data  null where it was refused
   * @param {string} done
   */
  becomes(data, done) {
    if (!data) return;
    this.forget();
    this.guests.learn({night: data.night, invitations: data.invitations});
    if (!data.night) this.guests.draft.starts = "";
    const {letters = 0} = data;
    if (letters && this.guests.kept) this.guests.say(`${done}. ${keptWords(letters, gettext("tell your guests yourself"))}`);
    else this.guests.say(letters ? ngettext("%(done)s; %(count)s letter tells of it.", "%(done)s; %(count)s letters tell of it.", letters, {done}) : `${done}.`);
  }
}
