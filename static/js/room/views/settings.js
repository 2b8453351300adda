/** The host's settings: four presets, and every single value below them. */
import {html} from "../../../lit/lit-html.js";
import {live} from "../../../lit/directives/live.js";
import {onValue} from "../../kit/dom.js";
import {CHOICES, PRESETS, change, offered, presetOf, summary, valueOf} from "../presets.js";

/** @type {(room: Room.Model, one: import("../presets.js").Choice) => unknown} */
function choice(room, one) {
  const present = valueOf(room.table.settings, one.key);
  const send = onValue((value) => room.act.move("change_settings", {settings: change(one.key, Number(value))}));
  return html`<label class="choice"><span>${one.label}</span>
    <select name=${one.key} .value=${live(String(present))} @change=${send}>
      ${offered(one, present).map((value) => html`<option value=${value} ?selected=${value === present}>${one.show(value)}</option>`)}
    </select></label>`;
}

/** @param {Room.Model} room */
export function settingsForm(room) {
  const chosen = presetOf(room.table.settings);
  return html`<section class="settings" aria-label="Settings">
    <h2>How we play</h2>
    <div class="presets" role="group" aria-label="Presets">
      ${PRESETS.map((preset) => html`<button type="button" class="preset" aria-pressed=${preset === chosen ? "true" : "false"}
        @click=${() => room.act.move("change_settings", {settings: preset.settings})}>
        <b>${preset.name}</b><span>${preset.hint}</span></button>`)}
    </div>
    <p class="hint">${summary(room.table.settings)}</p>
    <details><summary>Fine tuning</summary>
      <div class="choices">${CHOICES.map((one) => choice(room, one))}</div>
    </details>
  </section>`;
}
