/** What a host is asked before a night is moved, or guests are told what else has changed. */
import {html} from "../../../lit/lit-html.js";
import {onValue} from "../../kit/dom.js";
import {listed} from "../../kit/words.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/** What guests may be told of, as they know it. */
const FIELDS = {place: gettext("place"), minutes: gettext("length"), title: gettext("name"), note: gettext("word to all")};

/**
 * What moving does, and why the night is moved.
 * @type {(guests: Room.Model["guests"], moving: NonNullable<Room.Model["guests"]["date"]["moving"]>) => unknown}
 */
function move(guests, {letters, answers, reason}) {
  const tells = guests.kept ? gettext("This machine sends no mail: you tell your guests of the new date yourself") : ngettext("%(count)s letter tells of the new date", "%(count)s letters tell of the new date", letters);
  const told = letters ? tells : gettext("No letter has told of the old date");
  return html`<div class="move" role="group" aria-label=${gettext("Move the night")} data-testid="move-question">
    <p>${answers ? ngettext("%(told)s, and %(count)s answer is asked for again.", "%(told)s, and %(count)s answers are asked for again.", answers, {told}) : `${told}.`}</p>
    <label class="field"><span>${gettext("Why?")} <span class="hint">${guests.kept ? gettext("If you like.") : gettext("If you like: it stands in the letters.")}</span></span>
      <textarea rows="2" maxlength="300" data-testid="move-reason" .value=${reason} @input=${onValue((text) => guests.date.because(text))}></textarea></label>
    <div class="row"><button type="button" class="primary" data-testid="move-night" ?disabled=${Boolean(guests.busy)} @click=${() => guests.date.move()}>${gettext("Yes, move it")}</button>
      <button type="button" class="quiet" data-testid="keep-night" @click=${() => guests.date.stay()}>${gettext("Keep the date")}</button></div></div>`;
}

/**
 * Whether guests hear of another place, length, name or word.
 * @type {(guests: Room.Model["guests"], telling: NonNullable<Room.Model["guests"]["date"]["telling"]>) => unknown}
 */
function tell(guests, {letters, changed}) {
  const busy = Boolean(guests.busy);
  return html`<div class="move" role="group" aria-label=${gettext("Tell the guests")} data-testid="tell-question">
    <p>${ngettext("Tell the guest of what is new: %(changed)s? The letter brings it into calendars, and answers stay.", "Tell the %(count)s guests of what is new: %(changed)s? The letters bring it into calendars, and answers stay.", letters, {changed: listed(changed.map((name) => FIELDS[name]))})}</p>
    <div class="row"><button type="button" class="primary" data-testid="tell-change" ?disabled=${busy} @click=${() => guests.date.save(true)}>${gettext("Save it and tell them")}</button>
      <button type="button" class="quiet" data-testid="save-quietly" ?disabled=${busy} @click=${() => guests.date.save(false)}>${gettext("Save it, no letters")}</button></div></div>`;
}

/**
 * The question that waits for an answer, or null.
 * @param {Room.Model["guests"]} guests
 */
export function question(guests) {
  const {moving, telling} = guests.date;
  if (moving) return move(guests, moving);
  return telling ? tell(guests, telling) : null;
}
