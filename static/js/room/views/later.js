/**
 * Panels that nobody sees at first: they come when one of them is opened first (`panelsCome`), so that a first visit
 * need not wait for them.
 */
import {html} from "../../../lit/lit-html.js";

/** @typedef {(room: Room.Model) => unknown} View */

/** @type {?typeof import("./later_panels.js")} */
let panels = null;

const waiting = html`<p class="quiet" role="status">One moment\u2026</p>`;

/** @type {(name: "cardPanel" | "decksPanel" | "explainPanel" | "invitePanel" | "menuPanel" | "rulesPanel") => View} */
const later = (name) => (room) => (panels ? panels[name](room) : waiting);

/** @type {Record<string, [string, View]>} */
export const LATER = {
  decks: ["Choose decks", later("decksPanel")],
  invite: ["Invite by e-mail", later("invitePanel")],
  menu: ["The table", later("menuPanel")],
  rules: ["Rules and time", later("rulesPanel")],
  card: ["About this card", later("cardPanel")],
  explain: ["How it goes", later("explainPanel")],
};

/** Whether this panel has to be fetched before it can be shown: for `name`, "" for none. @param {string} name */
export const isMissing = (name) => panels === null && name in LATER;

/** Fetch them. Rejects where they are lost on the way; another call tries again. */
export async function panelsCome() {
  panels = await import("./later_panels.js");
}
