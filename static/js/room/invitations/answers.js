/** Who comes to the night: the tally with faces, and what a host may send to hear more. */
import {html, nothing} from "../../../lit/lit-html.js";
import {onSubmit, onValue} from "../../kit/dom.js";
import {portrait} from "../views/parts.js";
import {keptWords} from "./sending.js";
import {ANSWERS} from "./words.js";
import {gettext, ngettext} from "../../kit/i18n.js";

const ORDER = /** @type {(keyof typeof ANSWERS)[]} */ (Object.keys(ANSWERS));
const NOBODY = gettext("Nobody has answered yet");

/**
 * "3 yes, 1 maybe, 1 no, 2 have not answered"; with who comes along.
 * @param {Wire.Night} night
 */
export function tally({answers, plus, open}) {
  const said = ORDER.filter((answer) => answers[answer]).map((answer) => (answer === "yes" && plus ? gettext("%(yes)s yes and %(plus)s more", {yes: answers.yes, plus}) : `${answers[answer]} ${ANSWERS[answer]}`));
  if (said.length && open) said.push(ngettext("%(count)s has not answered", "%(count)s have not answered", open));
  return said.join(", ") || NOBODY;
}

/** @type {(room: Room.Page, one: Wire.Night["people"][number]) => unknown} */
const person = (room, {seat, name, answer, plus}) => html`<li class="face ${answer}" data-testid="face">${portrait(room, seat, name || "?")}
  <span class="name">${name || gettext("A guest")}${plus ? " + 1" : ""}</span> <span class="word">${ANSWERS[answer]}</span></li>`;

/**
 * The people with the addresses that this host has typed, where they have no name; nobody else sees those.
 * @type {(people: Wire.Night["people"], invitations: Wire.Invitation[]) => Wire.Night["people"]}
 */
export const named = (people, invitations) => people.map((one) => ({...one, name: one.name || invitations.find(({id}) => id === one.id)?.email || ""}));

/**
 * The headline of a night: how many come, and who.
 * @type {(room: Room.Page, night: Wire.Night) => unknown}
 */
export const answersOf = (room, night) => html`<div class="who-comes" aria-live="polite"><p class="tally" data-testid="tally"><b>${tally(night)}</b></p>
  ${night.people.length ? html`<ul class="faces" role="list">${night.people.map((one) => person(room, one))}</ul>` : nothing}</div>`;

/**
 * Ask whoever has not answered.
 * @param {Room.Model["guests"]} guests
 */
export async function askAll(guests) {
  const data = await guests.ask("night_ask", guests.links.night_ask);
  if (!data) return;
  guests.learn({night: data.night, invitations: data.invitations});
  if (!data.letters) guests.say(gettext("Nobody is left to ask."));
  else guests.say(guests.kept ? keptWords(data.letters, gettext("ask them yourself")) : ngettext("%(count)s letter asks whether they come.", "%(count)s letters ask whether they come.", data.letters));
}

/**
 * Send the host's message to all guests.
 * @param {Room.Model["guests"]} guests
 */
export async function sayToAll(guests) {
  const data = await guests.ask("night_say", guests.links.night_say, {text: guests.draft.message});
  if (!data) return;
  guests.draft.message = "";
  guests.signing.keep();
  guests.learn({night: data.night, invitations: data.invitations});
  if (guests.kept) guests.say(keptWords(data.letters, gettext("tell them yourself")));
  else guests.say([ngettext("%(count)s letter is on the way.", "%(count)s letters are on the way.", data.letters), ...(data.plain ? [gettext("Links in them are plain text, so that nobody takes them for a trap.")] : [])].join(" "));
}

/**
 * The host's part: the tally, the question to those who are silent, a message to all.
 * @type {(room: Room.Page, night: Wire.Night) => unknown}
 */
export function rsvp(room, night) {
  const {guests} = room;
  const busy = Boolean(guests.busy);
  return html`<section class="rsvp" aria-label=${gettext("Who comes")} data-testid="rsvp"><h3>${gettext("Who comes")}</h3>${answersOf(room, {...night, people: named(night.people, guests.invitations)})}
    ${night.open ? html`<button type="button" class="quiet" data-testid="ask-all" ?disabled=${busy} @click=${() => askAll(guests)}>${gettext("Remind those who have not answered")}</button>` : nothing}
    <details class="say"><summary>${gettext("A message to all")}</summary>
      <form @submit=${onSubmit(() => sayToAll(guests))}><label class="field"><span class="sr">${gettext("Message")}</span>
        <textarea rows="3" maxlength="1000" data-testid="message" .value=${guests.draft.message} @input=${onValue((message) => guests.write({message}))}></textarea>
        <span class="hint">${guests.kept ? gettext("This machine sends no mail: the letters are kept here.") : gettext("One letter each. Links become plain text.")}</span></label>
      <button class="quiet" data-testid="say-all" ?disabled=${busy || !guests.draft.message.trim()}>${gettext("Send it to all")}</button></form></details></section>`;
}
