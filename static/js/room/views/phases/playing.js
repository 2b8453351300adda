/** While answers are chosen: the hand for players, lights on the seats for everybody who waits. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {styleMap} from "../../../../lit/directives/style-map.js";
import {can} from "../../roles.js";
import {needed, playLabel, playable, texts} from "../../rounds/selection.js";
import {inHand, ofBlack} from "../../rounds/subjects.js";
import {size} from "../../../kit/text.js";
import {bellIcon} from "../../../kit/icons.js";
import {whiteText} from "../../../kit/card.js";
import {withSeconds} from "../clock.js";
import {sentence} from "../sentence.js";
import {discardDock, extras} from "./extras.js";
import {waiting} from "./waiting.js";
import {heading, more, onMenu, question, ribbon, seats, status} from "../parts.js";
import {gettext} from "../../../kit/i18n.js";

/** @type {(room: Room.Model, card: Wire.WhiteCard, index: number) => unknown} */
function handCard(room, card, index) {
  const place = room.ui.chosen.indexOf(card.id);
  const chosen = place >= 0;
  const many = needed(room.ui, room.table) > 1;
  const own = room.seat?.written?.id === card.id;
  const away = room.ui.away === card.id;
  return html`<li style=${styleMap({"--i": String(Math.min(index, 12))})}>
    <button type="button" class="card white ${size(card.text)} ${away ? "away" : ""}" data-testid="hand-card" data-card=${card.id}
      aria-pressed=${chosen || away ? "true" : "false"} ?disabled=${(chosen || own) && room.ui.tool === "discard"} @click=${() => room.act.choose(card.id)} @contextmenu=${onMenu(room, inHand(card))}>
      ${whiteText(card.text, room.lang)}
      ${chosen ? html`<span class="badge"><span class="sr">${gettext("chosen, place")} </span>${many ? place + 1 : "\u2713"}</span>` : nothing}
      ${index < 10 ? html`<span class="key" aria-hidden="true">${(index + 1) % 10}</span>` : nothing}
      ${own ? html`<span class="own">${gettext("your own")}</span>` : nothing}
    </button>${own ? nothing : more(room, inHand(card))}</li>`;
}

/** @type {(room: Room.Model, cards: Wire.WhiteCard[]) => unknown} */
function hand(room, cards) {
  return html`<ul class="hand" role="list" aria-label=${gettext("Your hand")}>
    ${repeat(cards, (card) => card.id, (card, index) => handCard(room, card, index))}
  </ul>`;
}

/**
 * The hand while nothing can be done with it.
 * @type {(room: Room.Model, cards: Wire.WhiteCard[]) => unknown}
 */
export function stillHand(room, cards) {
  return html`<ul class="hand still" role="list" aria-label=${gettext("Your hand")}>
    ${repeat(cards, (card) => card.id, (card) => html`<li><div class="card white ${size(card.text)}">${whiteText(card.text, room.lang)}</div>${more(room, inHand(card))}</li>`)}
  </ul>`;
}

/** @type {(room: Room.Model, cards: Wire.WhiteCard[]) => unknown} */
function quietHand(room, cards) {
  return html`<details class="my-hand"><summary>${gettext("Look at your hand")}</summary>${stillHand(room, cards)}</details>`;
}

/** @param {Room.Model} room */
export function nudge(room) {
  if (!room.offersNudge) return nothing;
  return html`<button type="button" class="quiet nudge" data-testid="nudge" @click=${() => room.act.signal("nudge")}>${bellIcon} ${gettext("Nudge")}</button>`;
}

/**
 * The answers to show in the blanks: what is chosen, or what was played.
 * @param {Room.Model} room
 */
function shown(room) {
  const {seat, ui} = room;
  if (!seat) return [];
  return texts(room.chooses ? ui.chosen : seat.play || [], playable(seat));
}

/** @param {Room.Model} room */
function second({seat}) {
  if (!seat?.second_play) return nothing;
  return html`<p class="hint second" data-testid="second">${gettext("And: \u201C%(answer)s\u201D, with a point on it", {answer: texts(seat.second_play, playable(seat)).join(" / ")})}</p>`;
}

/**
 * The black card. While answers are chosen its height is fixed and its type fitted, so that the hand below stays where it is.
 * @param {Room.Model} room
 */
function asked(room) {
  const answers = shown(room);
  const card = question(room, answers, {corner: more(room, ofBlack(room.table))});
  return room.chooses ? html`<div class="fitted" ${sentence({key: JSON.stringify([room.table.black_card?.text, answers])})}>${card}</div>` : card;
}

/** @param {Room.Model} room */
export function playing(room) {
  const {seat, chooses} = room;
  return html`<div class="stage ${chooses ? "choosing" : "waiting"}">${heading(room)}
    <div class="pinned">${ribbon(room)}
      ${asked(room)}
      <div class="line">${status(room)}${nudge(room)}</div>
    </div>
    <div class="below">
      ${seat && chooses ? html`${extras(room)}${hand(room, playable(seat))}` : html`
        ${second(room)}${extras(room)}${waiting(room)}
        ${seat && seat.hand && seat.hand.length ? quietHand(room, seat.hand) : nothing}
        ${seats(room)}`}
    </div>
  </div>`;
}

/** @param {Room.Model} room */
export function playingDock(room) {
  const {ui, table, seat} = room;
  if (ui.tool === "discard") return discardDock(room);
  if (room.chooses) {
    const wanted = needed(ui, table);
    const complete = ui.chosen.length === wanted;
    const sending = room.sending("play_cards") || room.sending("wager");
    const label = ui.tool === "wager" && complete ? gettext("Play both answers") : playLabel(ui.chosen, wanted);
    return html`<button type="button" class="primary" data-testid="play" ?disabled=${!complete || sending} @click=${() => room.act.play()}>${sending ? (room.connected ? gettext("Playing\u2026") : gettext("Goes out when we are back")) : withSeconds(room, label)}</button>`;
  }
  if (can(seat, "take_back")) {
    return html`<button type="button" class="quiet wide" data-testid="take-back" ?disabled=${room.sending("take_back")}
      @click=${() => room.act.move("take_back")}>${gettext("Change my mind")}</button>`;
  }
  return nothing;
}
