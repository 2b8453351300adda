/** What somebody missed who comes back or comes late; a tap takes it away, or time. */
import {html, nothing} from "../../../lit/lit-html.js";
import {closeIcon} from "../../kit/icons.js";
import {gettext} from "../../kit/i18n.js";

/** @param {Room.Model} room */
export function caughtUp({story}) {
  if (!story.told) return nothing;
  return html`<button type="button" class="banner missed" data-testid="caught-up" @click=${() => story.dismiss()}><span>${story.told}</span><span class="sr">. ${gettext("Close")}</span>${closeIcon}</button>`;
}
