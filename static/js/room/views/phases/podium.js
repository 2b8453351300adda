/** The podium: it rises from the third place to the first; who shares a place stands there together. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {face} from "../../../kit/face.js";
import {nameOf, podium} from "../../roles.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

const SHOWN = 4; // of those who share a place

/** @type {(room: Room.Model, number: string, typeOf: (name: string) => unknown) => unknown} */
const person = ({table, links}, number, typeOf) => html`<b style=${typeOf(nameOf(table, number))}>${table.players[number] ? face(links.faces, table.players[number]) : nothing}<span>${nameOf(table, number)}</span></b>`;

/**
 * `typeOf(name)` is the style of a name where it is fitted.
 * @type {(room: Room.Model, typeOf?: (name: string) => unknown) => unknown}
 */
export function podiumSteps(room, typeOf = () => nothing) {
  return html`<ol class="podium" data-testid="podium" role="list">
    ${podium(room.table).map(({place, score, players}) => html`<li class="place place-${place} ${players.length > 1 ? "shared" : ""}">
      <span class="names">${players.slice(0, SHOWN).map((number) => person(room, number, typeOf))}
        ${players.length > SHOWN ? html`<span class="more">${gettext("and %(count)s more", {count: players.length - SHOWN})}</span>` : nothing}</span>
      <span class="step"><span class="rank">${place}</span><span class="points">${ngettext("%(count)s point", "%(count)s points", score)}</span></span>
    </li>`)}
  </ol>`;
}
