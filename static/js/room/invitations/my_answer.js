/** The buttons by which a guest who sits at the table says whether they come to the night. */
import {html, nothing} from "../../../lit/lit-html.js";
import {onTick} from "../../kit/dom.js";
import {ANSWERS} from "./words.js";
import {gettext} from "../../kit/i18n.js";

const CHOICES = /** @type {[keyof typeof ANSWERS, string][]} */ (Object.entries(ANSWERS));

/**
 * For whoever sits there by an invitation; nothing for all others.
 * @type {(room: Room.Model, shown: Wire.Night) => unknown}
 */
export function myAnswer({night, me = ""}, shown) {
  if (!shown.guests.includes(me)) return nothing;
  const mine = shown.people.find(({seat}) => seat === me);
  return html`<div class="my-answer" role="group" aria-label=${gettext("Are you coming?")} data-testid="my-answer">
    <p class="label">${mine ? gettext("Your answer") : gettext("Are you coming?")}</p>
    <div class="row">${CHOICES.map(([answer, word]) => html`<button type="button" class="quiet" aria-pressed=${String(mine?.answer === answer)} ?disabled=${night.asking}
      data-testid="answer-${answer}" @click=${() => night.answer(answer, Boolean(mine?.plus))}>${word[0].toUpperCase()}${word.slice(1)}</button>`)}</div>
    ${shown.plus_one && mine?.answer === "yes" ? html`<label class="tick"><input type="checkbox" data-testid="plus" .checked=${mine.plus} ?disabled=${night.asking}
      @change=${onTick((plus) => night.answer("yes", plus))}> ${gettext("and I bring one more")}</label>` : nothing}
    ${night.trouble ? html`<p class="trouble" role="alert">${night.trouble}</p>` : nothing}</div>`;
}
