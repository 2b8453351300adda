/** The big screen: no controls of the game, readable from the sofa, no secrets. ../../tv/ computes where everything is. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {styleMap} from "../../../../lit/directives/style-map.js";
import {bestOf} from "../../rounds/deciding.js";
import {cardsOf, nameOf, notListed, seated} from "../../roles.js";
import {fitted, stepsDown} from "../../tv/fit.js";
import {nameType} from "../../tv/layout.js";
import {peopleShown, stageOf} from "../../tv/stage.js";
import {stopped, timeLeft} from "../clock.js";
import {confetti} from "../phases/confetti.js";
import {bestRounds} from "../panels/history.js";
import {heading, ribbon, seats} from "../parts.js";
import {podiumSteps} from "../phases/podium.js";
import {backs} from "../phases/questions.js";
import {banner, finalScreen, waitingRoom} from "../states.js";
import {answers, pile, votesIn} from "./answers.js";
import {corner, lobby} from "./lobby.js";
import {large, MOST_SENTENCES, spotlight} from "./moments.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

const RING = 2 * Math.PI * 15;
/** @typedef {Pick<import("../../tv/show.js").Show, "spot" | "anchor" | "turns" | "screen">} Shown @typedef {ReturnType<typeof stageOf>} Stage */
/** @type {Shown} */
const STILL = {spot: null, anchor: undefined, turns: 0, screen: {width: 1920, height: 1080}};
const NO_SWITCHES = {blocked: false, drawn: /** @type {unknown} */ (nothing)};

/** @param {Room.Model} room */
const ring = (room) => timeLeft(room, (left, all) => time(left, all, Boolean(stopped(room))));

/** @type {(left: number, all: number, stands: boolean) => unknown} */
function time(left, all, stands) {
  const gone = RING * (1 - Math.min(1, left / all));
  return html`<div class="tv-time ${stands ? "stopped" : left <= 10 ? "soon" : left >= 100 ? "three-digits" : ""}" role="timer" data-testid="countdown" aria-label=${ngettext("%(count)s second left", "%(count)s seconds left", left)}>
    <svg viewBox="0 0 36 36" aria-hidden="true"><circle class="whole" cx="18" cy="18" r="15"/><circle class="left" cx="18" cy="18" r="15" stroke-dasharray=${RING} stroke-dashoffset=${gone}/></svg><b>${left}</b></div>`;
}

/**
 * What is happening, with the time and the way in.
 * @type {(room: Room.Model, stage: Stage, switches: typeof NO_SWITCHES) => unknown}
 */
function head(room, {width, head: tall}, {blocked, drawn}) {
  const more = (room.table.finale ? 1 : 0) + (stopped(room) ? 1 : 0);
  const beside = 15 + (room.table.phase === "lobby" ? 0 : 40) + (drawn === nothing ? 0 : blocked ? 30 : 8);
  const type = fitted(room.status, {width: width - beside, height: tall - 4.6 * more, line: 1.15}, stepsDown(5.2, 2.2));
  return html`<header class="tv-head">${ring(room)}<div class="tv-now">${ribbon(room)}
      <p class="status" data-testid="status" style="--type: ${type}">${room.status}</p>
      ${stopped(room) ? html`<p class="tv-stopped" role="status" data-testid="clock-stopped">${stopped(room)}</p>` : nothing}</div>
    ${room.table.phase === "lobby" ? nothing : corner(room)}${drawn}</header>`;
}

/**
 * The question with the answer that is looked at, or the winning sentences.
 * @type {(room: Room.Model, stage: Stage) => unknown}
 */
function sentences(room, {question}) {
  const {table} = room;
  const black = /** @type {Wire.BlackCard} */ (table.black_card);
  const best = bestOf(table).slice(0, MOST_SENTENCES);
  if (!best.length) return html`<div class="tv-question">${large(room, black, cardsOf(table, room.focus), question)}</div>`;
  const height = (question.height - 7 * best.length) / best.length;
  return html`<div class="tv-question ${best.length > 1 ? "shared" : ""}">${best.map(({play, player}) => html`<div>
    ${large(room, black, cardsOf(table, play), {width: question.width, height}, {winner: true})}<p class="tv-author">${nameOf(table, player)}</p></div>`)}</div>`;
}

/**
 * The podium, and beside it what has won, one after the other.
 * @type {(room: Room.Model, stage: Stage, turns: number) => unknown}
 */
function end(room, {width, middle}, turns) {
  const {table} = room;
  const won = bestRounds(room.history, table.game);
  const best = won.length ? [won[turns % won.length]] : [];
  const box = {width: width * 0.44, height: middle - 8};
  return html`${podiumSteps(room, (name) => `--type: ${nameType(name, 30)}`)}
    ${best.length ? html`<div class="tv-best">${best.map((round) => html`<div>${large(room, {text: round.black, pick: round.pick}, round.cards, box, {largest: 7})}<p class="tv-author">${round.name}</p></div>`)}</div>` : nothing}`;
}

/** @type {(room: Room.Model, stage: Stage, show: Shown) => unknown} */
function middle(room, stage, show) {
  const {table} = room;
  if (table.phase === "lobby") return lobby(room, stage, show.turns);
  if (table.phase === "game_over") return end(room, stage, show.turns);
  if (table.phase === "choosing") return html`<div class="tv-choosing">${backs(table)}</div>`;
  if (!table.black_card) return nothing;
  if (show.spot && show.spot.kind !== "breath") return spotlight(room, stage, show.spot);
  if (table.heat) return html`${sentences(room, stage)}<div class="tv-half">${votesIn(room)}</div>`;
  return html`${sentences(room, stage)}${table.phase === "playing" ? html`<div class="tv-half">${pile(room, stage)}</div>` : answers(room, stage, show)}`;
}

/** The moment before everybody sees who has won, and whose the answers are. @param {Room.Model} room */
function withoutVerdict(room) {
  const open = Object.fromEntries(Object.entries(room.table.plays || {}).map(([number, {cards}]) => [number, {cards}]));
  return {...room, status: "", gains: {}, table: {...room.table, verdict: [], plays: open}};
}

/** @type {(room: Room.Model, stage: Stage) => unknown} */
function people(room, {people: {columns, places, cell, tight}}) {
  const {table} = room;
  const all = seated(table);
  const shown = peopleShown(table, places);
  const rest = all.length - shown.length + notListed(table);
  return html`<footer class="tv-seats ${tight ? "tight" : ""}" style=${styleMap({"--columns": String(columns), "--cell": String(cell)})}>
    ${seats(room, {shown, typeOf: (name) => `--type: ${nameType(name, cell, tight)}`, rest: rest ? html`<li class="not-listed" data-testid="not-listed">${gettext("and %(count)s more", {count: rest})}</li>` : nothing})}</footer>`;
}

/**
 * The whole screen; `show` says what has its moment just now, `switches` are what somebody beside it may press.
 * @type {(room: Room.Model | Room.Opening, show?: Shown, switches?: typeof NO_SWITCHES) => unknown}
 */
export function tvView(room, show = STILL, switches = NO_SWITCHES) {
  const over = finalScreen(room);
  if (over !== nothing) return over;
  if (!room.table) return waitingRoom(room);
  const {table} = room;
  const shown = show.spot?.kind === "breath" ? withoutVerdict(room) : room;
  const stage = stageOf(shown.table, show.screen);
  const party = shown.table.phase === "round_over" ? shown.table.verdict?.length : table.phase === "game_over" && (table.winners || []).length;
  return html`<div class="tv phase-${table.phase}" data-spot=${show.spot?.kind || nothing} style="--u: ${stage.unit}px; --middle: ${stage.middle}; --head: ${stage.head}; --people: ${stage.people.height}">
    ${banner(room)}${party ? confetti((table.round || 0) + 500, 80) : nothing}
    ${heading(room)}${head(shown, stage, switches)}
    <div class="tv-middle">${middle(shown, stage, show)}</div>
    ${people(shown, stage)}
  </div>`;
}
