/** What whoever waits for answers looks at: the pile that grows, who still thinks, what won last, and a tip in a first round. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {styleMap} from "../../../../lit/directives/style-map.js";
import {blackCard} from "../../../kit/card.js";
import {face} from "../../../kit/face.js";
import {nameOf, seated} from "../../roles.js";
import {tips} from "../../texts/waiting_words.js";
import {countingUp} from "../every_second.js";
import {gettext, ngettext, parts} from "../../../kit/i18n.js";

/** So many cards a pile shows; the number beside it tells of all. */
const MOST = 30;
const TIP_SECONDS = 8;

/**
 * How a card lies, the same for each drawing: [turned by degrees, moved down by pixels].
 * @param {number} seed
 */
const lies = (seed) => [((seed * 47) % 15) - 7, ((seed * 29) % 11) - 5];

/** @type {(key: string, seed: number, whose: unknown) => unknown} */
function landed(key, seed, whose) {
  const [turn, drop] = lies(seed);
  return html`<li class="landed" data-of=${key} style=${styleMap({"--turn": `${turn}deg`, "--drop": `${drop}px`})}>${whose}</li>`;
}

/**
 * The cards on the pile: one for each player whose answer is in, with their face; of a crowd only their number is known.
 * @param {Room.Model} room
 */
function cards({table, links}) {
  if (table.crowd) return Array.from({length: Math.min(table.crowd.answered, MOST)}, (_, index) => ({key: `n${index}`, seed: index + 1, whose: /** @type {unknown} */ (nothing)}));
  return seated(table).filter(([, player]) => player.played).slice(0, MOST)
    .map(([number, player]) => ({key: number, seed: Number(number) + (table.round || 0), whose: html`${face(links.faces, player)}<span class="sr">${player.name}</span>`}));
}

/**
 * "3 of 5 answers are in"
 * @param {Wire.Table} table
 */
function tally({players, waiting_for: waiting, crowd}) {
  const [there, open] = crowd ? [crowd.answered, crowd.waiting] : [Object.values(players).filter((player) => player.played).length, waiting.length];
  return open ? parts(ngettext("%(there)s of %(count)s answer in", "%(there)s of %(count)s answers in", there + open, null), {there: html`<b>${there}</b>`, count: there + open}) : html`${gettext("All answers are in")}`;
}

/**
 * The faces of those who have not played yet.
 * @param {Room.Model} room
 */
function thinking({table, links, me}) {
  const others = table.waiting_for.filter((number) => table.players[number]);
  if (!others.length || table.crowd) return nothing;
  return html`<ul class="thinkers" role="list" aria-label=${gettext("Still thinking")} data-testid="thinking">${repeat(others.slice(0, MOST), (number) => number, (number, index) => html`<li style=${styleMap({"--i": String(index % 5)})} title=${table.players[number].name}>
    ${face(links.faces, table.players[number])}<span class="sr">${number === me ? gettext("you") : table.players[number].name}</span></li>`)}<li class="dots" aria-hidden="true"><i></i><i></i><i></i></li></ul>`;
}

/** @param {Room.Model} room */
function growing(room) {
  const pile = cards(room);
  return html`<section class="growing" aria-label=${gettext("Answers so far")} data-testid="growing">
    <ul class="heap ${pile.length > 8 ? "many" : ""}" role="list">${pile.length ? repeat(pile, ({key}) => key, ({key, seed, whose}) => landed(key, seed, whose)) : html`<li class="landed none" aria-hidden="true"></li>`}</ul>
    <p class="so-far">${tally(room.table)}</p>${thinking(room)}</section>`;
}

/** @param {Room.Model} room */
function lastWin({story, table, links, lang}) {
  const win = story.lastWin(table);
  if (!win) return nothing;
  const player = table.players[win.player];
  return html`<section class="last-win" aria-label=${gettext("What won last")} data-testid="last-win"><p class="won-by">${player ? face(links.faces, player) : nothing}<span>${parts(gettext("%(name)s won the last round"), {name: html`<b>${nameOf(table, win.player)}</b>`})}</span></p>
    ${blackCard(win.black, win.cards, {extra: "small", lang})}</section>`;
}

/** @param {Room.Model} room */
function tip({story, table, seat, clock}) {
  if (!story.isFirstRound(table)) return nothing;
  const all = tips(table, seat);
  return html`<p class="tip" data-testid="tip">${countingUp(0, clock, (seconds) => all[Math.floor(seconds / TIP_SECONDS) % all.length])}</p>`;
}

/**
 * All of it, in the middle of the stage.
 * @param {Room.Model} room
 */
export const waiting = (room) => html`${growing(room)}${tip(room)}${lastWin(room)}`;
