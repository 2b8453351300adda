/** "Sam wants their seat back: let them?", or a new one, on the page of who decides. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {face} from "../../kit/face.js";
import {askInWords} from "../texts/words.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/** A small phone has room for one above the table; the next comes when it is answered. */
const MOST = 1;

/** @type {(table: Wire.Table, ask: Wire.Ask) => string} */
function why(table, {player}) {
  if (!player) return gettext("A yes gives them a seat. Until then they watch.");
  const asks = gettext("They ask from a device that has no key to it. A yes gives it the hand and the points.");
  return table.players[player]?.presence === "here" ? `${gettext("Somebody sits there right now!")} ${asks}` : asks;
}

/** @type {(room: Room.Model, ask: Wire.Ask) => unknown} */
function question({asks, table, act, links}, ask) {
  const look = ask.player ? table.players[ask.player] : ask;
  return html`<article class="ask"><p class="who-asks">${look?.face ? face(links.faces, /** @type {Wire.Player} */ (look)) : nothing}<b>${askInWords(table, ask)}</b></p>
    <p class="why">${why(table, ask)}</p>
    <div class="row"><button type="button" class="primary" data-testid="ask-yes" ?disabled=${asks.sending} @click=${() => act.answerAsk(ask.id, true)}>${gettext("Yes, let them")}</button>
      <button type="button" class="quiet" data-testid="ask-no" ?disabled=${asks.sending} @click=${() => act.answerAsk(ask.id, false)}>${gettext("No")}</button></div></article>`;
}

/** @param {Room.Model} room */
export function questions(room) {
  const {list} = room.asks;
  if (!list.length) return nothing;
  const more = list.length - MOST;
  return html`<section class="asks" aria-label=${gettext("A question for you")} data-testid="asks">${repeat(list.slice(0, MOST), ({id}) => id, (ask) => question(room, ask))}
    ${more > 0 ? html`<p class="more-asks">${more === 1 ? gettext("One more asks") : ngettext("%(count)s more asks", "%(count)s more ask", more)}</p>` : nothing}</section>`;
}
