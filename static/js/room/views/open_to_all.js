/** The host's switch that puts the room into the list of open rooms, and what strangers see there. */
import {html, nothing} from "../../../lit/lit-html.js";
import {live} from "../../../lit/directives/live.js";
import {onTick} from "../../kit/dom.js";

const TOLD = "Strangers find this room on the site and may take a seat. They see your name, the decks that everybody may use, and how many of you are here; nobody else\u2019s name.";

/** @param {Room.Model} room */
export function openToAll({isHost, listing}) {
  if (!isHost || !listing.wish) return nothing;
  const {listed, why_not: whyNot} = listing.wish;
  return html`<section aria-label="Who may come"><h2>Who may come</h2>
    <label class="tick open-to-all"><input type="checkbox" role="switch" class="switch" aria-describedby="about-listing" data-testid="open-to-all" .checked=${live(listed)} ?disabled=${Boolean(whyNot) && !listed}
      @change=${onTick((checked) => listing.show(checked))}> Open to everybody</label>
    <p class="hint" id="about-listing">${whyNot || TOLD}</p></section>`;
}
