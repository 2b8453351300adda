/** The big screen: no controls, readable from the sofa, no secrets. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {styleMap} from "../../../lit/directives/style-map.js";
import {cardsOf, nameOf, plays, podium} from "../roles.js";
import {size} from "../../kit/text.js";
import {counted} from "../../kit/words.js";
import {blackCard, whiteText} from "../../kit/card.js";
import {stopped, timeLeft} from "./clock.js";
import {heading, seats, status} from "./parts.js";
import {winningRounds} from "./history.js";
import {confetti} from "./confetti.js";
import {banner, finalScreen, waitingRoom} from "./states.js";

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
  const all = plays(table);
  return html`<ul class="piles ${all.length <= 4 ? "few" : ""}" role="list">${repeat(all, ([number]) => number, ([number, play]) => {
    const won = table.winner && table.winner.play === number;
    return html`<li class="pile"><div class="card white ${play.cards ? `up ${size(play.cards.join(" "))}` : "down"} ${won ? "focus" : ""}">
      ${play.cards ? play.cards.map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`) : html`<span class="back">?</span>`}
      ${play.player ? html`<span class="author">${nameOf(table, play.player)}</span>` : nothing}</div></li>`;
  })}</ul>`;
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
  if (table.phase === "game_over") return html`<ol class="podium" data-testid="podium" role="list">${podium(table).map((place) => html`<li class="place place-${place.place}">
    <span class="names">${place.players.map((number) => html`<b>${nameOf(table, number)}</b>`)}</span>
    <span class="step"><span class="rank">${place.place}</span><span class="points">${counted(place.score, "point")}</span></span></li>`)}</ol>
    <div class="tv-best">${winningRounds(room.history, table.game).slice(0, 2).map((round) => html`<div>
      ${blackCard({text: round.black, pick: round.pick}, round.cards)}<p class="author">${round.winner}</p></div>`)}</div>`;
  if (!table.black_card) return nothing;
  const cards = cardsOf(table, table.winner ? table.winner.play : room.focus);
  return html`<div class="tv-half">${blackCard(table.black_card, cards, {extra: table.winner ? "winning" : "", winner: Boolean(table.winner), lang: room.lang})}</div>
    <div class="tv-half">${pile(room)}</div>`;
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
    ${heading(room)}<header class="tv-head">${status(room)}${table.phase === "lobby" ? nothing : corner(room)}</header>
    <div class="tv-middle">${middle(room)}</div>
    <footer class="tv-seats">${seats(room)}</footer>
  </div>`;
}
