/** One press of "send": the date first, if one is wished, then the letters with it; and what was sent, in words. */
import {clock, weekdayAndTime} from "../../kit/moments.js";
import {counted} from "../../kit/words.js";
import {STATES} from "./words.js";
import {gettext} from "../../kit/i18n.js";

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
export const keptWords = (letters, what) => `${counted(letters, "letter is", "letters are")} kept here, not sent: ${what}.`;

/**
 * "16 letters are on the way, 34 follow by 21:40."; "" for none.
 * @param {Wire.Invitation[]} invitations  the new ones
 */
export function sentWords(invitations) {
  const later = invitations.map(({goes}) => goes || 0).filter(Boolean);
  const gone = invitations.length - later.length;
  const follow = later.length ? `${counted(later.length, "follows", "follow")} by ${turn(Math.max(...later))}` : "";
  const going = gone ? `${counted(gone, "letter is", "letters are")} on the way` : "";
  if (!going) return follow ? `${counted(later.length, "letter goes", "letters go")} by ${turn(Math.max(...later))}.` : "";
  return `${[going, follow].filter(Boolean).join(", ")}.`;
}

/**
 * Send a guest's letter once more, and say when it goes.
 * @type {(guests: Room.Model["guests"], id: number) => Promise<void>}
 */
export async function sendAgain(guests, id) {
  const one = await guests.about("invite_again", id);
  if (one) guests.say(guests.kept ? gettext("1 letter is %(kept)s.", {kept: STATES.kept}) : sentWords([one]));
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
