/** What is left of an evening: its page, its best sentence as a picture, letters with it, and the next room. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {linkIcon, mailIcon, shareIcon} from "../../../kit/icons.js";
import {goAlong} from "./going_on.js";
import {gettext} from "../../../kit/i18n.js";

/**
 * What can be done with the page once it is there.
 * @type {(room: Room.Model, recap: Room.Recap) => unknown}
 */
function recapTools({evening, isHost, guests, table}, recap) {
  return html`<div class="row">
    <a class="quiet button" href=${recap.url} target="_blank" rel="noopener" data-testid="recap-link">${linkIcon} ${gettext("Look at it")}</a>
    <button type="button" class="quiet" data-testid="share-recap" @click=${() => evening.share(recap)}>${shareIcon} ${gettext("Share the link")}</button>
    ${recap.picture ? html`<a class="quiet button" href="${recap.picture}?save" download data-testid="save-picture">${gettext("Best sentence as a picture")}</a>` : nothing}
    ${isHost && guests.invitations.length ? html`<button type="button" class="quiet" data-testid="mail-recap" ?disabled=${evening.busy} @click=${() => evening.mail(table.game || 0)}>${mailIcon} ${gettext("Mail it to the invited")}</button>` : nothing}
  </div><p class="hint">${gettext("Whoever has the link can read the page; it can be withdrawn there.")}</p>`;
}

/** @param {Room.Model} room */
function nextRoom({isHost, links, token, evening}) {
  if (!isHost || evening.again) return nothing;
  return html`<form method="post" action=${links.go_on}><input type="hidden" name="csrfmiddlewaretoken" value=${token}>
    <button class="quiet" data-testid="go-on">${gettext("Same group, new room")}</button>
    <p class="hint">${gettext("For another day: the same rules and decks, and everybody here gets the way there.")}</p></form>`;
}

/** @param {Room.Model} room */
export function afterwards(room) {
  const {table, evening, me, history} = room;
  const recap = evening.recaps.get(table.game || 0);
  const judged = Array.isArray(history) && history.some((round) => round.game === table.game);
  return html`${goAlong(room)}${me && (judged || recap || room.isHost) ? html`<section class="kept-evening" aria-label=${gettext("Keep the evening")}><h2>${gettext("Keep the evening")}</h2>
    ${recap ? recapTools(room, recap) : judged ? html`<p class="hint">${gettext("A page with the podium, the best sentences and every answer, for whoever gets its link.")}</p>
      <button type="button" class="quiet" data-testid="make-recap" ?disabled=${evening.busy} @click=${() => evening.make(table.game || 0)}>${gettext("Make a page of it")}</button>` : nothing}
    ${nextRoom(room)}</section>` : nothing}`;
}
