/** What the builder says by itself: whether everything is saved. */
import {html} from "../../../lit/lit-html.js";
import {checkIcon} from "../../kit/icons.js";
import {gettext} from "../../kit/i18n.js";

/** @param {Builder.Model} builder */
export function savingStatus({saving, act, ui}) {
  const waits = saving.steps.length;
  if (saving.status === "saved" && !ui.dirty) return html`<span class="saved">${checkIcon} ${gettext("Saved")}</span>`;
  if (saving.status === "saving" || saving.status === "saved") return html`<span>${gettext("Saving\u2026")}</span>`;
  const again = html`<button type="button" class="linkish" data-testid="again" @click=${() => act.wake()}>${gettext("Try now")}</button>`;
  if (saving.status === "waiting") return html`<span class="waiting">${gettext("Offline \u00B7 %(count)s kept", {count: waits})} ${again}</span>`;
  return html`<span class="waiting">${gettext("Not saved.")} ${again}</span>`;
}
