/** The verdict: the winning sentence, or those that share it, who is second and third, everybody else's answers, and the way on. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {bestOf, placeOf, signed} from "../../rounds/deciding.js";
import {votesLine} from "../../texts/deciding_words.js";
import {can, cardsOf, nameOf, plays} from "../../roles.js";
import {ofBlack, ofPlay} from "../../rounds/subjects.js";
import {face} from "../../../kit/face.js";
import {size} from "../../../kit/text.js";
import {addBot} from "../bots.js";
import {confetti} from "./confetti.js";
import {whiteText} from "../../../kit/card.js";
import {everySecond} from "../every_second.js";
import {likeButton} from "./likes.js";
import {rightGuesses} from "./prediction.js";
import {nameStyle} from "../lines.js";
import {heading, more, question, ribbon, seats, status} from "../parts.js";
import {gettext} from "../../../kit/i18n.js";

/**
 * The answers that have not won, those with a place or more votes first.
 * @param {Wire.Table} table
 */
export function others(table) {
  const best = new Set(bestOf(table).map(({play}) => play));
  const rank = (/** @type {string} */ number) => placeOf(table, number) || Infinity;
  return plays(table).filter(([number, play]) => play.cards && !best.has(number))
    .sort(([a, one], [b, other]) => rank(a) - rank(b) || (other.votes || 0) - (one.votes || 0) || Number(a) - Number(b));
}

/**
 * Whose it was, with its votes and points: "Bo · 2 votes · +2". Of those whom a crowd does not list the page has no name.
 * @type {(room: Room.Model, number: string, play: Wire.Play) => unknown}
 */
export function author({table, links}, number, play) {
  if (!play.player) return nothing;
  const player = table.players[play.player];
  const points = placeOf(table, number) > 1 ? signed((table.verdict || []).find((one) => one.play === number)?.points || 0) : "";
  const words = [player?.name, votesLine(table, play.votes), points].filter(Boolean).join(" \u00B7 ");
  return words ? html`<span class="author" style=${player ? nameStyle(player.name) : nothing}>${player ? face(links.faces, player) : nothing}${words}</span>` : nothing;
}

/**
 * The badge of a second or third answer.
 * @type {(table: Wire.Table, number: string) => unknown}
 */
export function placeBadge(table, number) {
  const place = placeOf(table, number);
  return place > 1 ? html`<span class="badge"><span class="sr">${gettext("place")} </span>${place}</span>` : nothing;
}

/** @type {(room: Room.Model, number: string, play: Wire.Play) => unknown} */
function other(room, number, play) {
  return html`<li class="pile"><div class="card-face"><div class="card white up ${size((play.cards || []).join(" "))}" data-testid="pile-card" data-play=${number}>
    ${(play.cards || []).map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`)}
    ${author(room, number, play)}${placeBadge(room.table, number)}</div>${likeButton(room, number)}${more(room, ofPlay(room.table, number))}</div></li>`;
}

/**
 * The winning sentence, or each of those that share it with its author.
 * @param {Room.Model} room
 */
function winners(room) {
  const {table} = room;
  const best = bestOf(table);
  if (best.length === 0) return question(room, [], {corner: more(room, ofBlack(table))});
  return html`<div class="winners ${best.length > 1 ? "shared" : ""}">${best.map(({play}) => html`<div class="winner">
    ${question(room, cardsOf(table, play), {extra: "winning", winner: true, corner: more(room, ofBlack(table, play))})}
    ${best.length > 1 || table.plays?.[play]?.votes !== undefined ? author(room, play, table.plays?.[play] || {}) : nothing}${best.length > 1 ? likeButton(room, play) : nothing}</div>`)}</div>`;
}

/** @param {Room.Model} room */
export function roundOver(room) {
  const {table} = room;
  const best = bestOf(table);
  const rest = others(table);
  const winner = best.length === 1 ? table.players[best[0].player] : undefined;
  const line = html`<div class="line">${winner ? face(room.links.faces, winner) : nothing}${status(room)}${best.length === 1 ? likeButton(room, best[0].play) : nothing}</div>`;
  const mine = best.some(({player}) => player === room.me);
  return html`<div class="stage verdict ${best.length ? "won" : "void"}">${heading(room)}
    ${best.length ? confetti(table.round || 0, mine ? 60 : 36) : nothing}
    <div class="pinned">${ribbon(room)}
      ${best.length > 1 ? [line, winners(room)] : [winners(room), line]}
      ${rightGuesses(room)}
    </div>
    <div class="below">
      ${seats(room)}
      ${rest.length ? html`<h2>${best.length ? gettext("The other answers") : gettext("What was played")}</h2>
        <ul class="piles" role="list">${repeat(rest, ([number]) => number, ([number, play]) => other(room, number, play))}</ul>` : nothing}
    </div>
  </div>`;
}

/** @param {Room.Model} room */
export function roundOverDock(room) {
  const {table} = room;
  /** @param {(left: number) => unknown} words */
  const next = (words) => (table.deadline ? everySecond(table.deadline, room.clock, (left) => words(left)) : nothing);
  if (can(room.seat, "next_round")) {
    return html`<button type="button" class="primary" data-testid="next-round" ?disabled=${room.sending("next_round")}
      @click=${() => room.act.move("next_round")}>${gettext("Continue")}${next((left) => html` <small>${gettext("next round in %(left)s", {left})}</small>`)}</button>`;
  }
  if (table.paused) {
    return html`${addBot(room, "primary")}<button type="button" class=${can(room.seat, "add_bot") ? "quiet wide" : "primary"}
      @click=${() => room.act.shareLink()}>${gettext("Invite somebody")}</button>`;
  }
  return table.deadline ? html`<p class="wait">${next((left) => gettext("Next round in %(left)s", {left}))}</p>` : html`<p class="wait">${gettext("%(name)s goes on to the next round", {name: nameOf(table, table.host)})}</p>`;
}
