/** What a page shows of views that come later (../later.js): the view once it is here, and a sentence before that. */
import {html} from "../../../lit/lit-html.js";
import {heading, status} from "./lines.js";
import {gettext} from "../../kit/i18n.js";

/** @typedef {(room: Room.Model) => unknown} View @typedef {keyof typeof import("./later_views.js")} Name */

/**
 * A moment's patience; or that it did not load, with a second try.
 * @param {Room.Model} room
 */
function patience({later: {failed}, act}) {
  if (!failed) return html`<p class="hint" role="status" data-testid="on-its-way">${gettext("One moment\u2026")}</p>`;
  return html`<div class="not-loaded" role="alert" data-testid="not-loaded"><p>${gettext("This did not load. Is the line down?")}</p>
    <button type="button" class="quiet" data-testid="load-again" @click=${() => act.loadAgain()}>${gettext("Try again")}</button></div>`;
}

/**
 * The view with this name. Before it is here: `before`, which says nothing of one that is lost.
 * @type {(name: Name, before?: View) => View}
 */
export const later = (name, before = patience) => (room) => {
  if (room.later.views) return room.later.views[name](room);
  room.later.want();
  return before(room);
};

/**
 * A phase of a game: before its view is here, its heading and what happens.
 * @param {Name} name
 */
export const phase = (name) => later(name, (room) => html`<div class="stage">${heading(room)}${status(room)}${patience(room)}</div>`);

/** @type {Record<string, [string, View]>} */
export const PANELS = {
  card: [gettext("About this card"), later("cardPanel")],
  clock: [gettext("The clock"), later("clockPanel")],
  decks: [gettext("Choose decks"), later("decksPanel")],
  explain: [gettext("How it goes"), later("explainPanel")],
  host: [gettext("The host's panel"), later("hostPanel")],
  history: [gettext("Rounds so far"), later("historyPanel")],
  look: [gettext("My face"), later("lookPanel")],
  invite: [gettext("Invite by e-mail"), later("invitePanel")],
  menu: [gettext("The table"), later("menuPanel")],
  night: [gettext("Game night"), later("nightPanel")],
  rules: [gettext("Rules and time"), later("rulesPanel")],
};
