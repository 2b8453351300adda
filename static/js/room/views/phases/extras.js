/** What rules of the house let a player do beside answering: a row of small buttons above the hand, and what they lead to. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {twoStep} from "../../../kit/confirm.js";
import {can} from "../../roles.js";
import {approving, writeButton, writing, writtenLine} from "./write_in.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/** @param {Room.Model} room */
function discarding({act}) {
  return html`<p class="hint" role="status">${gettext("Which card goes? Everybody will see it.")}</p>
    <button type="button" class="quiet small" data-testid="discard-not" @click=${() => act.take("")}>${gettext("Keep them all")}</button>`;
}

/** @param {Room.Model} room */
function wagering({act}) {
  return html`<p class="hint" role="status">${gettext("Two answers: if neither wins, they cost you a point.")}</p>
    <button type="button" class="quiet small" data-testid="wager-not" @click=${() => act.take("")}>${gettext("Just one")}</button>`;
}

/** @param {Room.Model} room */
function swap({act, confirmation, table: {settings}}) {
  const price = Number(settings.swap_price) || 1;
  const label = settings.swap_hand === "points" ? ngettext("New hand for %(count)s point", "New hand for %(count)s points", price) : gettext("New hand");
  return twoStep(confirmation, {key: "swap-hand", label, sure: gettext("Yes, all new cards"), extra: "small", act: () => act.move("swap_hand")});
}

/**
 * The row; nothing where no rule offers anything.
 * @param {Room.Model} room
 */
export function extras(room) {
  const {act, seat, ui} = room;
  if (ui.tool === "discard") return html`<div class="extras">${discarding(room)}</div>`;
  if (ui.tool === "wager") return html`<div class="extras">${wagering(room)}</div>`;
  if (ui.tool === "write_white") return html`<div class="extras">${writing(room)}</div>`;
  const offered = [
    can(seat, "discard") ? html`<button type="button" class="quiet small" data-testid="discard" @click=${() => act.take("discard")}>${gettext("Put a card away")}</button>` : nothing,
    writeButton(room),
    can(seat, "wager") ? html`<button type="button" class="quiet small" data-testid="wager" @click=${() => act.take("wager")}>${gettext("Two answers")}</button>` : nothing,
    can(seat, "swap_hand") ? swap(room) : nothing,
  ].filter((button) => button !== nothing);
  return html`${offered.length ? html`<div class="extras" role="group" aria-label=${gettext("You may also")}>${offered}</div>` : nothing}
    ${writtenLine(room)}${approving(room)}`;
}

/**
 * The button under the thumb while a card is being put away.
 * @param {Room.Model} room
 */
export function discardDock({act, ui}) {
  return html`<button type="button" class="primary" data-testid="discard-card" ?disabled=${ui.away === null} @click=${() => act.discard()}>${
    ui.away === null ? gettext("Tap the card that goes") : gettext("Put this card away")}</button>`;
}
