/** The big screen before a game, and the way in for those who come later. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {keyed} from "../../../../lit/directives/keyed.js";
import {peopleSeated} from "../../roles.js";
import {bestOfPast} from "../../tv/past.js";
import {large} from "./moments.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/**
 * Where people type the code: "cards.example"
 * @param {Room.Links} links
 */
const host = ({join}) => new URL(join).host;

/** @param {Room.Model} room */
const qr = ({links}) => html`<img class="qr" src=${links.qr} alt=${gettext("QR code with the link to this room")}>`;

/**
 * The way in, in a corner; large until the first round is over.
 * @param {Room.Model} room
 */
export function corner(room) {
  const {code, round = 1, game = 1} = room.table;
  return html`<aside class="tv-join ${round > 1 || game > 1 ? "small" : ""}">${qr(room)}<p>${gettext("Join at")} <b>${host(room.links)}</b></p><p class="code">${code}</p></aside>`;
}

/**
 * What won in this room before, one after the other.
 * @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage, turns: number) => unknown}
 */
function memories(room, {width, middle}, turns) {
  const best = bestOfPast(room.history);
  if (!best.length) return nothing;
  const {black, pick, cards, name} = best[turns % best.length];
  return html`<div class="tv-memories" data-testid="memory">${keyed(turns, html`<div class="tv-memory">
    ${large(room, {text: black, pick}, cards, {width: width * 0.42, height: middle - 8}, {largest: 6})}<p class="author">${gettext("%(name)s, in an earlier round", {name})}</p></div>`)}</div>`;
}

/** @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage, turns: number) => unknown} */
export function lobby(room, stage, turns) {
  const {table, links} = room;
  const past = memories(room, stage, turns);
  return html`<div class="tv-lobby ${past === nothing ? "" : "with-memories"}"><div class="tv-way-in">${qr(room)}<div class="tv-code">
    <p class="label">${gettext("Join at")} <b>${host(links)}</b></p><p class="huge">${table.code}</p><p class="label">${ngettext("%(count)s deck", "%(count)s decks", table.decks.length)}, ${ngettext("%(count)s player", "%(count)s players", peopleSeated(table))}</p></div></div>${past}</div>`;
}
