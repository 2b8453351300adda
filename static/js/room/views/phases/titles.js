/** The titles at the end of a game, and what people have won in this room this evening. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {face} from "../../../kit/face.js";
import {counted} from "../../../kit/words.js";
import {nameOf, ranking} from "../../roles.js";
import {gettext} from "../../../kit/i18n.js";

/** @type {Record<Wire.Title["title"], (count: number, judge: string) => [string, string]>} */
const WORDS = {
  robbed: (count) => [gettext("Robbed"), `${counted(count, "like")}, and not one point`],
  reader: (count) => [gettext("Mind reader"), `guessed ${counted(count, "winner")}`],
  poet: (count) => [gettext("Poet"), `${counted(count, "card")} of their own`],
  favourite: (count, judge) => [`${judge}\u2019s favourite`, `won ${count} times with this judge`],
  streak: (count) => [gettext("On a roll"), gettext("%(count)s rounds won in a row", {count})],
  late: (count) => [gettext("Late bloomer"), `${counted(count, "win")}, all in the second half`],
  darling: (count) => [gettext("Darling of the table"), `${counted(count, "like")}, more than anybody`],
  close: (count) => [gettext("So close"), `second or third ${count} times`],
  quick: (count) => [gettext("Quick hand"), `first to answer ${count} times`],
  sport: (count) => [gettext("Good sport"), `${counted(count, "round")} without a point, and still smiling`],
};

/** @type {(room: Room.Model, number: string, title: Wire.Title) => unknown} */
function one({table, links}, number, {title, count, by}) {
  const player = table.players[number];
  const judge = by && table.players[by] ? nameOf(table, by) : "A judge";
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
  <span class="won">${won ? html`<span aria-hidden="true">${"\u2605".repeat(Math.min(won, 5))}</span><span class="sr">${counted(won, "game")} won, </span>` : nothing}</span><b>${counted(points, "point")}</b></li>`;

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
  return html`<section aria-label=${gettext("This evening")}><h2>This evening, after ${counted(tally.games, "game")}</h2>
    <ol class="evening" role="list" data-testid="evening">${list.slice(0, SHOWN)}</ol>
    ${list.length > SHOWN ? html`<details><summary>And ${list.length - SHOWN} more</summary><ol class="evening" role="list">${list.slice(SHOWN)}</ol></details>` : nothing}</section>`;
}
