/** Under the thumb while answers are turned and chosen: the next turn, what is chosen, or what to do. Cards never move for it. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {decidingMove, decision, isDecision, isOwn, isRanked, mayChoose, placesToGive} from "../../rounds/deciding.js";
import {nextToTurn} from "../../rounds/answers.js";
import {howToChoose, placeLabel, turnLabel} from "../../texts/choosing_words.js";
import {withSeconds} from "../clock.js";
import {guessHint} from "./prediction.js";
import {gettext} from "../../../kit/i18n.js";

/**
 * The button that sends what is chosen.
 * @type {(room: Room.Model, label: string) => unknown}
 */
function send(room, label) {
  const {table, seat, ui, act, reading} = room;
  const [move, args] = decision(table, seat, ui.picks);
  return html`<button type="button" class="primary" data-testid=${move === "vote" ? "confirm-vote" : "confirm-winner"}
    ?disabled=${room.sending(move)} @click=${() => reading.ready() && act.move(move, args)}>${withSeconds(room, label)}</button>`;
}

/** @type {(room: Room.Model, play: string) => unknown} */
function turnNext(room, play) {
  const {table, act} = room;
  return html`<button type="button" class="primary" data-testid="turn-next" ?disabled=${room.sending("reveal_play")}
    @click=${() => act.move("reveal_play", {play})}>${withSeconds(room, turnLabel(table))}</button>`;
}

/** @type {(room: Room.Model, text: string) => unknown} */
const told = (room, text) => html`<p class="wait">${withSeconds(room, text)}</p>`;

/**
 * One answer: what stands in the black card is what the button means.
 * @param {Room.Model} room
 */
function one(room) {
  const {table, seat, ui, focus, reading} = room;
  if (!focus || (seat?.vote?.includes(focus) && !isDecision(table, seat, ui.picks))) return told(room, howToChoose(table, seat));
  if (isOwn(seat, focus) && !mayChoose(seat, focus)) return told(room, gettext("This one is yours: choose another"));
  if (ui.picks[0] === focus) return send(room, decidingMove(seat) === "vote" ? gettext("Vote for this one") : gettext("This one wins"));
  return html`<button type="button" class="quiet wide" data-testid="choose-this" @click=${() => reading.pickInDock(focus)}>${withSeconds(room, gettext("Choose this one"))}</button>`;
}

/**
 * Three in order: a place for the answer that is read, beside the button that sends all of them.
 * @param {Room.Model} room
 */
function inOrder(room) {
  const {table, seat, ui, focus, marked, reading} = room;
  if (!focus && !ui.picks.length) return told(room, howToChoose(table, seat));
  const missing = placesToGive(table, seat) - marked.length;
  const complete = isDecision(table, seat, ui.picks);
  const label = missing > 0 ? `${missing} more` : decidingMove(seat) === "vote" ? gettext("Vote in this order") : gettext("These win, in this order");
  return html`${focus && mayChoose(seat, focus) ? html`<button type="button" class="quiet place-this" data-testid="place-this" @click=${() => reading.pickInDock(focus)}>${
    marked.includes(focus) ? gettext("Take it back") : placeLabel(table, seat, marked)}</button>` : nothing}
    ${complete ? send(room, label) : missing > 0 ? html`<button type="button" class="primary" disabled>${withSeconds(room, label)}</button>` : told(room, gettext("Your vote is in"))}`;
}

/** @param {Room.Model} room */
export function pilesDock(room) {
  const {table, seat} = room;
  const down = nextToTurn(table, seat);
  if (down) return turnNext(room, down);
  if (!decidingMove(seat)) return guessHint(room);
  return isRanked(table) && placesToGive(table, seat) > 1 ? inOrder(room) : one(room);
}
