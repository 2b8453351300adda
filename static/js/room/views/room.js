/** The whole page of a room: top bar, the phase, the button under the thumb, panels and toasts. */
import {html, nothing} from "../../../lit/lit-html.js";
import {keyed} from "../../../lit/directives/keyed.js";
import {isRunning, nameOf, ranking, role} from "../roles.js";
import {menuIcon} from "../../kit/icons.js";
import {panelView} from "../../kit/overlay.js";
import {toastList} from "../../kit/toasts.js";
import {clockPanel, countdown, stoppedBanner} from "./clock.js";
import {heading, seats, status} from "./parts.js";
import {awayDock, banner, finalScreen, waitingRoom} from "./states.js";
import {questions as seatQuestions} from "./asks.js";
import {watchingDock} from "./door.js";
import {historyPanel} from "./history.js";
import {nightPanel} from "../invitations/night_card.js";
import {later, LATER} from "./later.js";
import {lobby, lobbyDock} from "./lobby.js";
import {piles, pilesDock} from "./piles.js";
import {playing, playingDock} from "./playing.js";

/** @typedef {(room: Room.Model) => unknown} View */

/** @type {Record<Wire.Phase, [View, View]>}  the phase, and the button under the thumb */
const STAGES = {
  lobby: [(room) => html`<div class="stage">${heading(room)}${status(room)}${lobby(room)}</div>`, lobbyDock],
  choosing: [later("questions"), later("questionsDock")],
  playing: [playing, playingDock],
  revealing: [piles, pilesDock],
  judging: [piles, pilesDock],
  round_over: [later("roundOver"), later("roundOverDock")],
  game_over: [later("gameOver"), later("gameOverDock")],
};

/** @type {Record<string, [string, View]>} */
const PANELS = {
  ...LATER,
  clock: ["The clock", clockPanel],
  history: ["Rounds so far", historyPanel],
  night: ["Game night", nightPanel],
};

/** @param {Room.Model} room */
function scoreLine({table, me}) {
  const leader = ranking(table)[0];
  /** @type {unknown[]} */
  const parts = [];
  if (leader && leader[0] !== me && leader[1].score > 0) parts.push(html`<span class="leader">${leader[1].name} <b>${leader[1].score}</b></span>`);
  if (me && table.players[me]) parts.push(html`<span>you <b>${table.players[me].score}</b></span>`);
  return html`<p class="score-line" data-testid="score-line" aria-label="Scores">${table.round ? parts : nothing}</p>`;
}

/** @param {Room.Model} room */
function bar(room) {
  return html`<header class="bar">
    <span class="room-code"><span class="sr">Room </span>${room.table.code}</span>
    ${scoreLine(room)}
    ${countdown(room)}
    <button type="button" class="icon-button" data-testid="menu" aria-label="Menu" aria-haspopup="dialog" @click=${() => room.act.open("menu")}>${menuIcon}</button>
  </header>`;
}

/**
 * The open panel, which has the messages while it is open, or the messages alone.
 * @param {Room.Model} room
 */
function above(room) {
  const {panels, toasts} = room;
  if (!panels.name) return toastList(toasts);
  const [title, body] = PANELS[panels.name];
  const adds = panels.name === "decks" && isRunning(room.table);
  return panelView(panels, toasts, {title: adds ? "Add a deck" : title, body: body(room)});
}

/** @param {Room.Model} room */
function side(room) {
  if (!room.wide || !room.table.round) return nothing;
  return html`<aside class="side"><h2>Players</h2>${seats(room)}<h2>Rounds so far</h2>${historyPanel(room)}</aside>`;
}

/** @type {(room: Room.Model, phaseDock: View) => unknown} */
function dock(room, phaseDock) {
  const who = role(room.table, room.seat);
  if (who === "away") return awayDock(room);
  if (who === "spectator") return watchingDock(room);
  return phaseDock(room);
}

/** @param {Room.Model | Room.Opening} room */
export function roomView(room) {
  const over = finalScreen(room);
  if (over !== nothing) return over;
  if (!room.table) return waitingRoom(room);
  const {phase, round, game} = room.table;
  const [stage, phaseDock] = STAGES[phase];
  const moment = phase === "lobby" || phase === "game_over" ? phase : `${game}.${round}.${phase === "judging" ? "revealing" : phase}`;
  return html`<div class="room phase-${phase} ${room.wide && round ? "with-side" : ""}" data-phase=${phase} data-game=${game || 0} data-round=${round || 0}>
    ${bar(room)}${banner(room)}${stoppedBanner(room)}
    ${room.calledBack ? html`<p class="banner kind" role="status">${nameOf(room.table, room.me)}, the table is waiting for you.</p>` : nothing}
    ${seatQuestions(room)}
    ${keyed(moment, stage(room))}
    ${side(room)}
    <footer class="dock">${room.beside.row(room)}${dock(room, phaseDock)}</footer>
    ${above(room)}
  </div>`;
}
