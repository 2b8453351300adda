/** The place under the thumb of somebody who watches: a seat by name, or what they wait for. */
import {html, nothing} from "../../../lit/lit-html.js";
import {everySecond} from "./every_second.js";

/** @type {(room: Room.Page, label: string, name?: string) => unknown} */
function seatForm({links, token}, label, name = "") {
  return html`<form class="sit" method="post" action=${links.take_seat}>
    <input type="hidden" name="csrfmiddlewaretoken" value=${token}>
    <label><span class="sr">Your name</span><input name="name" required maxlength="24" autocomplete="nickname" placeholder="Your name" .defaultValue=${name} data-testid="my-name"></label>
    <button class="primary" data-testid="take-seat">${label}</button></form>`;
}

/** @type {(room: Room.Page, request: Room.SeatRequest) => unknown} */
function answerOf({act}, {name, state, asked}) {
  if (state === "yes") return html`<p class="wait" role="status">Yes! Your seat is coming\u2026</p>`;
  if (state === "waiting") {
    const text = asked ? `Asking ${asked} whether you may have the seat of ${name}\u2026` : "Waiting for somebody who can answer\u2026";
    return html`<div class="waits" role="status" data-testid="waits"><p class="wait">${text}</p>
      <button type="button" class="quiet" data-testid="withdraw" @click=${() => act.atDoor("withdraw")}>Never mind</button></div>`;
  }
  const text = state === "no" ? `Not this time: the seat of ${name} stays as it is.` : `Nobody has answered about the seat of ${name}.`;
  return html`<p class="wait" role="status" data-testid="answer">${text}</p>`;
}

/** @type {(room: Room.Page, line: Room.Line) => unknown} */
function inLine(room, {place, until}) {
  const {act, clock} = room;
  if (until) {
    return html`<div class="waits"><p class="wait" data-testid="offer">A seat is free: sit down
      (${everySecond(until, clock, (left) => html`held ${left} s`)})</p>${seatForm(room, "Sit down")}</div>`;
  }
  const text = place === 1 ? "You are first in line for a seat" : `${place - 1} before you in line for a seat`;
  return html`<div class="waits" role="status" data-testid="in-line"><p class="wait">${text}</p>
    <button type="button" class="quiet" data-testid="leave-line" @click=${() => act.atDoor("leave")}>Just watch</button></div>`;
}

/**
 * A spectator may take a seat by name, or wait for one.
 * @param {Room.Page} room
 */
export function watchingDock(room) {
  const {links, door, act} = room;
  if (!links.take_seat) return html`<p class="wait">You are watching</p>`;
  const {line, request, full, missed} = door;
  if (room.table?.settings.locked && !request) return html`<p class="wait" data-testid="locked">The host has locked the room. You are welcome to watch.</p>`;
  if (line?.until) return inLine(room, line);
  const answer = request ? answerOf(room, request) : nothing;
  const waits = request && ["waiting", "yes"].includes(request.state);
  if (waits && (full || line)) return answer;
  if (line) return inLine(room, line);
  if (full) {
    return html`<div class="waits">${request ? answer : html`<p class="wait" data-testid="full">${missed ? "Your seat went to the next one." : "Every seat is taken."}</p>`}
      <button type="button" class="primary" data-testid="wait" @click=${() => act.atDoor("wait")}>Tell me when a seat is free</button></div>`;
  }
  if (request?.state === "yes") return answer;
  return request ? html`<div class="waits">${answer}${seatForm(room, "Take a seat")}</div>` : seatForm(room, "Take a seat");
}
