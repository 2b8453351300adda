/** The end: the podium, the best combinations of the night, and another game. */
import {html, nothing} from "../../../lit/lit-html.js";
import {can, nameOf, podium, ranking} from "../roles.js";
import {counted} from "../../kit/words.js";
import {afterwards} from "./afterwards.js";
import {confetti} from "./confetti.js";
import {winningRounds} from "./history.js";
import {shareIcon} from "../../kit/icons.js";
import {blackCard} from "../../kit/card.js";
import {status} from "./parts.js";
import {guessList} from "./prediction.js";

/** @param {Room.Model} room */
function steps(room) {
  const {table} = room;
  return html`<ol class="podium" data-testid="podium" role="list">
    ${podium(table).map((place) => html`<li class="place place-${place.place}">
      <span class="names">${place.players.map((number) => html`<b>${nameOf(table, number)}</b>`)}</span>
      <span class="step"><span class="rank">${place.place}</span><span class="points">${counted(place.score, "point")}</span></span>
    </li>`)}
  </ol>`;
}

/** @param {Room.Model} room */
function rest(room) {
  const best = new Set(podium(room.table).flatMap((place) => place.players));
  const others = ranking(room.table).filter(([number]) => !best.has(number));
  if (others.length === 0) return nothing;
  return html`<ul class="others" role="list">${others.map(([, player]) => html`<li>${player.name} <b>${player.score}</b></li>`)}</ul>`;
}

/** @param {Room.Model} room */
function combinations(room) {
  const rounds = winningRounds(room.history, room.table.game);
  if (rounds.length === 0) return nothing;
  return html`<section aria-label="Best of the night"><h2>Best of the night</h2>
    <ul class="best" role="list">${rounds.map((round) => html`<li>${blackCard({text: round.black, pick: round.pick}, round.cards)}
      <p class="author">${round.name}</p></li>`)}</ul></section>`;
}

/** @param {Room.Model} room */
export function gameOver(room) {
  const {table} = room;
  return html`<div class="stage finale">
    ${(table.winners || []).length ? confetti((table.game || 0) + 1000, 70) : nothing}
    <div class="pinned"><h1 tabindex="-1">Game over</h1>${status(room)}</div>
    <div class="below">${steps(room)}${rest(room)}${afterwards(room)}${guessList(room)}${combinations(room)}</div>
  </div>`;
}

/** @param {Room.Model} room */
export function gameOverDock(room) {
  const again = can(room.seat, "rematch");
  return html`<button type="button" class="quiet" data-testid="share-result" @click=${() => room.act.shareResult()}>${shareIcon} Share</button>
    ${again ? html`<button type="button" class="primary" data-testid="rematch" ?disabled=${room.sending("rematch")}
      @click=${() => room.act.move("rematch")}>Rematch</button>` : html`<p class="wait">${room.me ? `${nameOf(room.table, room.table.host)} can start a rematch` : "That was that"}</p>`}`;
}
