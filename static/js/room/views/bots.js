/** Bots at the table: their tags, the free seats that they take, and how the host adds and removes them. */
import {html, nothing} from "../../../lit/lit-html.js";
import {can, present} from "../roles.js";
import {botIcon} from "../../kit/icons.js";
import {gettext} from "../../kit/i18n.js";

/**
 * The word beside a bot's name; nothing for people.
 * @param {Wire.Player} player
 */
export function botTag(player) {
  return player.bot ? html` <span class="bot-tag">${gettext("bot")}</span>` : nothing;
}

/**
 * A button for the host who may add a bot; nothing for others.
 * @type {(room: Room.Model, look?: string) => unknown}
 */
export function addBot(room, look = "quiet") {
  if (!can(room.seat, "add_bot")) return nothing;
  return html`<button type="button" class=${look} data-testid="add-bot" ?disabled=${room.sending("add_bot")}
    @click=${() => room.act.move("add_bot", {taste: "random"})}>${botIcon} ${gettext("Add a bot")}</button>`;
}

/**
 * Free seats of the lobby, the first one a button for the host.
 * @type {(room: Room.Model, count: number) => unknown}
 */
export function freeSeats(room, count) {
  const free = html`<li class="chair empty" aria-hidden="true"><span class="dot">+</span><span class="name">${gettext("free seat")}</span></li>`;
  const seats = Array.from({length: count}, () => free);
  if (!can(room.seat, "add_bot")) return seats;
  seats[0] = html`<li class="chair empty"><button type="button" data-testid="add-bot" ?disabled=${room.sending("add_bot")}
    @click=${() => room.act.move("add_bot", {taste: "random"})}><span class="dot" aria-hidden="true">+</span><span class="name">${gettext("Add a bot")}</span></button></li>`;
  return seats;
}

/**
 * The seat of a bot in the lobby; the host's tap sends it home.
 * @type {(room: Room.Model, number: string, player: Wire.Player, inside: unknown) => unknown}
 */
export function botSeat(room, number, player, inside) {
  if (!can(room.seat, "remove_bot")) return inside;
  return html`<button type="button" data-testid="remove-bot" aria-label=${gettext("%(name)s, a bot: remove", {name: player.name})} title=${gettext("Remove")}
    @click=${() => room.act.move("remove_bot", {player: number})}>${inside}</button>`;
}

/**
 * Whether the host has tapped this bot's seat in a game once.
 * @type {(room: Room.Model, number: string) => boolean}
 */
export const isAsked = ({confirmation}, number) => confirmation.key === `seat ${number}`;

/**
 * What the host's tap meets on the seat of a bot in a game; a second one sends it home.
 * @type {(room: Room.Model, number: string, player: Wire.Player) => unknown}
 */
export function removeTap(room, number, player) {
  if (!player.bot || !can(room.seat, "remove_bot")) return nothing;
  return html`<button type="button" class="tap" data-testid="remove-bot-seat" title=${gettext("Remove")} aria-label=${isAsked(room, number) ? gettext("%(name)s, a bot: yes, remove", {name: player.name}) : gettext("%(name)s, a bot: remove", {name: player.name})}
    @click=${() => room.confirmation.press(`seat ${number}`, () => room.act.move("remove_bot", {player: number}))}></button>`;
}

/**
 * What the lobby says of bots: that two people need one, and that there are sharp ones.
 * @param {Room.Model} room
 */
export function aboutBots(room) {
  const here = present(room.table);
  const bots = here.filter(([, player]) => player.bot).length;
  return html`${here.length === 2 && !bots ? html`<p class="hint" data-testid="two-and-a-bot">${gettext("Two people and a bot make a game.")}</p>` : nothing}
    ${bots && can(room.seat, "add_bot") ? html`<div class="sharper"><button type="button" class="quiet" data-testid="add-sharp-bot"
      @click=${() => room.act.move("add_bot", {taste: "sharp"})}>${botIcon} ${gettext("Add a sharp bot")}</button>
      <p class="hint">${gettext("It plays what wins most often. Tap a bot to remove it.")}</p></div>` : nothing}`;
}
