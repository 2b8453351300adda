/** The end: the podium, the best combinations of the night, and another game. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {can, nameOf, podium, ranking} from "../../roles.js";
import {face} from "../../../kit/face.js";
import {afterwards} from "./afterwards.js";
import {confetti} from "./confetti.js";
import {bestRounds, bestSentences} from "../panels/history.js";
import {shareIcon} from "../../../kit/icons.js";
import {blackCard} from "../../../kit/card.js";
import {status} from "../parts.js";
import {podiumSteps} from "./podium.js";
import {evening, titles} from "./titles.js";
import {guessList} from "./prediction.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/** @param {Room.Model} room */
function rest(room) {
  const best = new Set(podium(room.table).flatMap((place) => place.players));
  const others = ranking(room.table).filter(([number]) => !best.has(number));
  if (others.length === 0) return nothing;
  return html`<ul class="others ${others.length > 6 ? "many" : ""}" role="list">${others.map(([, player]) => html`<li>${face(room.links.faces, player)}${player.name} <b>${player.score}</b></li>`)}</ul>`;
}

/** @param {Room.Model} room */
function combinations(room) {
  const rounds = bestRounds(room.history, room.table.game);
  if (rounds.length === 0) return nothing;
  return html`<section aria-label=${gettext("Best of the night")}><h2>${gettext("Best of the night")}</h2>
    <ul class="best" role="list">${rounds.map((round) => html`<li>${blackCard({text: round.black, pick: round.pick}, round.cards)}
      <p class="author">${round.player && room.table.players[round.player] ? face(room.links.faces, room.table.players[round.player]) : nothing}${round.name}${round.likes ? ` \u00B7 ${ngettext("%(count)s like", "%(count)s likes", round.likes)}` : ""}</p></li>`)}</ul></section>`;
}

/** @param {Room.Model} room */
export function gameOver(room) {
  const {table} = room;
  return html`<div class="stage finale">
    ${(table.winners || []).length ? confetti((table.game || 0) + 1000, 70) : nothing}
    <div class="pinned"><h1 tabindex="-1">${gettext("Game over")}</h1>${status(room)}</div>
    <div class="below">${podiumSteps(room)}${rest(room)}${titles(room)}${evening(room)}${afterwards(room)}${guessList(room)}${combinations(room)}</div>
  </div>`;
}

/** @param {Room.Model} room */
export function gameOverDock(room) {
  const again = can(room.seat, "rematch");
  return html`<button type="button" class="quiet" data-testid="share-result" @click=${() => room.act.shareResult(bestSentences(room.history, room.table.game))}>${shareIcon} ${gettext("Share")}</button>
    ${again ? html`<button type="button" class="primary" data-testid="rematch" ?disabled=${room.sending("rematch")}
      @click=${() => room.act.move("rematch")}>${gettext("Rematch")}</button>` : html`<p class="wait">${room.me ? gettext("%(name)s can start a rematch", {name: nameOf(room.table, room.table.host)}) : gettext("That was that")}</p>`}`;
}
