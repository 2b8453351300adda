/** Hearts on open answers: a button for those of others, and how many there are once the verdict is told. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {heartIcon} from "../../../kit/icons.js";
import {isOwn} from "../../rounds/deciding.js";
import {can, cardsOf} from "../../roles.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/**
 * Whether this play belongs to whoever sits here.
 * @param {Room.Model} room
 * @param {string} number
 */
export function isMine({seat, table, me}, number) {
  return isOwn(seat, number) || Boolean(me && table.plays?.[number]?.player === me);
}

/** @type {(room: Room.Model, number: string, testid?: string) => unknown} */
export function likeButton(room, number, testid = "like") {
  const {seat, table, act} = room;
  const count = table.likes?.[number] || 0;
  const told = count ? html`<b>${count}</b><span class="sr"> ${count === 1 ? "like" : "likes"}</span>` : nothing;
  if (!can(seat, "like") || isMine(room, number)) {
    return count ? html`<span class="likes" data-testid="${testid}s" title=${ngettext("%(count)s like", "%(count)s likes", count)}>${heartIcon}${told}</span>` : nothing;
  }
  const likes = Boolean(seat?.likes?.includes(number));
  return html`<button type="button" class="likes like" data-testid=${testid} data-like=${number} aria-pressed=${likes ? "true" : "false"}
    aria-label=${gettext("I like this answer: %(answer)s", {answer: cardsOf(table, number).join(" / ")})} @click=${() => act.move(likes ? "unlike" : "like", {play: number})}>${heartIcon}${told}</button>`;
}
