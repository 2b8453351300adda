/** Answers on the big screen: the growing pile, pages of open cards, and the scores after a verdict. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {styleMap} from "../../../../lit/directives/style-map.js";
import {whiteText} from "../../../kit/card.js";
import {face} from "../../../kit/face.js";
import {bestOf, signed} from "../../rounds/deciding.js";
import {ranking} from "../../roles.js";
import {backsOf, nameType, onPage} from "../../tv/layout.js";
import {answersOf, pagesOf, pageWith} from "../../tv/stage.js";
import {author, placeBadge} from "../phases/round_over.js";
import {gettext, ngettext, parts} from "../../../kit/i18n.js";

const ROW = 6.6;
/** More pages than these are told in numbers. */
const MOST_DOTS = 20;

/** @param {Record<string, number>} values  custom properties */
const measures = (values) => styleMap(Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, String(value)])));

/**
 * The answers that have come in, face down.
 * @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage) => unknown}
 */
export function pile({table}, {answers}) {
  const players = Object.values(table.players);
  const count = table.crowd ? table.crowd.answered : players.filter(({played}) => played).length;
  const {shown, columns, size} = backsOf(count, {...answers, height: answers.height - 9});
  return html`<div class="tv-pile"><p class="tv-count">${parts(ngettext("%(count)s answer is in", "%(count)s answers are in", count, null), {count: html`<b>${count}</b>`})}</p>
    <ul class="tv-backs" role="list" style=${measures({columns, size})}>${Array.from({length: shown}, () => html`<li class="card white down"><span class="back">?</span></li>`)}</ul></div>`;
}

/**
 * While a crowd reads, each on their own phone: how many have voted.
 * @param {Room.Model} room
 */
export function votesIn({table}) {
  const count = table.crowd ? table.crowd.answered : Object.values(table.players).filter(({voted}) => voted).length;
  return html`<div class="tv-pile"><p class="tv-count" data-testid="votes-in">${parts(ngettext("%(count)s vote is in", "%(count)s votes are in", count, null), {count: html`<b>${count}</b>`})}</p></div>`;
}

/** @type {(room: Room.Model, number: string, play: Wire.Play) => unknown} */
function answer(room, number, {cards}) {
  const {table} = room;
  const play = /** @type {Wire.Play} */ (table.plays?.[number]);
  return html`<li class="pile"><div data-play=${number} class="card white ${cards ? "up" : "down"} ${room.focus === number || bestOf(table).some((one) => one.play === number) ? "focus" : ""}">
    ${cards ? cards.map((text) => html`<span class="one">${whiteText(text, room.lang)}</span>`) : html`<span class="back">?</span>`}
    ${author(room, number, play)}${placeBadge(table, number)}</div></li>`;
}

/** @type {(pages: number, page: number) => unknown} */
const dots = (pages, page) => (pages < 2 ? nothing : html`<p class="tv-dots" role="img" aria-label=${gettext("Page %(page)s of %(pages)s", {page: page + 1, pages})}>
  ${pages > MOST_DOTS ? `${page + 1} / ${pages}` : Array.from({length: pages}, (_, place) => html`<i class=${place === page ? "now" : ""}></i>`)}</p>`);

/**
 * A page of the answers; after a verdict the scores are the first one.
 * @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage, show: Pick<import("../../tv/show.js").Show, "anchor" | "turns">) => unknown}
 */
export function answers(room, stage, {anchor, turns}) {
  const {table} = room;
  const pages = pagesOf(table, stage);
  const page = (pageWith(table, stage, anchor) + turns) % pages;
  const scores = table.phase === "round_over" && table.verdict?.length ? 1 : 0;
  if (page < scores) return html`<div class="tv-half">${scoreboard(room, stage)}${dots(pages, page)}</div>`;
  const {columns, rows, type} = stage.grid;
  return html`<div class="tv-half"><ul class="tv-answers" role="list" style=${measures({columns, rows, type})}>
    ${repeat(onPage(answersOf(table), stage.grid, page - scores), ([number]) => number, ([number, play]) => answer(room, number, play))}</ul>${dots(pages, page)}</div>`;
}

/**
 * The best of the game; who has just got points slides from the place before to the new one.
 * @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage) => unknown}
 */
function scoreboard({table, gains, links}, {answers: box}) {
  const now = ranking(table);
  const before = [...now].sort(([a, one], [b, other]) => other.score - (gains[b] || 0) - one.score + (gains[a] || 0) || Number(a) - Number(b)).map(([number]) => number);
  const rows = Math.min(now.length, Math.max(1, Math.floor(box.height / ROW)));
  return html`<ol class="tv-scores" role="list" data-testid="scoreboard">${repeat(now.slice(0, rows), ([number]) => number, ([number, player], place) => html`
    <li class=${gains[number] ? "gains" : ""} style=${measures({was: Math.min(before.indexOf(number), rows) - place, type: nameType(player.name, box.width - 26)})}>
      ${face(links.faces, player)}<span class="name">${player.name}</span>${gains[number] ? html`<span class="gain">${signed(gains[number])}</span>` : nothing}<b>${player.score}</b></li>`)}</ol>`;
}
