/** "Sam wants their seat back: let them?", on the page of who decides. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {face} from "../../kit/face.js";
import {nameOf} from "../roles.js";

/** @param {Room.Model} room */
export function questions({asks, table, act, links}) {
  if (!asks.list.length) return nothing;
  return html`<section class="asks" aria-label="A question for you" data-testid="asks">${repeat(asks.list, ({id}) => id, ({id, player}) => {
    const name = nameOf(table, player);
    const here = table.players[player]?.presence === "here";
    return html`<article class="ask"><p class="who-asks">${table.players[player] ? face(links.faces, table.players[player]) : nothing}<b>${name} wants their seat back: let them?</b></p>
      <p class="why">${here ? "Somebody sits there right now! " : ""}They ask from a device that has no key to it. A yes gives it the hand and the points.</p>
      <div class="row"><button type="button" class="primary" data-testid="ask-yes" ?disabled=${asks.sending} @click=${() => act.answerAsk(id, true)}>Yes, let them</button>
        <button type="button" class="quiet" data-testid="ask-no" ?disabled=${asks.sending} @click=${() => act.answerAsk(id, false)}>No</button></div></article>`;
  })}</section>`;
}
