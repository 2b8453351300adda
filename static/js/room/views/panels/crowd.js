/** What a room of many shows of those whom it does not list: how many they are, and all of them or who is called so, for whoever asks. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {onValue} from "../../../kit/dom.js";
import {notListed} from "../../roles.js";
import {gettext} from "../../../kit/i18n.js";

/**
 * "and 188 more" as the last of a list, or nothing where everybody is listed; who sits here sees all of them at a tap.
 * @param {Room.Model} room
 */
export function andMore({table, me, act}) {
  const count = notListed(table);
  if (!count) return nothing;
  return html`<li class="not-listed" data-testid="not-listed">${me ? html`<button type="button" class="quiet" data-testid="list-everybody" @click=${() => act.listEverybody()}>${gettext("and %(count)s more", {count})}</button>` : gettext("and %(count)s more", {count})}</li>`;
}

/**
 * All people of a crowd once they were asked for, the others' scores as they were then; or null.
 * @param {Room.Model} room
 * @returns {?[string, Wire.Player][]}
 */
export function everybody({table, finding}) {
  return table.crowd && finding?.listed && finding.people ? finding.people.map((one) => [one.player, table.players[one.player] || one]) : null;
}

/**
 * The search of a crowd; `row` draws one person with what can be done.
 * @type {(room: Room.Model, row: (number: string, player: Wire.Player) => unknown) => unknown}
 */
export function findPeople(room, row) {
  const {me, table, finding, act} = room;
  if (!me || !table.crowd) return nothing;
  return html`<section class="finding" aria-label=${gettext("Find somebody")}>
    <label>${gettext("Find somebody by name")} <input type="search" maxlength="24" autocomplete="off" enterkeyhint="search" data-testid="find-person" @input=${onValue((typed) => act.findPeople(typed))}></label>
    <div role="status">${finding.listed ? moreOf(finding.more) : finding.people ? results(finding.people, finding.more, row) : nothing}</div>
  </section>`;
}

/** @param {number} more */
const moreOf = (more) => (more ? html`<p class="hint">${gettext("%(more)s more: type more of the name.", {more})}</p>` : nothing);

/** @type {(people: Room.Found[], more: number, row: (number: string, player: Wire.Player) => unknown) => unknown} */
function results(people, more, row) {
  if (!people.length) return html`<p class="hint">${gettext("Nobody here is called like that.")}</p>`;
  return html`<ul class="people found" role="list">${repeat(people, ({player}) => player, (one) => row(one.player, one))}</ul>
    ${moreOf(more)}`;
}
