/** What a room of many shows of those whom it does not list: how many they are, and whom the host finds by name. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {onValue} from "../../../kit/dom.js";
import {notListed} from "../../roles.js";
import {gettext} from "../../../kit/i18n.js";

/**
 * "and 188 more", or nothing where everybody is listed.
 * @type {(table: Wire.Table, element?: "li" | "p") => unknown}
 */
export function andMore(table, element = "p") {
  const count = notListed(table);
  if (!count) return nothing;
  return element === "li" ? html`<li class="not-listed" data-testid="not-listed">${gettext("and %(count)s more", {count})}</li>` : html`<p class="hint" data-testid="not-listed">${gettext("and %(count)s more", {count})}</p>`;
}

/**
 * The host's search; `row` draws one person with what can be done.
 * @type {(room: Room.Model, row: (number: string, player: Wire.Player) => unknown) => unknown}
 */
export function findPeople(room, row) {
  const {isHost, table, finding, act} = room;
  if (!isHost || !table.crowd) return nothing;
  return html`<section class="finding" aria-label=${gettext("Find somebody")}>
    <label>${gettext("Find somebody by name")} <input type="search" maxlength="24" autocomplete="off" enterkeyhint="search" data-testid="find-person" @input=${onValue((typed) => act.findPeople(typed))}></label>
    <div role="status">${finding.people ? results(finding.people, finding.more, row) : nothing}</div>
  </section>`;
}

/** @type {(people: Room.Found[], more: number, row: (number: string, player: Wire.Player) => unknown) => unknown} */
function results(people, more, row) {
  if (!people.length) return html`<p class="hint">${gettext("Nobody here is called like that.")}</p>`;
  return html`<ul class="people found" role="list">${repeat(people, ({player}) => player, (one) => row(one.player, one))}</ul>
    ${more ? html`<p class="hint">${gettext("%(more)s more: type more of the name.", {more})}</p>` : nothing}`;
}
