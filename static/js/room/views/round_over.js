/** The verdict: the winning sentence, its author, everybody else's answers, and the way on. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {can, cardsOf, nameOf, plays} from "../roles.js";
import {ofBlack, ofPlay} from "../subjects.js";
import {size} from "../../kit/text.js";
import {addBot} from "./bots.js";
import {confetti} from "./confetti.js";
import {whiteText} from "../../kit/card.js";
import {everySecond} from "./every_second.js";
import {likeButton} from "./likes.js";
import {rightGuesses} from "./prediction.js";
import {heading, more, question, seats, status} from "./parts.js";

/** @type {(room: Room.Model, number: string, play: Wire.Play) => unknown} */
function other(room, number, play) {
  return html`<li class="pile"><div class="card-face"><div class="card white up ${size((play.cards || []).join(" "))}" data-testid="pile-card" data-play=${number}>
    ${(play.cards || []).map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`)}
    ${play.player ? html`<span class="author">${nameOf(room.table, play.player)}</span>` : nothing}</div>${likeButton(room, number)}${more(room, ofPlay(room.table, number))}</div></li>`;
}

/** @param {Room.Model} room */
export function roundOver(room) {
  const {table} = room;
  const won = table.winner;
  const rest = plays(table).filter(([number, play]) => play.cards && (!won || number !== won.play));
  return html`<div class="stage verdict ${won ? "won" : "void"}">${heading(room)}
    ${won ? confetti(table.round || 0, won.player === room.me ? 60 : 36) : nothing}
    <div class="pinned">
      ${question(room, cardsOf(table, won?.play), {
    extra: won ? "winning" : "", winner: Boolean(won), corner: more(room, ofBlack(table, won?.play)),
  })}
      <div class="line">${status(room)}${won ? likeButton(room, won.play) : nothing}</div>
      ${rightGuesses(room)}
    </div>
    <div class="below">
      ${seats(room)}
      ${rest.length ? html`<h2>${won ? "The other answers" : "What was played"}</h2>
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
      @click=${() => room.act.move("next_round")}>Continue${next((left) => html` <small>next round in ${left}</small>`)}</button>`;
  }
  if (table.paused) {
    return html`${addBot(room, "primary")}<button type="button" class=${can(room.seat, "add_bot") ? "quiet wide" : "primary"}
      @click=${() => room.act.shareLink()}>Invite somebody</button>`;
  }
  return table.deadline ? html`<p class="wait">${next((left) => `Next round in ${left}`)}</p>` : html`<p class="wait">${nameOf(table, table.host)} goes on to the next round</p>`;
}
