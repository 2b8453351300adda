/** One line of the lobby: what became of the host's invitations. */
import {html, nothing} from "../../../lit/lit-html.js";
import {summary} from "./words.js";
import {gettext} from "../../kit/i18n.js";

/** @param {Room.Model} room */
export function invitedLine({guests, table}) {
  if (!guests.invitations.length) return nothing;
  return html`<p class="hint invited" data-testid="invited">${gettext("Invited: %(summary)s", {summary: summary(guests.invitations, table, guests.kept)})}</p>`;
}
