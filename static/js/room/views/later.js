/**
 * What nobody sees at first: panels, and phases of a game. It comes when a panel is opened or a game begins
 * (`panelsCome`), so that a first visit need not wait for it.
 */
import {html} from "../../../lit/lit-html.js";

/** @typedef {(room: Room.Model) => unknown} View */

/** @type {?typeof import("./later_panels.js")} */
let panels = null;

const waiting = html`<p class="quiet" role="status">One moment\u2026</p>`;

/** @type {(name: keyof typeof import("./later_panels.js")) => View} */
export const later = (name) => (room) => (panels ? panels[name](room) : waiting);

/** @type {Record<string, [string, View]>} */
export const LATER = {
  decks: ["Choose decks", later("decksPanel")],
  invite: ["Invite by e-mail", later("invitePanel")],
  menu: ["The table", later("menuPanel")],
  rules: ["Rules and time", later("rulesPanel")],
  card: ["About this card", later("cardPanel")],
  look: ["My face", later("lookPanel")],
  explain: ["How it goes", later("explainPanel")],
};

/**
 * Whether something is missing that has to be fetched for this panel ("" for none) or this table.
 * @param {string} name
 * @param {?Wire.Table} table
 */
export const isMissing = (name, table) => panels === null && (name in LATER || Boolean(table && (table.phase !== "lobby" || table.evening)));

/** Fetch them. Rejects where they are lost on the way; another call tries again. */
export async function panelsCome() {
  panels = await import("./later_panels.js");
}
