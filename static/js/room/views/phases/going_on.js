/** The way to the room where the same group goes on. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {gettext, parts} from "../../../kit/i18n.js";

/** @param {Room.Model} room */
export function goAlong({evening, links, me, token}) {
  if (!evening.again || !me) return nothing;
  return html`<section class="kept-evening" aria-label=${gettext("The next room")} data-testid="go-along"><p>${parts(gettext("%(name)s has opened the next room."), {name: html`<b>${evening.again.by}</b>`})}</p>
    <form method="post" action="${links.go_on}along/"><input type="hidden" name="csrfmiddlewaretoken" value=${token}>
      <button class="primary">${gettext("Go along")}</button></form></section>`;
}
