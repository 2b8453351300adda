/** The host's panel of invitations: who to invite, with which words, to which night, and what became of each letter. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {twoStep} from "../../kit/confirm.js";
import {elementAround, onSubmit, onValue} from "../../kit/dom.js";
import {shareIcon} from "../../kit/icons.js";
import {portrait} from "../views/parts.js";
import {rsvp} from "./answers.js";
import {when} from "./night_card.js";
import {about} from "./night_form.js";
import {question} from "./night_questions.js";
import {hasLink, mayRevoke, maySendAgain} from "./row.js";
import {bringsDate, sendAgain, sendLetters, turn} from "./sending.js";
import {otherWays, signingIn} from "./signing_in_view.js";
import {ANSWERS, missedBy, missedByHowMany, sameAs, toldOf, wordOf} from "./words.js";
import {gettext, ngettext} from "../../kit/i18n.js";

const HOURS = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const LEFT_WORTH_TELLING = 10;

/**
 * The invitation's state in words, with the nickname, the answer or the reason that belong to it.
 * @param {Wire.Invitation} one
 * @param {Wire.Table} table
 * @param {boolean} kept  whether letters are kept here and not sent
 */
function word(one, table, kept) {
  const found = wordOf(one, table, kept);
  const capital = `${found[0].toUpperCase()}${found.slice(1)}`;
  const state = one.player && one.status === "joined" ? gettext("%(state)s as %(name)s", {state: capital, name: one.player}) : capital;
  if (one.reason && one.status === "failed") return `${state}: ${one.reason}`;
  if (one.reason && one.status === "queued") return gettext("%(state)s: the post is slow, we try again", {state});
  if (one.goes && one.status === "queued") return gettext("Goes at %(time)s", {time: turn(one.goes)});
  return one.answer && one.status !== "declined" ? `${state} \u00B7 says ${ANSWERS[one.answer]}` : state;
}

/**
 * What the guest knows of the night, and what they were not told, and why.
 * Where all letters are `kept` here, each row says so by its one word.
 * @type {(one: Wire.Invitation, guests: Room.Model["guests"]) => unknown}
 */
function news(one, {kept, known: list}) {
  const [told, missed] = [toldOf(one, list?.night), kept && one.missed?.state !== "stopped" ? "" : missedBy(one)];
  return html`${told ? html`<span class="told" data-testid="told">${told}</span>` : nothing}
    ${missed ? html`<span class="missed ${one.missed?.state}" data-testid="missed">${missed}</span>` : nothing}
    ${one.stops && one.missed?.state !== "stopped" ? html`<span class="missed stopped" data-testid="stops">${gettext("Wants no more letters")}</span>` : nothing}`;
}

/**
 * One press for everybody who missed the last news.
 * @param {Room.Model["guests"]} guests
 */
function tellAgain(guests) {
  const count = missedByHowMany(guests.invitations, guests.kept);
  if (count === 0) return nothing;
  return html`<div class="notice" data-testid="missed-news"><p>${ngettext("%(count)s guest has missed the last news.", "%(count)s guests have missed the last news.", count)}</p>
    <button type="button" class="quiet" data-testid="tell-again" ?disabled=${Boolean(guests.busy)} @click=${() => guests.date.tellAgain()}>${gettext("Send it again to all who missed it")}</button></div>`;
}

/** @type {(room: Room.Model, one: Wire.Invitation) => unknown} */
function guest(room, one) {
  const {guests} = room;
  const twin = sameAs(one, guests.invitations);
  return html`<li class="guest ${one.status}" data-testid="guest" data-status=${one.status}>
    ${portrait(room, one.seat, one.name || one.email)}
    <span class="who"><b>${one.name || one.email}</b>${one.name ? html`<span class="address">${one.email}</span>` : nothing}
      <span class="state">${word(one, room.table, guests.kept)}</span>${twin ? html`<span class="told" data-testid="same-as">${twin}</span>` : nothing}${news(one, guests)}</span>
    ${maySendAgain(one, guests.kept) || mayRevoke(one, room.table) || hasLink(one) ? html`<span class="tools">
      ${hasLink(one) ? html`<button type="button" class="quiet" data-testid="guest-link" aria-expanded=${String(guests.shown?.id === one.id)} @click=${() => guests.showLink(one.id)}>${gettext("Link")}<span class="sr"> ${gettext("for %(guest)s", {guest: one.name || one.email})}</span></button>` : nothing}
      ${maySendAgain(one, guests.kept) ? html`<button type="button" class="quiet" data-testid="again" ?disabled=${Boolean(guests.busy)} @click=${() => sendAgain(guests, one.id)}>${gettext("Send again")}<span class="sr"> ${gettext("to %(guest)s", {guest: one.name || one.email})}</span></button>` : nothing}
      ${mayRevoke(one, room.table) ? twoStep(room.confirmation, {key: `revoke ${one.id}`, testid: "revoke", label: html`${gettext("Take back")}<span class="sr"> ${gettext("the invitation")}</span>`, sure: gettext("Yes, close the link"), about: gettext("of %(guest)s", {guest: one.name || one.email}), act: () => guests.revoke(one.id)}) : nothing}
    </span>` : nothing}
    ${hasLink(one) && guests.shown?.id === one.id ? linkOf(room, one, guests.shown) : nothing}
  </li>`;
}

/**
 * What opens under a row at the edge of the panel comes into view.
 * @param {Event} event
 */
const show = (event) => elementAround(event, ".own-link")?.scrollIntoView({block: "nearest"});

/** @param {Event} event */
const selectAll = (event) => /** @type {HTMLInputElement} */ (event.target).select();

/**
 * The guest's own link: it is their seat, so it is for them alone.
 * @param {Room.Model} room
 * @param {Wire.Invitation} one
 * @param {{link: string, qr: string}} shown
 */
function linkOf(room, one, {link, qr}) {
  const name = one.name || one.email;
  return html`<div class="own-link">
    <img class="qr" src=${qr} width="180" height="180" alt=${gettext("QR code with the link for %(name)s", {name})} @load=${show}>
    <input readonly aria-label=${gettext("Link for %(name)s", {name})} data-testid="link-text" .value=${link} @focus=${selectAll}>
    <div class="row"><button type="button" class="quiet" data-testid="copy-guest-link" @click=${() => room.act.copyGuestLink(link)}>${gettext("Copy")}</button>
      ${room.act.canShare ? html`<button type="button" class="quiet" @click=${() => room.act.shareGuestLink(link)}>${shareIcon} ${gettext("Share")}</button>` : nothing}</div>
    <p class="hint">${one.name ? gettext("This link is the seat of %(name)s: give it to nobody else.", {name: one.name}) : gettext("This link is their seat: give it to nobody else.")}</p></div>`;
}

/** @param {Room.Model} room */
function statuses(room) {
  const {invitations} = room.guests;
  if (invitations.length === 0) return nothing;
  return html`<section aria-label=${gettext("Invited")}><h3>${ngettext("%(count)s guest invited", "%(count)s guests invited", invitations.length)}</h3>
    ${tellAgain(room.guests)}
    <ul class="guests" role="list" aria-live="polite">${repeat(invitations, (one) => one.id, (one) => guest(room, one))}</ul></section>`;
}

/** @type {(guests: Room.Model["guests"], list: Wire.GuestList) => unknown} */
function known(guests, {again}) {
  if (!again.length) return nothing;
  const group = again.filter((one) => one.group);
  return html`<div class="known"><span class="label">${gettext("Invite the same people again")}</span>
    <div class="chips">
      ${group.length > 1 && group.length < again.length ? html`<button type="button" class="chip all" data-testid="group-again" @click=${() => guests.add(group)}>${gettext("The same %(count)s as last time", {count: group.length})}</button>` : nothing}
      ${again.length > 1 ? html`<button type="button" class="chip all" data-testid="all-again" @click=${() => guests.add(again)}>${gettext("All %(count)s", {count: again.length})}</button>` : nothing}
      ${again.map((one) => html`<button type="button" class="chip" @click=${() => guests.add([one])}>${one.name || one.email}</button>`)}
    </div></div>`;
}

/** @param {Wire.GuestList} list */
function allowance({left, may, mail}) {
  if (may !== "yes" || mail === "folder") return "";
  const least = Math.min(left.hour, left.day);
  if (least === 0) return gettext("More letters wait for their turn and go by themselves, also when this page is closed.");
  if (least > LEFT_WORTH_TELLING) return "";
  return left.hour <= left.day ? ngettext("You can send %(count)s more letter this hour.", "You can send %(count)s more letters this hour.", least)
    : ngettext("You can send %(count)s more letter today.", "You can send %(count)s more letters today.", least);
}

/** @param {Room.Model["guests"]} guests */
function refusals({refused}) {
  if (refused.length === 0) return nothing;
  return html`<div class="refused" role="alert" data-testid="refused"><b>${gettext("Not sent, still in the box:")}</b>
    <ul role="list">${refused.map(({text, why}) => html`<li><code>${text}</code> ${why}</li>`)}</ul></div>`;
}

/** @param {Room.Model["guests"]} guests */
function sendWords(guests) {
  if (guests.waits) return gettext("Next: your address");
  if (guests.kept) return gettext("Invite them");
  return bringsDate(guests) ? gettext("Send the letters with the date") : gettext("Send the letters");
}

/** @type {(guests: Room.Model["guests"], list: Wire.GuestList) => unknown} */
function letter(guests, list) {
  const {draft} = guests;
  return html`<form class="letter" @submit=${onSubmit(() => sendLetters(guests))}>
    ${guests.kept ? html`<p class="notice" data-testid="no-mail">${gettext("This machine sends no mail: a letter is kept here, not sent. Invite all the same, then hand each guest their link from the list: copy it, share it, or let them scan it. (Whoever runs this machine can set EMAIL_URL.)")}</p>` : nothing}
    <label class="field"><span>${gettext("Who?")}</span>
      <textarea rows="3" data-testid="addresses" autocapitalize="off" autocorrect="off" spellcheck="false" inputmode="email" aria-describedby="who-hint"
        placeholder=${gettext("Ann <ann@example.org>, bob@example.org")} .value=${draft.addresses} @input=${onValue((addresses) => guests.write({addresses}))}></textarea>
      <span class="hint" id="who-hint">${gettext("Type or paste: commas, spaces or lines, up to %(most)s at once.", {most: list.at_once})} ${allowance(list)}</span></label>
    ${refusals(guests)}
    ${known(guests, list)}
    <details class="words" ?open=${Boolean(draft.note)}><summary>${gettext("A few words, another language")}</summary>
    <label class="field"><span class="sr">${gettext("A few words from you")}</span>
      <textarea rows="2" placeholder=${gettext("Bring biscuits!")} maxlength="500" data-testid="note" .value=${draft.note} @input=${onValue((note) => guests.write({note}))}></textarea></label>
    <label class="field inline"><span>${gettext("The letter speaks")}</span>
      <select data-testid="language" @change=${onValue((language) => guests.write({language}))}>
        ${list.languages.map(([code, name]) => html`<option value=${code} ?selected=${code === draft.language}>${name}</option>`)}</select></label></details>
    <button class="primary" data-testid="send-letters" ?disabled=${!draft.addresses.trim() || Boolean(guests.busy)}>${guests.busy === "send" ? gettext("Posting\u2026") : sendWords(guests)}</button>
  </form>`;
}

/** @type {(room: Room.Model, list: Wire.GuestList) => unknown} */
function night(room, list) {
  const {guests} = room;
  const {draft} = guests;
  return html`<details class="night"><summary>${list.night ? html`<span data-testid="night">${when(list.night)}</span>` : gettext("Make it a game night")}</summary>
    ${list.night ? nothing : html`<p class="hint">${guests.kept ? gettext("With a date, guests see at their link when and where, keep it in their calendar, and answer yes, maybe or no.") : gettext("With a date, letters carry it for the calendar, guests answer yes, no or maybe, and a reminder comes an hour before.")}</p>`}
    <form class="dates" @submit=${onSubmit(() => guests.date.set())}>
      <label class="field"><span>${gettext("Begins")}</span><input type="datetime-local" required data-testid="starts" .value=${draft.starts} @input=${onValue((starts) => guests.write({starts}))}></label>
      <label class="field"><span>${gettext("Lasts")}</span><select data-testid="hours" @change=${onValue((hours) => guests.write({hours: Number(hours)}))}>
        ${HOURS.map((hours) => html`<option value=${hours} ?selected=${hours === draft.hours}>${ngettext("%(count)s hour", "%(count)s hours", hours)}</option>`)}</select></label>
      ${about(guests)}
      ${question(guests) || html`<div class="row"><button class="quiet" data-testid="set-night" ?disabled=${!draft.starts || Boolean(guests.busy)}>${list.night ? gettext("Change it") : gettext("Set the date")}</button>
        ${list.night ? twoStep(room.confirmation, {key: "cancel-night", label: gettext("Call it off"), sure: guests.kept ? gettext("Yes, call it off") : gettext("Yes, tell everybody"), act: () => guests.date.cancel()}) : nothing}</div>`}
    </form></details>`;
}

/** @param {Room.Model} room */
function share(room) {
  return html`<button type="button" class="quiet" @click=${() => room.act.shareLink()}>${shareIcon} ${gettext("Share the link instead")}</button>`;
}

/** @type {(room: Room.Model, list: Wire.GuestList) => unknown} */
function unknownHost(room, list) {
  const {guests} = room;
  return html`${guests.signing.step ? signingIn(guests) : letter(guests, list)}${otherWays(list)}<div class="stack">${share(room)}</div>`;
}

/**
 * The whole panel.
 * @param {Room.Model} room
 */
export function invitePanel(room) {
  const {guests} = room;
  if (guests.list === "failed") return html`<p>${gettext("The list of your guests did not come.")} <button type="button" class="quiet" @click=${() => guests.load()}>${gettext("Try again")}</button></p>`;
  if (!guests.list) return html`<p class="hint">${gettext("Looking for the stamps\u2026")}</p>`;
  if (guests.list.may === "not_host") return html`<div class="invite"><p>${gettext("Letters come from the host. Anybody may pass on the link.")}</p><div class="stack">${share(room)}</div>${statuses(room)}</div>`;
  return html`<div class="invite">
    <p class="said" role="status">${guests.said}</p>
    ${guests.trouble ? html`<p class="trouble" role="alert">${guests.trouble}</p>` : nothing}
    ${guests.waits ? unknownHost(room, guests.list) : html`${guests.list.night ? rsvp(room, room.night.shown || guests.list.night) : nothing}
      ${night(room, guests.list)}${letter(guests, guests.list)}${statuses(room)}`}</div>`;
}
