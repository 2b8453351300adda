/** The ends and detours: kicked, moved, not found, not admitted; each says what happened and what to do. */
import {html, nothing} from "../../../lit/lit-html.js";
import {gettext} from "../../kit/i18n.js";

/** @type {Record<string, {title: string, text: string, action: string, to: "home" | "reload", again?: string}>} */
const SCREENS = {
  kicked: {
    title: gettext("The host has asked you to leave."),
    text: gettext("It happens in the best of families. If it was a mistake, talk to the host: they can let you in again."),
    action: gettext("Find another table"), to: "home", again: gettext("Try the door again"),
  },
  seat_moved: {
    title: gettext("Your seat has moved to another device."),
    text: gettext("Your hand and your points are there now. To play on here, open your personal link on this device."),
    action: gettext("To my rooms"), to: "home",
  },
  no_such_room: {
    title: gettext("There is no table here any more."),
    text: gettext("The room has closed, and took ____ with it."),
    action: gettext("Open a new one"), to: "home",
  },
  bad_view: {
    title: gettext("This page is not one of ours any more."),
    text: gettext("There is a newer one: load it again."),
    action: gettext("Load it again"), to: "reload",
  },
  not_admitted: {
    title: gettext("This table has a door."),
    text: gettext("Come in through it: take a seat, or just watch."),
    action: gettext("To the door"), to: "reload",
  },
};

/**
 * A whole screen for a connection that will not come back; nothing for any other status.
 * @param {Room.Page} room
 */
export function finalScreen(room) {
  const screen = SCREENS[room.connection];
  if (!screen) return nothing;
  return html`<div class="detour"><article class="card black" data-testid="detour">
    <h1 class="text" tabindex="-1">${screen.title}</h1><p>${screen.text}</p>
    ${screen.to === "home" ? html`<a class="primary button" href=${room.links.home}>${screen.action}</a>`
    : html`<button type="button" class="primary" @click=${() => room.act.reload()}>${screen.action}</button>`}
    ${screen.again ? html`<button type="button" class="quiet" data-testid="again" @click=${() => room.act.reload()}>${screen.again}</button>` : nothing}
  </article></div>`;
}

/**
 * The first second: nothing is known yet.
 * @param {Room.Page} room
 */
export function waitingRoom(room) {
  return html`<div class="detour"><article class="card black"><h1 class="text" tabindex="-1">${gettext("Shuffling")}<span class="blank"></span></h1>
    <p role="status">${room.connection === "waiting" ? gettext("No answer yet. We keep trying.") : gettext("Taking you to the table\u2026")}</p></article></div>`;
}

/**
 * A line on top while the connection is away.
 * @param {Room.Page} room
 */
export function banner(room) {
  if (!room.lost) return nothing;
  const text = room.offline ? gettext("You are offline.") : gettext("The line is down.");
  return html`<p class="banner" role="status" data-testid="banner"><span><b>${text}</b> ${room.me ? gettext("Back in a moment, your seat is safe.") : gettext("Back in a moment.")}</span>
    <button type="button" class="quiet" @click=${() => room.act.reconnect()}>${gettext("Try now")}</button></p>`;
}

/**
 * Somebody was skipped while away and has come back: one button, and they are in again.
 * @param {Room.Page} room
 */
export function awayDock(room) {
  const standIn = room.me && room.table?.players[room.me]?.stand_in;
  return html`<p class="wait">${standIn ? gettext("A bot plays your hand until you are back.") : gettext("We went on without you. Your hand and points are here.")}</p>
    <button type="button" class="primary" data-testid="back" @click=${() => room.act.signal("here")}>${gettext("I am back")}</button>`;
}
