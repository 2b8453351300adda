/** A game night as everybody sees it: the card in the lobby, and the same in a panel. */
import {html, nothing} from "../../../lit/lit-html.js";
import {inZone, yours} from "../../kit/moments.js";
import {answersOf} from "./answers.js";
import {myAnswer} from "./my_answer.js";
import {gettext} from "../../kit/i18n.js";

/**
 * "Friday, November 27, 8:00 PM in Warsaw, 11:00 AM for you"
 * @param {Pick<Wire.Night, "starts" | "zone">} night
 */
export function when({starts, zone}) {
  const [there, here] = [inZone(starts, zone), yours(starts, zone)];
  return here ? gettext("%(there)s in %(city)s, %(here)s for you", {there, city: zone.split("/").pop()?.replaceAll("_", " "), here}) : there;
}

/** @param {Wire.Night["calendar"]} calendar */
function calendars({ics, google, outlook}) {
  return html`<p class="hint" data-testid="calendars">${gettext("Add to calendar:")} <a href=${ics}>${gettext("File")}</a>,
    <a href=${google} target="_blank" rel="noopener noreferrer">${gettext("Google")}</a>, <a href=${outlook} target="_blank" rel="noopener noreferrer">${gettext("Outlook")}</a></p>`;
}

/** @param {Room.Model} room */
export function nightCard(room) {
  const {night: {shown}, seat} = room;
  if (!shown || !seat) return nothing;
  return html`<section class="night-card" aria-label=${gettext("Game night")} data-testid="night-card">
    <h2>${shown.title || gettext("Game night")}</h2>
    ${details(room, shown)}</section>`;
}

/**
 * The same in a panel, which every phase can open.
 * @param {Room.Model} room
 */
export function nightPanel(room) {
  const {night: {shown}} = room;
  if (!shown) return html`<p>${gettext("There is no date any more.")}</p>`;
  return html`<div class="night-card" data-testid="night-panel">${shown.title ? html`<h3>${shown.title}</h3>` : nothing}${details(room, shown)}</div>`;
}

/** @type {(room: Room.Model, shown: Wire.Night) => unknown} */
function details(room, shown) {
  return html`<p><time datetime=${new Date(shown.starts).toISOString()}><b>${when(shown)}</b></time></p>
    ${shown.moved_from ? html`<p class="hint">${gettext("Moved from %(date)s", {date: inZone(shown.moved_from, shown.zone)})}</p>` : nothing}
    ${shown.place ? html`<p data-testid="place">${gettext("Where: %(place)s", {place: shown.place})}</p>` : nothing}
    ${myAnswer(room, shown)}${answersOf(room, shown)}
    ${shown.note ? html`<p class="note" dir="auto">${shown.note}</p>` : nothing}
    ${calendars(shown.calendar)}`;
}
