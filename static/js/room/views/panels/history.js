/** The rounds so far, newest first, as the server tells them after each verdict. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {guard} from "../../../../lit/directives/guard.js";
import {face} from "../../../kit/face.js";
import {sentence} from "../../../kit/text.js";
import {listed} from "../../../kit/words.js";
import {signed} from "../../rounds/deciding.js";
import {blackCard} from "../../../kit/card.js";
import {gettext, pgettext} from "../../../kit/i18n.js";

/**
 * The answers that won, those that shared a round too: the best liked first, of equals the newest. Of one game, or of all.
 * @type {(history: Room.History, game?: number) => {black: string, pick: number, name: string, player?: string, cards: string[], likes: number}[]}
 */
export function bestRounds(history, game) {
  return (Array.isArray(history) ? history : [])
    .filter((round) => game === undefined || round.game === game)
    .sort((one, other) => other.game - one.game || other.round - one.round)
    .flatMap(({black, pick, plays}) => plays.filter((play) => play.won).map(({name, player, cards, likes = 0}) => ({black, pick, name, player, cards, likes})))
    .sort((one, other) => other.likes - one.likes);
}

/**
 * The same as plain sentences, to share.
 * @type {(history: Room.History, game: number | undefined) => string[]}
 */
export function bestSentences(history, game) {
  return bestRounds(history, game).map((round) => sentence({text: round.black, pick: round.pick}, round.cards));
}

/**
 * " +2" where it was another number than one.
 * @param {Wire.PastRound["plays"][0]} play
 */
const worth = ({points = 0}) => (points === 0 || points === 1 ? "" : ` ${signed(points)}`);

/**
 * "Ann and Bo shared it, everybody voted"
 * @type {(room: Room.Model, round: Wire.PastRound, won: Wire.PastRound["plays"]) => unknown}
 */
function verdict(room, {plays, judge}, won) {
  const how = judge ? gettext("%(judge)s judged", {judge}) : plays.some((play) => play.votes !== undefined) ? gettext("everybody voted") : "";
  const by = how && `, ${how}`;
  if (won.length === 0) return `${gettext("Nobody won")}${by}`;
  return html`${won.map(({player}) => portrait(room, player))}<b>${listed(won.map((play) => play.name))}</b> ${won.length > 1 ? gettext("shared it") : pgettext("a round", "won")}${worth(won[0])}${by}`;
}

/** @type {(room: Room.Model, number?: string) => unknown} */
const portrait = ({table, links}, number) => (number && table.players[number] ? face(links.faces, table.players[number]) : nothing);

/** @param {Room.Model} room */
const looks = ({table}) => Object.values(table.players).map((one) => `${one.face}.${one.colour}`).join();

/** @type {(round: Wire.PastRound, answers: string[]) => unknown} */
const card = ({black, pick}, answers) => blackCard({text: black, pick}, answers, {extra: "small"});

/** @type {(room: Room.Model, round: Wire.PastRound) => unknown} */
function one(room, round) {
  const {plays} = round;
  const won = plays.filter((play) => play.won);
  const others = plays.filter((play) => !play.won).sort((a, b) => (b.points || 0) - (a.points || 0) || (b.votes || 0) - (a.votes || 0));
  return html`<li>
    ${won.length ? won.map((play) => card(round, play.cards)) : card(round, [])}
    <p class="author">${verdict(room, round, won)}</p>
    ${others.length ? html`<details><summary>${gettext("Other answers")}</summary><ul role="list" class="answers">
      ${others.map((play) => html`<li><q>${play.cards.join(" / ")}</q> ${portrait(room, play.player)}${play.name}${worth(play)}</li>`)}</ul></details>` : nothing}
  </li>`;
}

/** @param {Room.Model} room */
export function historyPanel(room) {
  const {history} = room;
  if (history === "failed") return html`<p>${gettext("The memory is blank.")} <button type="button" class="quiet" @click=${() => room.act.loadHistory()}>${gettext("Try again")}</button></p>`;
  if (!history) return html`<p class="hint">${gettext("Remembering\u2026")}</p>`;
  if (history.length === 0) return html`<p class="hint">${gettext("The first round is still to be won.")}</p>`;
  return guard([history, looks(room)], () => html`<ol class="history" role="list">${history.map((round) => one(room, round))}</ol>`);
}
