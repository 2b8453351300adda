/** The pieces every screen of a game is made of: seats, and what belongs to a card. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {lastRound} from "../texts/words.js";
import {isVote, signed} from "../rounds/deciding.js";
import {seated} from "../roles.js";
import {blackCard} from "../../kit/card.js";
import {face} from "../../kit/face.js";
import {botTag, isAsked, removeTap} from "./bots.js";
import {lengthy, nameStyle} from "./lines.js";
import {andMore} from "./panels/crowd.js";
import {checkIcon, crownIcon, moreIcon} from "../../kit/icons.js";
import {gettext, pgettext} from "../../kit/i18n.js";

export {heading, status} from "./lines.js";

/**
 * The small button on a card that opens the sheet about it; nobody but players has one. `cards` are of rounds/subjects.js.
 * @type {(room: Room.Model, cards: import("../rounds/subjects.js").Subject[]) => unknown}
 */
export function more(room, cards) {
  if (!room.me) return nothing;
  return html`<button type="button" class="card-more" data-testid="more" aria-label=${gettext("More about this card")} aria-haspopup="dialog"
    @click=${() => room.act.aboutCard(cards)}>${moreIcon}</button>`;
}

/**
 * The same for a long press, a right click or the menu key on a card.
 * @param {Room.Model} room
 * @param {import("../rounds/subjects.js").Subject[]} cards
 */
export function onMenu(room, cards) {
  return (/** @type {Event} */ event) => {
    if (!room.me) return;
    event.preventDefault();
    room.act.aboutCard(cards);
  };
}

/**
 * The black card of the round with these answers in its blanks; `look` is what blackCard may be told besides.
 * @param {Room.Model} room
 * @param {string[]} cards
 * @param {Parameters<typeof blackCard>[2]} [look]
 */
export function question(room, cards, look) {
  const {black_card: black} = room.table;
  return black ? blackCard(black, cards, {lang: room.lang, ...look}) : nothing;
}

/**
 * What a seat tells besides the name: [class, word].
 * @type {(table: Wire.Table, number: string) => [string, string]}
 */
export function seatState(table, number) {
  const player = table.players[number];
  if (player.presence === "left") return ["left", player.watches ? gettext("watching") : pgettext("the table", "left")];
  if (player.presence === "away") return ["away", gettext("away")];
  if (player.stand_in) return ["away", gettext("a bot plays")];
  if (player.presence === "gone") return ["gone", "reconnecting"];
  if (table.phase === "judging" && isVote(table)) return voterState(table, number);
  if (player.next_round) return ["late", gettext("next round")];
  if (table.judge === number && table.phase !== "game_over") return ["judge", table.phase === "choosing" ? gettext("is choosing") : pgettext("this round", "judges")];
  if (player.played && table.phase === "playing") return ["played", gettext("has played")];
  if (player.nudged) return ["nudged", "nudged"];
  if (table.phase === "playing" && table.waiting_for.includes(number)) return ["thinking", gettext("is choosing")];
  return ["here", ""];
}

/** @type {(table: Wire.Table, number: string) => [string, string]} */
function voterState(table, number) {
  if (table.players[number].voted) return ["played", gettext("has voted")];
  return table.waiting_for.includes(number) ? ["thinking", gettext("is voting")] : ["here", ""];
}

/**
 * What makes this round another one than the others, if anything does.
 * @param {Room.Model} room
 */
export function ribbon({table}) {
  return table.finale ? html`<p class="ribbon" data-testid="ribbon">${lastRound(table)}</p>` : nothing;
}

/**
 * The sign at the corner of a face: has played, or judges.
 * @param {string} kind
 */
function mark(kind) {
  if (kind !== "played" && kind !== "judge") return nothing;
  return html`<span class="mark ${kind}" aria-hidden="true">${kind === "played" ? checkIcon : crownIcon}</span>`;
}

/**
 * Everybody at the table, or those whom `shown` names; seats light up as plays arrive. `rest` tells of the others,
 * `typeOf(name)` is the style of a name where it is fitted.
 * @param {Room.Model} room
 */
export function seats(room, {scores = true, shown = /** @type {string[] | null} */ (null), rest = andMore(room), typeOf = nameStyle} = {}) {
  const {table, me, gains} = room;
  return html`<ul class="seats" role="list" aria-label=${gettext("Players")}>
    ${repeat(seated(table).filter(([number]) => !shown || shown.includes(number)), ([number]) => number, ([number, player]) => {
      const [kind, word] = seatState(table, number);
      return html`<li class="seat ${kind} ${number === me ? "me" : ""} ${player.bot ? "bot" : ""}" data-player=${number}>
        <span class="person">${face(room.links.faces, player)}${mark(kind)}</span>
        <span class="who"><span class="name ${lengthy(player.name)}" style=${typeOf(player.name)}>${player.name}${number === me ? html`<span class="you"> ${gettext("(you)")}</span>` : nothing}${botTag(player)}</span>
          ${isAsked(room, number) ? html`<span class="word sure">${gettext("Tap again to remove")}</span>` : word ? html`<span class="word">${word}</span>` : nothing}</span>
        ${scores ? html`<span class="score"><span class="sr">, ${gettext("points:")} </span>${player.score}</span>` : nothing}
        ${gains[number] ? html`<span class="plus" aria-hidden="true">${signed(gains[number])}</span>` : nothing}
        ${removeTap(room, number, player)}
      </li>`;
    })}
    ${rest}
  </ul>`;
}

/**
 * The face of who sits there; the initials of somebody who has no seat yet.
 * @type {(room: Room.Page, number: string, name: string) => unknown}
 */
export function portrait({table, links}, number, name) {
  const player = table?.players[number];
  return player ? face(links.faces, player) : html`<span class="dot" aria-hidden="true">${initials(name)}</span>`;
}

/**
 * "Ann Lee" -> "AL"
 * @param {string} name
 */
export function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [...words[0]][0] + [...words[words.length - 1]][0] : [...words[0] || "?"].slice(0, 2).join("");
  return letters.toUpperCase();
}
