/** What the big screen asks of whoever sits beside it: a tap for sound, and whether cards are read aloud. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {silentIcon, soundIcon, voiceIcon} from "../../../kit/icons.js";
import {gettext} from "../../../kit/i18n.js";

/**
 * The switches as they are `drawn`; `blocked` while the browser waits for a tap.
 * @type {(sounds: Pick<Room.Sounds, "blocked" | "wanted" | "touched" | "want">, reader: Pick<Room.Reader, "able" | "on" | "want">) => {blocked: boolean, drawn: unknown}}
 */
export function switches(sounds, reader) {
  const {blocked, wanted: {table: on}} = sounds;
  const sound = blocked
    ? html`<button type="button" class="quiet tap-for-sound" data-testid="tap-for-sound" @click=${() => sounds.touched()}>${soundIcon} ${gettext("Tap for sound")}</button>`
    : html`<button type="button" class="icon-button" data-testid="sound" aria-pressed=${on ? "true" : "false"} aria-label=${gettext("Sound")} title=${on ? gettext("Sound is on") : gettext("Sound is off")}
      @click=${() => sounds.want("table", !on)}>${on ? soundIcon : silentIcon}</button>`;
  const voice = reader.able ? html`<button type="button" class="icon-button" data-testid="reads-aloud" aria-pressed=${reader.on ? "true" : "false"} aria-label=${gettext("Read cards aloud")}
    title=${reader.on ? gettext("Cards are read aloud") : gettext("Read cards aloud")} @click=${() => reader.want(!reader.on)}>${voiceIcon}</button>` : nothing;
  return {blocked, drawn: html`<div class="tv-switches">${sound}${voice}</div>`};
}
