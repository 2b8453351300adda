/** The person's own name, in the menu. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {onSubmit} from "../../../kit/dom.js";
import {gettext} from "../../../kit/i18n.js";

/** @param {Room.Model} room */
export function myName(room) {
  const {me, table, act} = room;
  const mine = me && table.players[me];
  if (!mine) return nothing;
  return html`<details><summary data-testid="change-name">${gettext("Change my name")}</summary>
    <form class="my-name" @submit=${onSubmit(() => act.changeName())}>
      <label><span class="sr">${gettext("Your name")}</span><input id="my-name" .defaultValue=${mine.name} required maxlength="24" autocomplete="nickname" enterkeyhint="done" data-testid="new-name"></label>
      <button class="primary" data-testid="keep-name" ?disabled=${room.sending("change_name")}>${gettext("Change")}</button>
    </form>
    <p class="hint">${gettext("Everybody sees it at once. Points and cards stay yours.")}</p></details>`;
}
