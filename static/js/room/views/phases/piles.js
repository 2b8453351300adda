/** Turning the cards and choosing the winner: everybody sees the same piles; the judge chooses, or everybody votes. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {keyed} from "../../../../lit/directives/keyed.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {decidingMove, decision, isDecision, isOwn, isRanked, isVote, mayChoose, placesToGive} from "../../rounds/deciding.js";
import {howToChoose} from "../../texts/deciding_words.js";
import {can, cardsOf, plays} from "../../roles.js";
import {ofBlack, ofPlay} from "../../rounds/subjects.js";
import {sentence, size} from "../../../kit/text.js";
import {counted} from "../../../kit/words.js";
import {whiteText} from "../../../kit/card.js";
import {likeButton} from "./likes.js";
import {guessButton, guessHint} from "./prediction.js";
import {heading, more, onMenu, question, ribbon, seats, status} from "../parts.js";
import {nudge} from "./playing.js";

/** @type {(room: Room.Model, number: string, index: number) => unknown} */
function faceDown(room, number, index) {
  const turn = can(room.seat, "reveal_play");
  const inside = html`<span class="back" aria-hidden="true">?</span><span class="sr">Answer ${index + 1}, face down</span>`;
  if (!turn) return html`<div class="card white down" data-testid="pile-card" data-play=${number}>${inside}</div>`;
  return html`<button type="button" class="card white down turnable" data-testid="pile-card" data-play=${number}
    ?disabled=${room.sending("reveal_play")} @click=${() => room.act.move("reveal_play", {play: number})}>${inside}<span class="tap" aria-hidden="true">tap to turn</span></button>`;
}

/**
 * The button that sends what is chosen.
 * @type {(room: Room.Model, label: string, extra: string) => unknown}
 */
function send(room, label, extra) {
  const {table, seat, ui} = room;
  const [move, args] = decision(table, seat, ui.picks);
  return html`<button type="button" class="primary ${extra}" data-testid=${move === "vote" ? "confirm-vote" : "confirm-winner"}
    ?disabled=${room.sending(move)} @click=${() => room.act.move(move, args)}>${label}</button>`;
}

/**
 * Beside the card, where only one is chosen.
 * @type {(room: Room.Model, number: string) => unknown}
 */
function confirm(room, number) {
  const {table, seat, ui} = room;
  if (isRanked(table) || ui.picks[0] !== number || !isDecision(table, seat, ui.picks)) return nothing;
  return send(room, decidingMove(seat) === "vote" ? "Vote for this one" : "This one wins", "confirm");
}

/**
 * The place that an answer has been given, or a tick on the one with this person's vote.
 * @type {(room: Room.Model, number: string) => unknown}
 */
function badge({table, seat, marked}, number) {
  const place = marked.indexOf(number);
  if (place < 0) return nothing;
  if (isRanked(table) && placesToGive(table, seat) > 1) return html`<span class="badge"><span class="sr">place </span>${place + 1}</span>`;
  return seat?.vote?.includes(number) ? html`<span class="badge"><span class="sr">your vote</span><span aria-hidden="true">\u2713</span></span>` : nothing;
}

/** @type {(room: Room.Model, number: string, texts: string[], index: number) => unknown} */
function faceUp(room, number, texts, index) {
  const {seat, table} = room;
  const mine = isOwn(seat, number);
  const chooses = mayChoose(seat, number);
  const focus = room.marked.includes(number) || (room.focus === number && !(isRanked(table) && chooses));
  const cards = ofPlay(table, number);
  return html`<div class="card-face"><button type="button" class="card white up ${size(texts.join(" "))} ${focus ? "focus" : ""} ${mine && isVote(table) ? "own" : ""}"
      data-testid="pile-card" data-play=${number} aria-pressed=${focus ? "true" : "false"}
      aria-label=${table.black_card ? `${sentence(table.black_card, texts)}${mine ? ", yours" : ""}` : nothing} lang=${room.lang || nothing}
      @click=${() => (chooses ? room.act.pick(number) : room.act.look(number))} @contextmenu=${onMenu(room, cards)}>
    ${texts.map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`)}
    ${mine ? html`<span class="yours">yours</span>` : nothing}
    ${badge(room, number)}
    ${index < 10 ? html`<span class="key" aria-hidden="true">${(index + 1) % 10}</span>` : nothing}
  </button>${likeButton(room, number)}${more(room, cards)}</div>${confirm(room, number)}${guessButton(room, number)}`;
}

/** @param {Room.Model} room */
export function piles(room) {
  const {table} = room;
  const all = plays(table);
  const down = all.filter(([, play]) => !play.cards).length;
  return html`<div class="stage judging">${heading(room)}
    <div class="pinned">${ribbon(room)}
      ${question(room, cardsOf(table, room.focus), {corner: more(room, ofBlack(table))})}
      <div class="line">${status(room)}
        ${table.phase === "revealing" ? html`<span class="hint">${down ? `${counted(down, "card")} face down` : ""}</span>` : nothing}
        ${nudge(room)}</div>
    </div>
    <div class="below">
      <ul class="piles ${all.length <= 6 ? "few" : ""}" role="list" aria-label="The answers">
        ${repeat(all, ([number]) => number, ([number, play], index) => html`<li class="pile">
          ${keyed(Boolean(play.cards), play.cards ? faceUp(room, number, play.cards, index) : faceDown(room, number, index))}</li>`)}
      </ul>
      ${isVote(table) ? seats(room) : nothing}
    </div>
  </div>`;
}

/** @param {Room.Model} room */
export function pilesDock(room) {
  const {table, seat, ui} = room;
  if (!decidingMove(seat)) return guessHint(room);
  const {length} = ui.picks;
  if (length === 0) return html`<p class="wait">${howToChoose(table, seat)}</p>`;
  if (!isRanked(table)) return nothing;
  const missing = placesToGive(table, seat) - length;
  if (missing > 0) return html`<button type="button" class="primary" disabled>${missing} more</button>`;
  if (!isDecision(table, seat, ui.picks)) return nothing;
  return send(room, decidingMove(seat) === "vote" ? "Vote in this order" : "These win, in this order", "");
}
