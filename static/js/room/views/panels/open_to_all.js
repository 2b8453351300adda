/** The host's switch that puts the room into the list of open rooms, and what strangers see there. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {live} from "../../../../lit/directives/live.js";
import {onTick} from "../../../kit/dom.js";
import {gettext} from "../../../kit/i18n.js";

const TOLD = gettext("Strangers may find this room and sit down. They see your name, the decks, and how many are here.");

/** @param {Room.Model} room */
export function openToAll({isHost, listing}) {
  if (!isHost || !listing.wish) return nothing;
  const {listed, why_not: whyNot} = listing.wish;
  return html`<section aria-label=${gettext("Who may come")}>
    <label class="tick open-to-all"><input type="checkbox" role="switch" class="switch" aria-describedby="about-listing" data-testid="open-to-all" .checked=${live(listed)} ?disabled=${Boolean(whyNot) && !listed}
      @change=${onTick((checked) => listing.show(checked))}> ${gettext("Open to everybody")}</label>
    <p class="hint" id="about-listing">${whyNot || TOLD}</p></section>`;
}
