/** A white card of one's own: writing it, waiting for the host, and what the host reads first. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {onValue} from "../../../kit/dom.js";
import {can} from "../../roles.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

export const LONGEST = 200; // characters, as the server counts them

/** @param {Room.Model} room */
export function writeButton({act, seat}) {
  if (!can(seat, "write_white")) return nothing;
  return html`<button type="button" class="quiet small" data-testid="write" @click=${() => act.take("write_white")}>${seat?.written ? gettext("Write it anew") : gettext("Write a card")}</button>`;
}

/**
 * The box to write in.
 * @param {Room.Model} room
 */
export function writing({act, seat, ui}) {
  /** @param {Event} event */
  const send = (event) => {
    event.preventDefault();
    act.write();
  };
  return html`<form class="write-in" data-testid="write-form" @submit=${send}>
    <label><span class="sr">${gettext("Your own answer")}</span><textarea rows="3" required maxlength=${LONGEST} autofocus placeholder=${gettext("Your own answer")}
      data-testid="write-text" .value=${ui.text} @input=${onValue(act.type)}></textarea></label>
    <p class="buttons"><button class="quiet small" data-testid="write-done">${gettext("Put it in my hand")}</button>
      <button type="button" class="quiet small" data-testid="write-not" @click=${() => act.take("")}>${gettext("Not now")}</button>
      ${seat?.blanks ? html`<span class="hint">${seat.blanks === 1 ? gettext("The last blank card") : ngettext("%(count)s blank card", "%(count)s blank cards", seat.blanks)}</span>` : nothing}</p>
  </form>`;
}

/**
 * What has become of a card that cannot be played yet.
 * @param {Room.Model} room
 */
export function writtenLine({seat}) {
  const card = seat?.written;
  if (!card || !(card.waiting || card.refused)) return nothing;
  return html`<p class="hint written" data-testid="written" role="status">${card.waiting ? gettext("\u201C%(card)s\u201D waits for the host", {card: card.text}) : gettext("\u201C%(card)s\u201D is not for this table; write another one", {card: card.text})}</p>`;
}

/**
 * For the host: cards that wait to be read, without names.
 * @param {Room.Model} room
 */
export function approving({act, seat}) {
  const cards = seat?.to_approve || [];
  if (!cards.length) return nothing;
  return html`<ul class="approve" role="list" aria-label=${gettext("Written cards to approve")}>${cards.map((card) => html`<li data-testid="to-approve">
    <q>${card.text}</q>
    <button type="button" class="quiet small" data-testid="approve" aria-label=${gettext("Let it be played: %(card)s", {card: card.text})} @click=${() => act.move("approve_card", {card: card.id, ok: true})}>${gettext("Fine")}</button>
    <button type="button" class="quiet small" data-testid="approve-not" aria-label=${gettext("Not at this table: %(card)s", {card: card.text})} @click=${() => act.move("approve_card", {card: card.id, ok: false})}>${gettext("Not here")}</button></li>`)}</ul>`;
}
