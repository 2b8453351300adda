/** Before the answers: the judge chooses the black card, or writes one; the others look at their hands. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {live} from "../../../../lit/directives/live.js";
import {can} from "../../roles.js";
import {LONGEST, blanks, canBeAsked, length, tooMuch, withBlank, written} from "../../rounds/written.js";
import {blackCard} from "../../../kit/card.js";
import {elementAround, onValue} from "../../../kit/dom.js";
import {withSeconds} from "../clock.js";
import {heading, ribbon, seats, status} from "../parts.js";
import {nudge, stillHand} from "./playing.js";
import {gettext} from "../../../kit/i18n.js";

/** @type {(room: Room.Model, card: Wire.BlackCard, index: number) => unknown} */
function choice(room, card, index) {
  const {ui, act} = room;
  const chosen = ui.question === index;
  return html`<li class="pile"><button type="button" class="question-choice" data-testid="question" data-question=${index}
      aria-pressed=${chosen ? "true" : "false"} @click=${() => act.ask(index)}>${blackCard(card, [], {lang: room.lang})}
      <span class="key" aria-hidden="true">${index + 1}</span></button></li>`;
}

/** @type {(room: Room.Model, event: Event) => void} */
function putBlank(room, event) {
  const field = /** @type {HTMLTextAreaElement} */ (elementAround(event, ".own-question")?.querySelector("textarea"));
  const {text, caret} = withBlank(field.value, field.selectionStart, field.selectionEnd);
  field.value = text;
  field.focus();
  field.setSelectionRange(caret, caret);
  room.act.phrase(text);
}

/** @param {Room.Model} room */
function field(room) {
  const {ui} = room;
  const trouble = tooMuch(ui.draft);
  const hint = ui.draft.trim() && !blanks(ui.draft) ? gettext("No blank: the answer follows your question") : "";
  return html`<div class="own-question" data-testid="own-question">
    <label><span class="sr">${gettext("Your question")}</span><textarea rows="2" data-testid="question-text" enterkeyhint="done" placeholder=${gettext("What is under the bed?")}
      .value=${live(ui.draft)} @input=${onValue((text) => room.act.phrase(text))}></textarea></label>
    <div class="row"><button type="button" class="quiet put-blank" data-testid="put-blank" @click=${(/** @type {Event} */ event) => putBlank(room, event)}><span class="line-of-blank" aria-hidden="true"></span> ${gettext("Blank")}</button>
      <p class="hint ${trouble ? "trouble" : ""}" role="status">${trouble || hint}</p>
      <p class="count ${length(ui.draft) > LONGEST ? "trouble" : ""}" data-testid="count">${length(ui.draft)}<span aria-hidden="true"> / ${LONGEST}</span><span class="sr"> ${gettext("of %(most)s characters", {most: LONGEST})}</span></p></div>
  </div>`;
}

/**
 * The card while it is written, and its field.
 * @param {Room.Model} room
 */
function own(room) {
  const {ui, act} = room;
  const choices = room.seat?.choices || [];
  if (ui.question !== "own") {
    return html`<button type="button" class="write-own" data-testid="write-own" @click=${() => act.ask("own")}>${gettext("Write your own")}</button>`;
  }
  return html`${field(room)}
    ${choices.length ? html`<button type="button" class="quiet" data-testid="back-to-choices" @click=${() => act.ask("own")}>${gettext("Back to the cards")}</button>` : nothing}`;
}

/**
 * Face down: nobody but the judge sees what there is to choose.
 * @param {Wire.Table} table
 */
export function backs({settings}) {
  return html`<div class="backs" aria-hidden="true">${Array.from({length: Math.max(1, Number(settings.judge_chooses) || 0)}, () => html`<span class="card black back-side"><span>?</span></span>`)}</div>`;
}

/** @param {Room.Model} room */
function judgeStage(room) {
  const {seat, ui} = room;
  const writes = ui.question === "own";
  return html`<div class="stage questions">${heading(room)}
    <div class="pinned">${ribbon(room)}
      ${writes ? blackCard(ui.draft.trim() ? written(ui.draft) : {text: "_", pick: 1}) : nothing}
      <div class="line">${status(room)}</div></div>
    <div class="below">
      ${writes ? nothing : html`<ul class="piles black-piles" role="list" aria-label=${gettext("The questions")}>${(seat?.choices || []).map((card, index) => choice(room, card, index))}</ul>`}
      ${can(seat, "write_black") ? own(room) : nothing}
    </div></div>`;
}

/** @param {Room.Model} room */
export function questions(room) {
  const {seat, table} = room;
  if (can(seat, "choose_black") || can(seat, "write_black")) return judgeStage(room);
  return html`<div class="stage questions waiting">${heading(room)}
    <div class="pinned">${ribbon(room)}${backs(table)}<div class="line">${status(room)}${nudge(room)}</div></div>
    <div class="below">${seats(room)}
      ${seat?.hand.length ? html`<h2>${gettext("Your hand")}</h2>${stillHand(room, seat.hand)}` : nothing}</div></div>`;
}

/** @param {Room.Model} room */
export function questionsDock(room) {
  const {seat, ui, act} = room;
  if (ui.question === "own" && can(seat, "write_black")) {
    return html`<button type="button" class="primary" data-testid="ask-own" ?disabled=${!canBeAsked(ui.draft) || room.sending("write_black")}
      @click=${() => act.move("write_black", {text: ui.draft})}>${withSeconds(room, canBeAsked(ui.draft) ? gettext("Ask this") : gettext("Write a question"))}</button>`;
  }
  if (!can(seat, "choose_black")) return nothing;
  if (typeof ui.question !== "number") return html`<p class="wait">${withSeconds(room, gettext("Tap the question you like"))}</p>`;
  return html`<button type="button" class="primary" data-testid="ask" ?disabled=${room.sending("choose_black")}
    @click=${() => act.move("choose_black", {choice: ui.question})}>${withSeconds(room, gettext("Ask this one"))}</button>`;
}
