/** The titles at the end of a game, and what people have won in this room this evening. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {face} from "../../../kit/face.js";
import {nameOf, ranking} from "../../roles.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/** @type {Record<Wire.Title["title"], (count: number, judge: string) => [string, string]>} */
const WORDS = {
  robbed: (count) => [gettext("Robbed"), ngettext("%(count)s like, and not one point", "%(count)s likes, and not one point", count)],
  reader: (count) => [gettext("Mind reader"), ngettext("guessed %(count)s winner", "guessed %(count)s winners", count)],
  poet: (count) => [gettext("Poet"), ngettext("%(count)s card of their own", "%(count)s cards of their own", count)],
  favourite: (count, judge) => [judge ? gettext("%(judge)s\u2019s favourite", {judge}) : gettext("A judge\u2019s favourite"), ngettext("won %(count)s time with this judge", "won %(count)s times with this judge", count)],
  streak: (count) => [gettext("On a roll"), ngettext("%(count)s round won in a row", "%(count)s rounds won in a row", count)],
  late: (count) => [gettext("Late bloomer"), ngettext("%(count)s win, all in the second half", "%(count)s wins, all in the second half", count)],
  darling: (count) => [gettext("Darling of the table"), ngettext("%(count)s like, more than anybody", "%(count)s likes, more than anybody", count)],
  close: (count) => [gettext("So close"), ngettext("second or third %(count)s time", "second or third %(count)s times", count)],
  quick: (count) => [gettext("Quick hand"), ngettext("first to answer %(count)s time", "first to answer %(count)s times", count)],
  sport: (count) => [gettext("Good sport"), ngettext("%(count)s round without a point, and still smiling", "%(count)s rounds without a point, and still smiling", count)],
};

/** @type {(room: Room.Model, number: string, title: Wire.Title) => unknown} */
function one({table, links}, number, {title, count, by}) {
  const player = table.players[number];
  const judge = by && table.players[by] ? nameOf(table, by) : "";
  const [name, why] = WORDS[title](count, judge);
  return html`<li>${face(links.faces, player)}<span><b>${name}</b><span class="name">${player.name}</span><span class="why">${why}</span></span></li>`;
}

/** @param {Room.Model} room */
export function titles(room) {
  const given = Object.entries(room.table.titles || {}).filter(([number]) => room.table.players[number]);
  if (!given.length) return nothing;
  return html`<section aria-label=${gettext("Titles")}><h2>${gettext("And the titles go to")}</h2>
    <ul class="titles" role="list" data-testid="titles">${given.map(([number, title]) => one(room, number, title))}</ul></section>`;
}

/** @type {(room: Room.Model, number: string, won: number, points: number) => unknown} */
const row = ({table, links}, number, won, points) => html`<li>${face(links.faces, table.players[number])}<span class="name">${table.players[number].name}</span>
  <span class="won">${won ? html`<span aria-hidden="true">${"\u2605".repeat(Math.min(won, 5))}</span><span class="sr">${ngettext("%(count)s game won", "%(count)s games won", won)}, </span>` : nothing}</span><b>${ngettext("%(count)s point", "%(count)s points", points)}</b></li>`;

const SHOWN = 8;

/**
 * The evening so far, the best first.
 * @param {Room.Model} room
 */
export function evening(room) {
  const {evening: tally} = room.table;
  if (!tally) return nothing;
  const order = ranking(room.table).map(([number]) => number);
  const rows = Object.entries(tally.players).filter(([number]) => room.table.players[number])
    .sort(([a, mine], [b, theirs]) => theirs.won - mine.won || theirs.points - mine.points || order.indexOf(a) - order.indexOf(b));
  if (!rows.length) return nothing;
  const list = rows.map(([number, {won, points}]) => row(room, number, won, points));
  return html`<section aria-label=${gettext("This evening")}><h2>${ngettext("This evening, after %(count)s game", "This evening, after %(count)s games", tally.games)}</h2>
    <ol class="evening" role="list" data-testid="evening">${list.slice(0, SHOWN)}</ol>
    ${list.length > SHOWN ? html`<details><summary>${gettext("And %(count)s more", {count: list.length - SHOWN})}</summary><ol class="evening" role="list">${list.slice(SHOWN)}</ol></details>` : nothing}</section>`;
}
