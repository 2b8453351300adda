/** How we play: presets and all options for the host, in the lobby and in mid-game; what differs from the usual for the others. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {live} from "../../../../lit/directives/live.js";
import {onTick, onValue} from "../../../kit/dom.js";
import {differences, groupsOf, offered, presetOf, shortened, shown, valueOf} from "../../texts/presets.js";

/**
 * The value of an option, or the one that is on its way.
 * @type {(room: Room.Model, name: string) => Rules.Value}
 */
function present({ui: {change}, table, sending}, name) {
  const coming = change?.name === name && !change.why && sending("change_settings");
  return coming ? change.value : valueOf(table.settings, name);
}

/** @type {(room: Room.Model, option: Rules.Option) => unknown} */
function control(room, option) {
  const value = present(room, option.name);
  const describedBy = `about-${option.name}`;
  if (option.kind === "switch") {
    return html`<input type="checkbox" role="switch" class="switch" name=${option.name} aria-describedby=${describedBy} .checked=${live(Boolean(value))}
      @change=${onTick((checked) => room.act.changeOption(option.name, checked))}>`;
  }
  const send = onValue((chosen) => room.act.changeOption(option.name, option.kind === "number" ? Number(chosen) : chosen));
  return html`<select name=${option.name} aria-describedby=${describedBy} .value=${live(String(value))} @change=${send}>
    ${offered(option, value).map(([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}</select>`;
}

/**
 * One option with its sentence, and why its last change was refused. What cannot change now stands there without a control.
 * @type {(room: Room.Model, option: Rules.Option, running: boolean) => unknown}
 */
function choice(room, option, running) {
  const {change} = room.ui;
  const fixed = running && !option.live;
  return html`<div class="choice ${option.kind === "choice" ? "choice-of" : ""} ${fixed ? "fixed" : ""}" data-option=${option.name}>
    <label><b>${option.label}</b> ${fixed ? html`<span class="value">${shown(option, valueOf(room.table.settings, option.name))}</span>` : control(room, option)}</label>
    <p class="hint" id="about-${option.name}">${option.sentence}${fixed ? html` <i>Fixed until this game ends.</i>` : nothing}</p>
    ${change?.name === option.name && change.why ? html`<p class="refused" role="alert" data-testid="refused">${change.why}</p>` : nothing}
  </div>`;
}

/** @type {(room: Room.Model, running: boolean) => unknown} */
function groups(room, running) {
  const {rules, table: {settings}} = room;
  return groupsOf(rules, settings).map(([title, options]) => {
    const special = differences(options, settings);
    const inside = options.map((option) => option.label).join(", ");
    return html`<details class="group"><summary><b>${title}</b> ${special.length ? html`<span class="own">${shortened(special)}</span>` : html`<span class="inside">${inside}</span>`}</summary>
      <div class="choices">${options.map((option) => choice(room, option, running))}</div></details>`;
  });
}

/** @param {Room.Model} room */
function presets(room) {
  const {rules, table: {settings}, act} = room;
  const chosen = presetOf(rules, settings);
  return html`<div class="presets" role="group" aria-label="Presets">
    ${rules.presets.map((preset) => html`<button type="button" class="preset" data-testid="preset" aria-pressed=${preset === chosen ? "true" : "false"}
      @click=${() => act.choosePreset(preset)}><b>${preset.name}</b> <span>${preset.hint}</span></button>`)}
    <p class="preset own-mix" data-testid="own-mix" aria-current=${chosen ? nothing : "true"}><b>Your own mix</b> <span>${chosen ? "Change anything below" : "As chosen below"}</span></p>
  </div>`;
}

/**
 * The host's choices in the lobby.
 * @param {Room.Model} room
 */
export function settingsForm(room) {
  return html`<section class="settings" aria-label="Settings">
    <h2>How we play</h2>
    ${presets(room)}
    <div class="groups">${groups(room, false)}</div>
  </section>`;
}

/**
 * The same while a game runs.
 * @param {Room.Model} room
 */
export const liveSettings = (room) => html`<div class="settings groups">${groups(room, true)}</div>`;

/**
 * What everybody sees of it: the preset, or what differs from the usual.
 * @param {Room.Model} room
 */
export function howWePlay({rules, table: {settings}}) {
  const preset = presetOf(rules, settings);
  const special = differences(rules.options, settings);
  return html`<div class="how-we-play" data-testid="how-we-play"><p><b>${preset ? preset.name : "A mix of our own"}</b>${preset ? html` <span class="hint">${preset.hint}</span>` : nothing}</p>
    ${special.length ? html`<ul class="special" role="list" aria-label="What is special">${special.map((words) => html`<li>${words}</li>`)}</ul>` : nothing}</div>`;
}
