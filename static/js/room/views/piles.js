/** Turning the cards and choosing the winner: everybody sees the same piles, only the judge's answer. */
import {html, nothing} from "../../../lit/lit-html.js";
import {keyed} from "../../../lit/directives/keyed.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {can, cardsOf, plays} from "../roles.js";
import {ofBlack, ofPlay} from "../subjects.js";
import {sentence, size} from "../../kit/text.js";
import {counted} from "../../kit/words.js";
import {bellIcon} from "../../kit/icons.js";
import {whiteText} from "../../kit/card.js";
import {likeButton} from "./likes.js";
import {guessButton, guessHint} from "./prediction.js";
import {heading, more, onMenu, question, status} from "./parts.js";

/** @type {(room: Room.Model, number: string, index: number) => unknown} */
function faceDown(room, number, index) {
  const turn = can(room.seat, "reveal_play");
  const inside = html`<span class="back" aria-hidden="true">?</span><span class="sr">Answer ${index + 1}, face down</span>`;
  if (!turn) return html`<div class="card white down" data-testid="pile-card" data-play=${number}>${inside}</div>`;
  return html`<button type="button" class="card white down turnable" data-testid="pile-card" data-play=${number}
    ?disabled=${room.sending("reveal_play")} @click=${() => room.act.move("reveal_play", {play: number})}>${inside}<span class="tap" aria-hidden="true">tap to turn</span></button>`;
}

/** @type {(room: Room.Model, number: string) => unknown} */
function confirm(room, number) {
  if (room.ui.pick !== number || !can(room.seat, "pick_winner")) return nothing;
  return html`<button type="button" class="primary confirm" data-testid="confirm-winner" ?disabled=${room.sending("pick_winner")}
    @click=${() => room.act.move("pick_winner", {play: number})}>This one wins</button>`;
}

/** @type {(room: Room.Model, number: string, texts: string[], index: number) => unknown} */
function faceUp(room, number, texts, index) {
  const {seat, ui, table} = room;
  const judges = can(seat, "pick_winner");
  const focus = judges ? ui.pick === number : room.focus === number;
  const mine = seat && (seat.mine === number || seat.second_mine === number);
  const cards = ofPlay(table, number);
  return html`<div class="card-face"><button type="button" class="card white up ${size(texts.join(" "))} ${focus ? "focus" : ""}"
      data-testid="pile-card" data-play=${number} aria-pressed=${focus ? "true" : "false"}
      aria-label=${table.black_card ? sentence(table.black_card, texts) : nothing} lang=${room.lang || nothing} @click=${() => (judges ? room.act.pick(number) : room.act.look(number))}
      @contextmenu=${onMenu(room, cards)}>
    ${texts.map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`)}
    ${mine ? html`<span class="yours">yours</span>` : nothing}
    ${index < 10 ? html`<span class="key" aria-hidden="true">${(index + 1) % 10}</span>` : nothing}
  </button>${likeButton(room, number)}${more(room, cards)}</div>${confirm(room, number)}${guessButton(room, number)}`;
}

/** @param {Room.Model} room */
export function piles(room) {
  const {table} = room;
  const all = plays(table);
  const down = all.filter(([, play]) => !play.cards).length;
  return html`<div class="stage judging">${heading(room)}
    <div class="pinned">
      ${question(room, cardsOf(table, room.focus), {corner: more(room, ofBlack(table))})}
      <div class="line">${status(room)}
        ${table.phase === "revealing" ? html`<span class="hint">${down ? `${counted(down, "card")} face down` : ""}</span>` : nothing}
        ${room.offersNudge ? html`<button type="button" class="quiet nudge" data-testid="nudge" @click=${() => room.act.signal("nudge")}>${bellIcon} Nudge</button>` : nothing}</div>
    </div>
    <div class="below">
      <ul class="piles ${all.length <= 6 ? "few" : ""}" role="list" aria-label="The answers">
        ${repeat(all, ([number]) => number, ([number, play], index) => html`<li class="pile">
          ${keyed(Boolean(play.cards), play.cards ? faceUp(room, number, play.cards, index) : faceDown(room, number, index))}</li>`)}
      </ul>
    </div>
  </div>`;
}

/** @param {Room.Model} room */
export function pilesDock(room) {
  const {seat, ui} = room;
  if (can(seat, "pick_winner") && ui.pick === null) return html`<p class="wait">Tap the answer you like best</p>`;
  return guessHint(room);
}
