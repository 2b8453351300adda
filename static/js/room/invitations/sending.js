/** One press of "send": the date first, if one is wished, then the letters with it; and what was sent, in words. */
import {clock, weekdayAndTime} from "../../kit/moments.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/**
 * The time of a moment, with the day where it is not today.
 * @type {(ms: number, now?: number) => string}
 */
export function turn(ms, now = Date.now()) {
  const today = new Date(ms).toDateString() === new Date(now).toDateString();
  return today ? clock(ms) : weekdayAndTime(ms);
}

/**
 * What a press brought about on a machine that sends no mail: nobody knows of it yet. `what`: what the host has to do.
 * @type {(letters: number, what: string) => string}
 */
export const keptWords = (letters, what) => ngettext("%(count)s letter is kept here, not sent: %(what)s.", "%(count)s letters are kept here, not sent: %(what)s.", letters, {what});

/**
 * "16 letters are on the way, 34 follow by 21:40."; "" for none.
 * @param {Wire.Invitation[]} invitations  the new ones
 */
export function sentWords(invitations) {
  const later = invitations.map(({goes}) => goes || 0).filter(Boolean);
  const gone = invitations.length - later.length;
  const time = later.length ? turn(Math.max(...later)) : "";
  if (!gone) return time ? ngettext("%(count)s letter goes by %(time)s.", "%(count)s letters go by %(time)s.", later.length, {time}) : "";
  if (!time) return ngettext("%(count)s letter is on the way.", "%(count)s letters are on the way.", gone);
  const going = ngettext("%(count)s letter is on the way", "%(count)s letters are on the way", gone);
  return ngettext("%(going)s, %(count)s follows by %(time)s.", "%(going)s, %(count)s follow by %(time)s.", later.length, {going, time});
}

/**
 * Send a guest's letter once more, and say when it goes.
 * @type {(guests: Room.Model["guests"], id: number) => Promise<void>}
 */
export async function sendAgain(guests, id) {
  const one = await guests.about("invite_again", id);
  if (one) guests.say(guests.kept ? gettext("1 letter is kept here, not sent.") : sentWords([one]));
}

/**
 * Whether the press sets a date, too.
 * @param {Room.Model["guests"]} guests
 */
export const bringsDate = ({known, draft}) => Boolean(known && !known.night && draft.starts);

/**
 * Set the date that stands in the form, so that each letter has it, and send. A date that is refused sends nothing.
 * @param {Room.Model["guests"]} guests
 */
export async function sendLetters(guests) {
  if (bringsDate(guests)) {
    await guests.date.set();
    if (!guests.known?.night) return;
  }
  await guests.invite();
}
