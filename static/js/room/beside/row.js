/** The row of faces in the dock, and the words above it: for whoever has nothing to choose just now. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {speechIcon} from "../../kit/icons.js";
import {role} from "../roles.js";
import {face, FACES} from "./faces.js";
import {PHRASES} from "./words.js";
import {gettext} from "../../kit/i18n.js";

/**
 * Whether this person has the thumb free: whoever chooses cards or a question has something else there.
 * @param {Room.Model} room
 */
function isFree({table, seat, me, chooses, ui}) {
  if (chooses || ui.tool || (table.phase === "choosing" && table.judge === me)) return false;
  return role(table, seat) !== "away";
}

/** @type {(talk: Room.Talk, room: Room.Model) => unknown} */
export function row(talk, room) {
  if (!isFree(room)) return nothing;
  if (room.seat?.muted) return html`<p class="reacting muted" data-testid="muted">${gettext("The host has muted you: nobody sees your faces and words. You play on as before.")}</p>`;
  const may = room.me && room.table.settings.talk !== "off";
  return html`<div class="reacting" data-testid="reacting">
    ${may && talk.open ? tray(talk, room) : nothing}
    <div class="reaction-row" role="group" aria-label=${gettext("React")}>
      ${Object.entries(FACES).map(([name, [label]]) => html`<button type="button" class="reaction-button" data-face=${name} aria-label=${label} title=${label} ?disabled=${!room.connected} @click=${() => talk.react(name)}>${face(name)}</button>`)}
      ${may ? html`<button type="button" class="reaction-button speech ${talk.unread ? "unread" : ""}" data-testid="talk" aria-label=${gettext("Say something")} aria-expanded=${talk.open ? "true" : "false"} @click=${() => talk.toggle()}>${speechIcon}</button>` : nothing}
    </div></div>`;
}

/** @type {(talk: Room.Talk, room: Room.Model) => unknown} */
function tray(talk, room) {
  const chats = room.table.settings.talk === "chat";
  return html`<div class="tray" data-testid="tray">
    ${chats ? html`<ol class="lines" role="log" aria-label=${gettext("Chat")} tabindex="0" data-testid="lines">${repeat(talk.lines, (line) => line, ({name, words, player}) => html`<li class=${player === room.me ? "own" : ""}><b>${name}</b> ${words}</li>`)}</ol>` : nothing}
    <div class="phrases" role="group" aria-label=${gettext("Quick phrases")}>${Object.entries(PHRASES).map(([name, words]) => html`<button type="button" class="phrase" data-phrase=${name} ?disabled=${!room.connected} @click=${() => talk.phrase(name)}>${words}</button>`)}</div>
    ${chats ? html`<form class="say" @submit=${(/** @type {SubmitEvent} */ event) => send(talk, event)}>
      <label><span class="sr">${gettext("Your message")}</span><input name="text" maxlength="200" autocomplete="off" enterkeyhint="send" placeholder=${gettext("Say something")} data-testid="say"></label>
      <button class="quiet" data-testid="send" ?disabled=${!room.connected}>${gettext("Send")}</button></form>` : nothing}
  </div>`;
}

/** @type {(talk: Room.Talk, event: SubmitEvent) => void} */
function send(talk, event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("text"));
  talk.say(field.value);
  field.value = "";
}
