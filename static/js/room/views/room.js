/** The whole page of a room: top bar, the phase, the button under the thumb, panels and toasts. */
import {html, nothing} from "../../../lit/lit-html.js";
import {keyed} from "../../../lit/directives/keyed.js";
import {isRunning, nameOf, ranking, role, wantsHost} from "../roles.js";
import {crownIcon, menuIcon} from "../../kit/icons.js";
import {panelView} from "../../kit/overlay.js";
import {toastList} from "../../kit/toasts.js";
import {heading, status} from "./lines.js";
import {awayDock, banner, finalScreen, waitingRoom} from "./states.js";
import {later, PANELS, phase as comes} from "./later.js";
import {lobby, lobbyDock} from "./phases/lobby.js";
import {gettext} from "../../kit/i18n.js";

/** @typedef {(room: Room.Model) => unknown} View */

/** Nothing yet. */
const none = () => nothing;

/** @type {Record<Wire.Phase, [View, View]>}  the phase, and the button under the thumb */
const STAGES = {
  lobby: [(room) => html`<div class="stage">${heading(room)}${status(room)}${lobby(room)}</div>`, lobbyDock],
  choosing: [comes("questions"), later("questionsDock", none)],
  playing: [comes("playing"), later("playingDock", none)],
  revealing: [comes("piles"), later("pilesDock", none)],
  judging: [comes("piles"), later("pilesDock", none)],
  round_over: [comes("roundOver"), later("roundOverDock", none)],
  game_over: [comes("gameOver"), later("gameOverDock", none)],
};

/**
 * A part of the frame that a lobby does not have.
 * @type {(name: "countdown" | "stoppedBanner") => View}
 */
const inGame = (name) => (room) => (room.table.phase === "lobby" ? nothing : later(name, none)(room));
const [countdown, stoppedBanner] = [inGame("countdown"), inGame("stoppedBanner")];
const side = later("side", none);
const seatQuestions = later("seatQuestions", none);
const hostBanner = later("hostBanner", none);
const watchingDock = later("watchingDock", () => html`<p class="wait">${gettext("You are watching")}</p>`);

/** @param {Room.Model} room */
function scoreLine({table, me}) {
  const leader = ranking(table)[0];
  /** @type {unknown[]} */
  const parts = [];
  if (leader && leader[0] !== me && leader[1].score > 0) parts.push(html`<span class="leader">${leader[1].name} <b>${leader[1].score}</b></span>`);
  if (me && table.players[me]) parts.push(html`<span>${gettext("you")} <b>${table.players[me].score}</b></span>`);
  return html`<p class="score-line" data-testid="score-line" aria-label=${gettext("Scores")}>${table.round ? parts : nothing}</p>`;
}

/** @param {Room.Model} room */
function bar(room) {
  return html`<header class="bar">
    <span class="room-code"><span class="sr">${gettext("Room")} </span>${room.table.code}</span>
    ${scoreLine(room)}
    ${countdown(room)}
    ${room.isHost ? html`<button type="button" class="icon-button" data-testid="host-panel" aria-label=${gettext("The host's panel")} aria-haspopup="dialog" @click=${() => room.act.open("host")}>${crownIcon}</button>` : nothing}
    <button type="button" class="icon-button" data-testid="menu" aria-label=${gettext("Menu")} aria-haspopup="dialog" @click=${() => room.act.open("menu")}>${menuIcon}</button>
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
  const votes = panels.name === "host" && !room.isHost;
  return panelView(panels, toasts, {title: adds ? gettext("Add a deck") : votes ? gettext("Another host?") : title, body: body(room)});
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
    ${room.calledBack ? html`<p class="banner kind" role="status">${gettext("%(name)s, the table is waiting for you.", {name: nameOf(room.table, room.me)})}</p>` : nothing}
    ${room.later.views?.caughtUp(room)}
    ${wantsHost(room.table) && room.me && !room.isHost ? hostBanner(room) : nothing}
    ${room.asks.list.length ? seatQuestions(room) : nothing}
    ${keyed(moment, stage(room))}
    ${room.wide && round ? side(room) : nothing}
    <footer class="dock">${room.beside.row(room)}${dock(room, phaseDock)}</footer>
    ${above(room)}
  </div>`;
}
