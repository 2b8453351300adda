/** The big screen: no controls, readable from the sofa, no secrets. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {styleMap} from "../../../lit/directives/style-map.js";
import {bestOf} from "../deciding.js";
import {cardsOf, plays} from "../roles.js";
import {size} from "../../kit/text.js";
import {counted} from "../../kit/words.js";
import {blackCard, whiteText} from "../../kit/card.js";
import {stopped, timeLeft} from "./clock.js";
import {heading, ribbon, seats, status} from "./parts.js";
import {backs} from "./questions.js";
import {author, others, placeBadge} from "./round_over.js";
import {bestRounds} from "./history.js";
import {confetti} from "./confetti.js";
import {podiumSteps} from "./podium.js";
import {banner, finalScreen, waitingRoom} from "./states.js";

/** More winning sentences than these are only marked among the answers. */
const MOST_SENTENCES = 3;

/**
 * Where people type the code: "cards.example"
 * @param {Room.Links} links
 */
const host = ({join}) => new URL(join).host;

/** @param {Room.Model} room */
function pile(room) {
  const {table} = room;
  if (table.phase === "playing") {
    const players = Object.values(table.players);
    const played = players.filter((player) => player.played).length;
    return html`<ul class="piles fan" role="list">${Array.from({length: played}, () => html`<li class="pile"><div class="card white down"><span class="back">?</span></div></li>`)}</ul>`;
  }
  const best = bestOf(table).map(({play}) => play);
  const all = best.length ? [...plays(table).filter(([number]) => best.includes(number)), ...others(table)] : plays(table);
  return html`<ul class="piles ${all.length <= 4 ? "few" : ""}" role="list">${repeat(all, ([number]) => number, ([number, play]) => html`<li class="pile">
    <div class="card white ${play.cards ? `up ${size(play.cards.join(" "))}` : "down"} ${best.includes(number) ? "focus" : ""}">
      ${play.cards ? play.cards.map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`) : html`<span class="back">?</span>`}
      ${author(room, number, play)}${placeBadge(table, number)}</div></li>`)}</ul>`;
}

/**
 * The question with the answer that is looked at, or the winning sentences.
 * @param {Room.Model} room
 */
function sentences(room) {
  const {table, lang} = room;
  const black = /** @type {Wire.BlackCard} */ (table.black_card);
  const best = bestOf(table).slice(0, MOST_SENTENCES);
  if (best.length === 0) return html`<div class="tv-half">${blackCard(black, cardsOf(table, room.focus), {lang})}</div>`;
  return html`<div class="tv-half ${best.length > 1 ? "shared" : ""}">${best.map(({play}) => blackCard(black, cardsOf(table, play), {extra: "winning", winner: true, lang}))}</div>`;
}

/** @param {Room.Model} room */
const bar = (room) => timeLeft(room, (left, all) => time(left, all, Boolean(stopped(room))));

/** @type {(left: number, all: number, stands: boolean) => unknown} */
function time(left, all, stands) {
  return html`<div class="tv-time ${stands ? "stopped" : left <= 10 ? "soon" : ""}" role="timer" data-testid="countdown" aria-label="${left} seconds left">
    <i style=${styleMap({"--part": String(Math.min(1, left / all))})}></i><b>${left}</b></div>`;
}

/** @param {Room.Model} room */
function corner(room) {
  return html`<aside class="tv-join"><img class="qr" src=${room.links.qr} alt="QR code with the link to this room">
    <p>Join at <b>${host(room.links)}</b></p><p class="code">${room.table.code}</p></aside>`;
}

/** @param {Room.Model} room */
function middle(room) {
  const {table} = room;
  if (table.phase === "lobby") return html`<div class="tv-lobby"><img class="qr" src=${room.links.qr} alt="QR code with the link to this room"><div>
    <p class="label">Join at <b>${host(room.links)}</b></p><p class="huge">${table.code}</p><p class="label">${counted(table.decks.length, "deck")}, ${counted(Object.values(table.players).filter((one) => one.presence !== "left").length, "player")}</p></div></div>`;
  if (table.phase === "game_over") return html`${podiumSteps(room)}
    <div class="tv-best">${bestRounds(room.history, table.game).slice(0, 2).map((round) => html`<div>
      ${blackCard({text: round.black, pick: round.pick}, round.cards)}<p class="author">${round.name}</p></div>`)}</div>`;
  if (table.phase === "choosing") return html`<div class="tv-choosing">${backs(table)}</div>`;
  if (!table.black_card) return nothing;
  return html`${sentences(room)}<div class="tv-half">${pile(room)}</div>`;
}

/** @param {Room.Model | Room.Opening} room */
export function tvView(room) {
  const over = finalScreen(room);
  if (over !== nothing) return over;
  if (!room.table) return waitingRoom(room);
  const {table} = room;
  const party = (table.phase === "round_over" && table.winner) || (table.phase === "game_over" && (table.winners || []).length);
  return html`<div class="tv phase-${table.phase}">
    ${banner(room)}${bar(room)}${stopped(room) ? html`<p class="tv-stopped" role="status" data-testid="clock-stopped">${stopped(room)}</p>` : nothing}
    ${party ? confetti((table.round || 0) + 500, 80) : nothing}
    ${heading(room)}<header class="tv-head"><div>${ribbon(room)}${status(room)}</div>${table.phase === "lobby" ? nothing : corner(room)}</header>
    <div class="tv-middle">${middle(room)}</div>
    <footer class="tv-seats">${seats(room)}</footer>
  </div>`;
}
