/** The fields of the host's form that say what the night is. */
import {html} from "../../../lit/lit-html.js";
import {onTick, onValue} from "../../kit/dom.js";
import {gettext} from "../../kit/i18n.js";

const LENGTHS = {title: 80, place: 200, night_note: 500};

/**
 * What the host says of the night: its name, where it is, a word to all.
 * @param {Room.Model["guests"]} guests
 */
export function about(guests) {
  const {draft} = guests;
  return html`<label class="field"><span>${gettext("Called")} <span class="hint">${gettext("if you like")}</span></span>
      <input data-testid="night-title" maxlength=${LENGTHS.title} .value=${draft.title} @input=${onValue((title) => guests.write({title}))}></label>
    <label class="field"><span>${gettext("Where?")} <span class="hint">${gettext("Empty: online")}</span></span>
      <input data-testid="night-place" maxlength=${LENGTHS.place} placeholder=${gettext("My kitchen, 12 Long Street")} .value=${draft.place} @input=${onValue((place) => guests.write({place}))}></label>
    <label class="field whole"><span>${gettext("A word to all")}</span>
      <textarea rows="2" data-testid="night-note" maxlength=${LENGTHS.night_note} .value=${draft.night_note} @input=${onValue((text) => guests.write({night_note: text}))}></textarea></label>
    <label class="tick whole"><input type="checkbox" data-testid="plus-one" .checked=${draft.plus_one} @change=${onTick((checked) => guests.write({plus_one: checked}))}> ${gettext("Guests may bring somebody")}</label>`;
}
