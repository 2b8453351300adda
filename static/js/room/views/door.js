/** The place under the thumb of somebody who watches: a seat by name, their own again, or what they wait for. */
import {html, nothing} from "../../../lit/lit-html.js";
import {everySecond} from "./every_second.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/**
 * Who has left a seat needs no name: it is theirs.
 * @type {(room: Room.Page, label: string, name?: string) => unknown}
 */
function seatForm({links, token, door}, label, name = "") {
  return html`<form class="sit" method="post" action=${links.take_seat}>
    <input type="hidden" name="csrfmiddlewaretoken" value=${token}>
    ${door.returns ? nothing : html`<label><span class="sr">${gettext("Your name")}</span><input name="name" required maxlength="24" autocomplete="nickname" placeholder=${gettext("Your name")} .defaultValue=${name} data-testid="my-name"></label>`}
    <button class="primary" data-testid="take-seat">${label}</button></form>`;
}

/** @param {Room.Page} room */
function freeSeat(room) {
  if (room.door.returns) return html`<div class="waits" data-testid="returns"><p class="wait">${kept(room)}</p>${seatForm(room, gettext("Take my seat again"))}</div>`;
  return seatForm(room, room.table?.settings.door === "ask" ? gettext("Ask for a seat") : gettext("Take a seat"));
}

/** What waits for who has left to watch. @param {Room.Page} room */
function kept({table, door}) {
  const score = table?.players[door.returns]?.score;
  return score ? ngettext("You are watching. Your %(count)s point and your cards wait until this game is over.", "You are watching. Your %(count)s points and your cards wait until this game is over.", score) : gettext("You are watching.");
}

/** @type {(room: Room.Page, request: Room.SeatRequest) => unknown} */
function answerOf(room, {name, state, asked, is_new: isNew}) {
  const {act, door} = room;
  if (state === "yes" && door.refused) return seatForm(room, gettext("Sit down"), name);
  if (state === "yes") return html`<p class="wait" role="status">${isNew ? gettext("Yes! A seat is coming\u2026") : gettext("Yes! Your seat is coming\u2026")}</p>`;
  if (state === "waiting") {
    const what = isNew ? gettext("you may sit down") : gettext("you may have the seat of %(name)s", {name: name ?? ""});
    const text = asked ? gettext("Asking %(asked)s whether %(what)s\u2026", {asked, what}) : gettext("Waiting for somebody who can answer\u2026");
    return html`<div class="waits" role="status" data-testid="waits"><p class="wait">${text}</p>
      <button type="button" class="quiet" data-testid="withdraw" @click=${() => act.atDoor("withdraw")}>${gettext("Never mind")}</button></div>`;
  }
  const no = isNew ? gettext("Not this time. You are welcome to watch.") : gettext("Not this time: the seat of %(name)s stays as it is.", {name});
  const over = isNew ? gettext("Nobody has answered. Ask once more, or watch.") : gettext("Nobody has answered about the seat of %(name)s.", {name});
  return html`<p class="wait" role="status" data-testid="answer">${state === "no" ? no : over}</p>`;
}

/** @type {(room: Room.Page, line: Room.Line) => unknown} */
function inLine(room, {place, until}) {
  const {act, clock, door} = room;
  if (until) {
    return html`<div class="waits"><p class="wait" data-testid="offer">${gettext("A seat is free: sit down")}
      (${everySecond(until, clock, (left) => html`${gettext("held %(left)s s", {left})}`)})</p>${seatForm(room, gettext("Sit down"), door.request?.name)}</div>`;
  }
  const text = place === 1 ? gettext("You are first in line for a seat") : ngettext("%(count)s before you in line for a seat", "%(count)s before you in line for a seat", place - 1);
  return html`<div class="waits" role="status" data-testid="in-line"><p class="wait">${text}</p>
    <button type="button" class="quiet" data-testid="leave-line" @click=${() => act.atDoor("leave")}>${gettext("Just watch")}</button></div>`;
}

/**
 * A spectator may take a seat by name, or wait for one.
 * @param {Room.Page} room
 */
export function watchingDock(room) {
  const {links, door, act} = room;
  if (!links.take_seat) return html`<p class="wait">${gettext("You are watching")}</p>`;
  const {line, request, full, missed, returns} = door;
  if (room.table?.settings.door === "locked" && !request && !returns) return html`<p class="wait" data-testid="locked">${gettext("The host has locked the room. You are welcome to watch.")}</p>`;
  if (line && (line.until || request?.is_new && request.state === "yes")) return inLine(room, line);
  const answer = request ? answerOf(room, request) : nothing;
  const waits = request && ["waiting", "yes"].includes(request.state);
  if (waits && (full || line)) return answer;
  if (line) return inLine(room, line);
  if (full) {
    const taken = missed ? gettext("Your seat went to the next one.") : returns ? gettext("Every seat is taken. Your points wait until this game is over.") : gettext("Every seat is taken.");
    return html`<div class="waits">${request ? answer : html`<p class="wait" data-testid="full">${taken}</p>`}
      <button type="button" class="primary" data-testid="wait" @click=${() => act.atDoor("wait")}>${gettext("Tell me when a seat is free")}</button></div>`;
  }
  if (!request) return freeSeat(room);
  if (request.state === "yes" || request.is_new && request.state !== "over") return answer;
  return html`<div class="waits">${answer}${seatForm(room, request.is_new ? gettext("Ask again") : gettext("Take a seat"), request.is_new ? request.name : "")}</div>`;
}
