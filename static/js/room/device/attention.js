/**
 * Tells a person who looks elsewhere that it is their turn: the tab's title and a short buzz.
 * Makes no sound and asks for no permission.
 */
import {gettext} from "../../kit/i18n.js";

const title = document.title;
let turn = false;

/**
 * Take the present state: `mine` when everybody waits for this person, or something else waits, which `what` says.
 * @param {boolean} mine
 * @param {string} [what]
 */
export function callFor(mine, what = gettext("Your turn")) {
  document.title = mine ? `\u25CF ${what} \u2013 ${title}` : title;
  if (mine && !turn) buzz([60, 40, 60]);
  turn = mine;
}

/**
 * A buzz, where the phone can.
 * @param {number[]} pattern  ms of buzzing and of rest
 */
export function buzz(pattern) {
  if (navigator.vibrate && (!navigator.userActivation || navigator.userActivation.hasBeenActive)) navigator.vibrate(pattern);
}
