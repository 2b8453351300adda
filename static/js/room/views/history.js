/** The rounds so far, newest first, as the server tells them after each verdict. */
import {html, nothing} from "../../../lit/lit-html.js";
import {guard} from "../../../lit/directives/guard.js";
import {sentence} from "../../kit/text.js";
import {blackCard} from "../../kit/card.js";

/**
 * The rounds of one game that somebody won: [{black, pick, winner, cards, round}], newest first.
 * @type {(history: Room.History, game: number | undefined) => (Wire.PastRound & {cards: string[]})[]}
 */
export function winningRounds(history, game) {
  return (Array.isArray(history) ? history : [])
    .filter((round) => round.game === game && round.winner)
    .map((round) => ({...round, cards: (round.plays.find((play) => play.won) || {cards: []}).cards}));
}

/**
 * The same as plain sentences, to share.
 * @type {(history: Room.History, game: number | undefined) => string[]}
 */
export function bestSentences(history, game) {
  return winningRounds(history, game).map((round) => sentence({text: round.black, pick: round.pick}, round.cards));
}

/** @param {Wire.PastRound} round */
function one(round) {
  const won = round.plays.find((play) => play.won);
  const others = round.plays.filter((play) => !play.won);
  return html`<li>
    ${blackCard({text: round.black, pick: round.pick}, won ? won.cards : [], {extra: "small"})}
    <p class="author">${round.winner ? html`<b>${round.winner}</b> won` : "Nobody won"}${round.judge ? `, ${round.judge} judged` : ""}</p>
    ${others.length ? html`<details><summary>Other answers</summary><ul role="list" class="answers">
      ${others.map((play) => html`<li><q>${play.cards.join(" / ")}</q> ${play.name}</li>`)}</ul></details>` : nothing}
  </li>`;
}

/** @param {Room.Model} room */
export function historyPanel(room) {
  const {history} = room;
  if (history === "failed") return html`<p>The memory is blank. <button type="button" class="quiet" @click=${() => room.act.loadHistory()}>Try again</button></p>`;
  if (!history) return html`<p class="hint">Remembering\u2026</p>`;
  if (history.length === 0) return html`<p class="hint">The first round is still to be won.</p>`;
  return guard([history], () => html`<ol class="history" role="list">${history.map(one)}</ol>`);
}
