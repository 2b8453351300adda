/** The lines that every screen has, a lobby's too: what it is called, and what is happening. */
import {html} from "../../../lit/lit-html.js";
import {phaseTitle} from "../texts/words.js";
import {widestWord} from "../tv/fit.js";

/**
 * The heading of a phase for people who listen; the focus comes here when what had it is gone.
 * @param {Room.Model} room
 */
export function heading(room) {
  return html`<h1 class="sr" tabindex="-1">${phaseTitle(room.table)}</h1>`;
}

/**
 * One line that says what is happening. It is no live region: texts/narration.js says what is worth interrupting for.
 * @param {Room.Model} room
 */
export function status(room) {
  return html`<p class="status ${room.mine ? "mine" : ""}" data-testid="status">${room.status}</p>`;
}

/**
 * The class for a name that needs smaller letters, for browsers that do not know how wide its place is.
 * @param {string} name
 */
export function lengthy(name) {
  return name.length > 11 ? "lengthy" : "";
}

/**
 * The style for a name in a place of a given width: its letters are as small as its longest word asks for, so that no word is broken.
 * @param {string} name
 */
export const nameStyle = (name) => `--longest: ${Math.max(1, Number(widestWord(name).toFixed(2)))}`;
