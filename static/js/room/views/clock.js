/** The time of the phase: the ring in the top bar, what the host and the judge can do about it, and who has stopped it. */
import {html, nothing} from "../../../lit/lit-html.js";
import {minutes} from "../wire/clock.js";
import {everySecond} from "./every_second.js";
import {can, mayAddTime, nameOf} from "../roles.js";
import {gettext, ngettext} from "../../kit/i18n.js";

const RING = 2 * Math.PI * 15;
const LAST_SECONDS = 10;
const PULSING = 3;

/**
 * What `draw` makes of the seconds left and of all that there were: each second anew, or once for a stopped clock; nothing without a timer.
 * @type {(room: Room.Model, draw: (left: number, all: number) => unknown) => unknown}
 */
export function timeLeft({table, clock}, draw) {
  const all = Math.ceil((table.time_given || 0) / 1000) || 1;
  if (table.clock_stopped?.left) return draw(Math.ceil(table.clock_stopped.left / 1000), all);
  return table.deadline ? everySecond(table.deadline, clock, (left) => draw(left, all)) : nothing;
}

/**
 * The seconds left as a ring around the number; a button for those who can do something about it.
 * @param {Room.Model} room
 */
export function countdown(room) {
  const {table, act} = room;
  const drawn = timeLeft(room, (left, all) => ring(left, all, Boolean(table.clock_stopped)));
  if (drawn === nothing || !hasControls(room)) return drawn;
  return html`<button type="button" class="icon-button" data-testid="clock" aria-haspopup="dialog" @click=${() => act.open("clock")}>${drawn}</button>`;
}

/** @type {(left: number, all: number, stands: boolean) => unknown} */
function ring(left, all, stands) {
  const gone = RING * (1 - Math.min(1, left / all));
  return html`<span class="countdown ${stands ? "stopped" : left <= 10 ? "soon" : ""} ${left >= 100 ? "minutes" : ""}" data-testid="countdown" role="timer" aria-label=${stands ? ngettext("%(count)s second left, the clock is stopped", "%(count)s seconds left, the clock is stopped", left) : ngettext("%(count)s second left", "%(count)s seconds left", left)}>
    <svg viewBox="0 0 36 36" aria-hidden="true"><circle class="whole" cx="18" cy="18" r="15"/>
      <circle class="left" cx="18" cy="18" r="15" stroke-dasharray=${RING} stroke-dashoffset=${gone}/></svg>
    <span aria-hidden="true">${left >= 100 ? minutes(left) : left}</span>
  </span>`;
}

/**
 * What stands under the thumb, with the last ten seconds behind it: "Play 2 cards, 5". People who listen are told once by seconds.js.
 * @type {(room: Room.Model, label: string) => unknown}
 */
export function withSeconds({table, clock}, label) {
  if (!table.deadline || table.clock_stopped) return label;
  return html`<span>${label}${everySecond(table.deadline, clock, (left) => (left < 1 || left > LAST_SECONDS ? nothing
    : html`<span class="last-seconds ${left <= PULSING ? "last" : ""}" data-testid="last-seconds" aria-hidden="true">, <b>${left}</b></span>`))}</span>`;
}

/** @param {Room.Model} room */
function hasControls({table, seat, me}) {
  return mayAddTime(table, me) || can(seat, "stop_clock") || can(seat, "start_clock");
}

/**
 * "Ann has stopped the clock", or "".
 * @param {Room.Model} room
 */
export function stopped({table: {clock_stopped: clock}, table, me}) {
  if (!clock) return "";
  return clock.by === me ? gettext("You have stopped the clock") : gettext("%(name)s has stopped the clock", {name: nameOf(table, clock.by)});
}

/**
 * The same on top of the page, with the way on for the host.
 * @param {Room.Model} room
 */
export function stoppedBanner(room) {
  const {seat, act} = room;
  if (!stopped(room)) return nothing;
  return html`<div class="banner clock" role="status" data-testid="clock-stopped"><span>${stopped(room)}</span>
    ${can(seat, "start_clock") ? html`<button type="button" class="quiet" data-testid="start-clock" ?disabled=${room.sending("start_clock")}
      @click=${() => act.move("start_clock")}>${gettext("Let it run")}</button>` : nothing}</div>`;
}

/**
 * What this person can do about the time: half a minute more, stop, go on.
 * @param {Room.Model} room
 */
export function clockControls(room) {
  const {table, me, seat, act, sending} = room;
  if (!hasControls(room)) return nothing;
  return html`<div class="stack">
    ${mayAddTime(table, me) ? html`<button type="button" class="quiet" data-testid="add-time" ?disabled=${sending("add_time")} @click=${() => act.move("add_time")}>${gettext("+ 30 seconds")}</button>` : nothing}
    ${can(seat, "stop_clock") ? html`<button type="button" class="quiet" data-testid="stop-clock" ?disabled=${sending("stop_clock")} @click=${() => act.move("stop_clock")}>${gettext("Stop the clock")}</button>` : nothing}
    ${can(seat, "start_clock") ? html`<button type="button" class="quiet" ?disabled=${sending("start_clock")} @click=${() => act.move("start_clock")}>${gettext("Let the clock run")}</button>` : nothing}
  </div>`;
}

/**
 * The panel behind the ring.
 * @param {Room.Model} room
 */
export function clockPanel(room) {
  return html`<div class="clock-now">${timeLeft(room, (left, all) => ring(left, all, Boolean(room.table.clock_stopped)))}
      <p>${room.table.clock_stopped ? gettext("The time stands still until the host lets it run. Everybody can play on.") : gettext("Half a minute more is for everybody at the table.")}</p></div>
    ${clockControls(room)}
    ${room.isHost ? html`<div><button type="button" class="quiet" @click=${() => room.act.open("rules")}>${gettext("Rules and time")}</button></div>` : nothing}`;
}
