/** The black card of a round while its answers are read: one sentence as large as the screen allows, and the way through all of them. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {backIcon} from "../../../kit/icons.js";
import {maySort, neighbour} from "../../rounds/answers.js";
import {cardsOf, plays} from "../../roles.js";
import {ofBlack} from "../../rounds/subjects.js";
import {more, question} from "../parts.js";
import {sentence} from "../sentence.js";
import {likeButton} from "./likes.js";
import {guessButton} from "./prediction.js";
import {gettext, parts} from "../../../kit/i18n.js";

const asideIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 3l18 18M10.5 5.7c5-.8 8.6 2.3 10.5 6.3a14 14 0 0 1-2.5 3.4M6.6 7.2A13 13 0 0 0 3 12c2.5 5 7.5 7.5 12.6 5.4M9.9 10a3 3 0 0 0 4.2 4.2"/></svg>`;

/**
 * The button that puts an answer aside, and takes it back; `word` where there is room for one.
 * @type {(room: Room.Model, number: string, look: {testid: string, extra: string, word?: string}) => unknown}
 */
export function asideButton({seat, table, ui, reading}, number, {testid, extra, word = ""}) {
  if (!maySort(seat)) return nothing;
  const aside = ui.aside.includes(number);
  return html`<button type="button" class=${extra} data-testid=${testid} data-aside=${number} aria-pressed=${aside ? "true" : "false"}
    aria-label=${gettext("Put aside: %(answer)s", {answer: cardsOf(table, number).join(" / ")})} title=${gettext("Put aside")} @click=${() => reading.putAside(number)}>${asideIcon}${word ? html`<span class="word">${word}</span>` : nothing}</button>`;
}

/** @type {(room: Room.Model, by: 1 | -1) => unknown} */
function stepButton({table, focus, ui, reading}, by) {
  const label = by > 0 ? gettext("Next answer") : gettext("Answer before");
  return html`<button type="button" class="icon-button step-${by > 0 ? "on" : "back"}" data-testid=${by > 0 ? "read-next" : "read-back"} aria-label=${label} title=${label}
    ?disabled=${!neighbour(table, focus, by, ui.aside)} @click=${() => reading.step(by)}>${backIcon}</button>`;
}

/**
 * "3 of 7" between the ways on and back, and what can be done with the answer that is read.
 * @param {Room.Model} room
 */
function strip(room) {
  const {table, focus} = room;
  const all = plays(table);
  const place = all.findIndex(([number]) => number === focus);
  return html`<div class="strip" role="group" aria-label=${gettext("Read the answers")}>
    ${stepButton(room, -1)}<span class="at" data-testid="place">${place < 0 ? nothing : parts(gettext("%(place)s of %(count)s"), {place: html`<b>${place + 1}</b>`, count: all.length})}</span>${stepButton(room, 1)}
    ${focus ? html`<span class="doing">${likeButton(room, focus, "like-this")}${guessButton(room, focus)}${
    asideButton(room, focus, {testid: "put-aside", extra: "quiet small aside-this", word: room.ui.aside.includes(focus) ? gettext("Aside") : gettext("Put aside")})}</span>` : nothing}</div>`;
}

/** @param {Room.Model} room */
export function reader(room) {
  const {table, focus, ui, reading} = room;
  return html`<div class="reader ${focus && ui.aside.includes(focus) ? "aside" : ""}" data-testid="reader"
      ${sentence({key: `${table.round} ${focus}`, way: reading.way, fresh: !ui.look && !ui.picks.length, step: (/** @type {1 | -1} */ by) => reading.step(by)})}>
    ${question(room, cardsOf(table, focus), {corner: more(room, ofBlack(table))})}</div>${strip(room)}`;
}
