/** Turning the cards and choosing the winner: everybody sees the same piles; the judge chooses, or everybody votes. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {keyed} from "../../../../lit/directives/keyed.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {isOwn, isRanked, isVote, mayChoose, placesToGive} from "../../rounds/deciding.js";
import {can, plays} from "../../roles.js";
import {ofPlay} from "../../rounds/subjects.js";
import {sentence, size} from "../../../kit/text.js";
import {whiteText} from "../../../kit/card.js";
import {likeButton} from "./likes.js";
import {guessMark} from "./prediction.js";
import {heading, more, onMenu, ribbon, seats, status} from "../parts.js";
import {nudge} from "./playing.js";
import {asideButton, reader} from "./reader.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/** @type {(room: Room.Model, number: string, index: number) => unknown} */
function faceDown(room, number, index) {
  const turn = can(room.seat, "reveal_play");
  const inside = html`<span class="back" aria-hidden="true">?</span><span class="sr">${gettext("Answer %(number)s, face down", {number: index + 1})}</span>`;
  if (!turn) return html`<div class="card white down" data-testid="pile-card" data-play=${number}>${inside}</div>`;
  return html`<button type="button" class="card white down turnable" data-testid="pile-card" data-play=${number}
    ?disabled=${room.sending("reveal_play")} @click=${() => room.act.move("reveal_play", {play: number})}>${inside}<span class="tap" aria-hidden="true">${gettext("tap to turn")}</span></button>`;
}

/**
 * The place that an answer has been given, or a tick on the one that is chosen or has this person's vote.
 * @type {(room: Room.Model, number: string) => unknown}
 */
function badge({table, seat, marked}, number) {
  const place = marked.indexOf(number);
  if (place < 0) return nothing;
  if (isRanked(table) && placesToGive(table, seat) > 1) return html`<span class="badge"><span class="sr">${gettext("place")} </span>${place + 1}</span>`;
  return html`<span class="badge"><span class="sr">${seat?.vote?.includes(number) ? gettext("your vote") : gettext("chosen")}</span><span aria-hidden="true">\u2713</span></span>`;
}

/**
 * How an answer is marked: chosen (or looked at, by whoever chooses nothing), read in the black card, put aside.
 * @type {(room: Room.Model, number: string) => {pressed: boolean, read: boolean, aside: boolean}}
 */
function marks({seat, marked, focus, ui}, number) {
  const pressed = marked.includes(number) || (focus === number && !mayChoose(seat, number));
  return {pressed, read: focus === number && !pressed, aside: ui.aside.includes(number)};
}

/** @type {(room: Room.Model, number: string, texts: string[], index: number) => unknown} */
function faceUp(room, number, texts, index) {
  const {seat, table, reading} = room;
  const mine = isOwn(seat, number);
  const {pressed, read, aside} = marks(room, number);
  const cards = ofPlay(table, number);
  return html`<div class="card-face ${aside ? "aside" : ""}"><button type="button" class="card white up ${size(texts.join(" "))} ${pressed ? "focus" : read ? "read" : ""} ${mine && isVote(table) ? "own" : ""}"
      data-testid="pile-card" data-play=${number} aria-pressed=${pressed ? "true" : "false"}
      aria-label=${table.black_card ? `${sentence(table.black_card, texts)}${mine ? `, ${gettext("yours")}` : ""}${aside ? `, ${gettext("put aside")}` : ""}` : nothing} lang=${room.lang || nothing}
      @click=${() => (mayChoose(seat, number) ? reading.pick(number) : reading.look(number))} @contextmenu=${onMenu(room, cards)}>
    ${texts.map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`)}
    ${mine ? html`<span class="yours">${gettext("yours")}</span>` : nothing}
    ${badge(room, number)}${guessMark(room, number)}
    ${index < 10 ? html`<span class="key" aria-hidden="true">${(index + 1) % 10}</span>` : nothing}
  </button>${asideButton(room, number, {testid: "pile-aside", extra: "card-aside"})}${likeButton(room, number)}${more(room, cards)}</div>`;
}

/** @param {Room.Model} room */
export function piles(room) {
  const {table} = room;
  const all = plays(table);
  const down = all.filter(([, play]) => !play.cards).length;
  return html`<div class="stage judging">${heading(room)}
    <div class="pinned">${ribbon(room)}
      ${reader(room)}
      <div class="line">${status(room)}
        ${table.phase === "revealing" ? html`<span class="hint">${down ? ngettext("%(count)s card face down", "%(count)s cards face down", down) : ""}</span>` : nothing}
        ${nudge(room)}</div>
    </div>
    <div class="below">
      <ul class="piles ${all.length <= 6 ? "few" : ""}" role="list" aria-label=${gettext("The answers")}>
        ${repeat(all, ([number]) => number, ([number, play], index) => html`<li class="pile">
          ${keyed(Boolean(play.cards), play.cards ? faceUp(room, number, play.cards, index) : faceDown(room, number, index))}</li>`)}
      </ul>
      ${isVote(table) ? seats(room) : nothing}
    </div>
  </div>`;
}
