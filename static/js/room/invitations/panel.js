/** The host's panel of invitations: who to invite, with which words, to which night, and what became of each letter. */
import {html, nothing} from "../../../lit/lit-html.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {twoStep} from "../../kit/confirm.js";
import {counted} from "../../kit/words.js";
import {shareIcon} from "../../kit/icons.js";
import {initials} from "../views/parts.js";

const STATUS = {
  queued: "Being posted", sent: "Sent", opened: "Opened", joined: "Here", declined: "Declined", failed: "Not delivered",
  revoked: "Taken back",
};
const ANSWERS = {yes: "says yes", no: "says no", maybe: "says maybe"};
const HOURS = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const LEFT_WORTH_TELLING = 10;

/** The invitation's state in words, with the nickname, the answer or the reason that belong to it. */
function word(one) {
  const state = one.status === "joined" && one.player ? `Here as ${one.player}` : STATUS[one.status];
  if (one.reason && one.status === "failed") return `${state}: ${one.reason}`;
  if (one.reason && one.status === "queued") return `${state}: the post is slow, we try again`;
  return one.answer && one.status !== "declined" ? `${state} \u00B7 ${ANSWERS[one.answer]}` : state;
}

const maySendAgain = ({status}) => ["sent", "opened", "failed", "declined"].includes(status);
const mayRevoke = ({status}) => ["queued", "sent", "opened", "declined"].includes(status);

function guest(room, one) {
  const {guests} = room;
  return html`<li class="guest ${one.status}" data-testid="guest" data-status=${one.status}>
    <span class="dot" aria-hidden="true">${initials(one.name || one.email)}</span>
    <span class="who"><b>${one.name || one.email}</b>${one.name ? html`<span class="address">${one.email}</span>` : nothing}
      <span class="state">${word(one)}</span></span>
    ${maySendAgain(one) || mayRevoke(one) ? html`<span class="tools">
      ${maySendAgain(one) ? html`<button type="button" class="quiet" data-testid="again" ?disabled=${Boolean(guests.busy)} @click=${() => guests.again(one.id)}>Send again</button>` : nothing}
      ${mayRevoke(one) ? twoStep(room.confirmation, {key: `revoke ${one.id}`, testid: "revoke", label: "Take back", sure: "Yes, close the link", act: () => guests.revoke(one.id)}) : nothing}
    </span>` : nothing}
  </li>`;
}

function statuses(room) {
  const {invitations} = room.guests;
  if (invitations.length === 0) return nothing;
  return html`<section aria-label="Invited"><h3>${counted(invitations.length, "guest")} invited</h3>
    <ul class="guests" role="list" aria-live="polite">${repeat(invitations, (one) => one.id, (one) => guest(room, one))}</ul></section>`;
}

function known(guests) {
  const {again} = guests.list;
  if (!again.length) return nothing;
  return html`<div class="known"><span class="label">Invite the same people again</span>
    <div class="chips">
      ${again.length > 1 ? html`<button type="button" class="chip all" data-testid="all-again" @click=${() => guests.add(again)}>All ${again.length}</button>` : nothing}
      ${again.map((one) => html`<button type="button" class="chip" @click=${() => guests.add([one])}>${one.name || one.email}</button>`)}
    </div></div>`;
}

function allowance({left}) {
  const least = Math.min(left.hour, left.day);
  if (least === 0) return "No letters are left for now; your list stays here until you close the page.";
  return least <= LEFT_WORTH_TELLING ? `You can send ${counted(least, "more letter")} ${left.hour <= left.day ? "this hour" : "today"}.` : "";
}

function refusals({refused}) {
  if (refused.length === 0) return nothing;
  return html`<div class="refused" role="alert" data-testid="refused"><b>Not sent, still in the box:</b>
    <ul role="list">${refused.map(({text, why}) => html`<li><code>${text}</code> ${why}</li>`)}</ul></div>`;
}

function letter(guests) {
  const {draft, list} = guests;
  return html`<form class="letter" @submit=${(event) => { event.preventDefault(); guests.invite(); }}>
    <label class="field"><span>Who?</span>
      <textarea rows="3" data-testid="addresses" autocapitalize="off" autocorrect="off" spellcheck="false" inputmode="email" aria-describedby="who-hint"
        placeholder="Ann &lt;ann@example.org&gt;, bob@example.org" .value=${draft.addresses} @input=${(event) => guests.write({addresses: event.target.value})}></textarea>
      <span class="hint" id="who-hint">Type or paste: commas, spaces or lines, up to ${list.at_once} at once. ${allowance(list)}</span></label>
    ${refusals(guests)}
    ${known(guests)}
    <details class="words" ?open=${Boolean(draft.note)}><summary>A few words, another language</summary>
    <label class="field"><span class="sr">A few words from you</span>
      <textarea rows="2" placeholder="Bring biscuits!" maxlength="500" data-testid="note" .value=${draft.note} @input=${(event) => guests.write({note: event.target.value})}></textarea></label>
    <label class="field inline"><span>The letter speaks</span>
      <select data-testid="language" @change=${(event) => guests.write({language: event.target.value})}>
        ${list.languages.map(([code, name]) => html`<option value=${code} ?selected=${code === draft.language}>${name}</option>`)}</select></label></details>
    ${list.mail === "folder" ? html`<p class="notice">This machine has no mail server yet: letters stay in its mail folder. Whoever runs it can set EMAIL_URL.</p>` : nothing}
    <button class="primary" data-testid="send-letters" ?disabled=${!draft.addresses.trim() || Boolean(guests.busy)}>${guests.busy === "send" ? "Posting\u2026" : "Send the letters"}</button>
  </form>`;
}

function night(room) {
  const {guests} = room;
  const {draft, list} = guests;
  const date = list.night && new Date(list.night.starts).toLocaleString([], {weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit"});
  const answers = list.night ? Object.entries(list.night.answers).map(([answer, count]) => `${count} ${answer}`).join(", ") : "";
  return html`<details class="night"><summary>${list.night ? html`<span data-testid="night">${date}${answers ? html`<span class="hint">, ${answers}</span>` : nothing}</span>` : "Make it a game night"}</summary>
    ${list.night ? nothing : html`<p class="hint">With a date, letters carry it for the calendar, guests answer yes, no or maybe, and a reminder comes an hour before.</p>`}
    <form class="dates" @submit=${(event) => { event.preventDefault(); guests.setNight(); }}>
      <label class="field"><span>Begins</span><input type="datetime-local" required data-testid="starts" .value=${draft.starts} @input=${(event) => guests.write({starts: event.target.value})}></label>
      <label class="field"><span>Lasts</span><select data-testid="hours" @change=${(event) => guests.write({hours: Number(event.target.value)})}>
        ${HOURS.map((hours) => html`<option value=${hours} ?selected=${hours === draft.hours}>${counted(hours, "hour")}</option>`)}</select></label>
      <div class="row"><button class="quiet" data-testid="set-night" ?disabled=${!draft.starts || Boolean(guests.busy)}>${list.night ? "Move it" : "Set the date"}</button>
        ${list.night ? twoStep(room.confirmation, {key: "cancel-night", label: "Call it off", sure: "Yes, tell everybody", act: () => guests.cancelNight()}) : nothing}</div>
    </form></details>`;
}

function closed(room) {
  const {list} = room.guests;
  const share = html`<button type="button" class="quiet" @click=${() => room.act.shareLink()}>${shareIcon} Share the link instead</button>`;
  if (list.may === "sign_in") {
    return html`<p>A letter is signed by somebody, so it takes an account. Your seat and your points come along.</p>
      <div class="stack"><a class="primary button" href=${list.sign_up_url} data-testid="sign-up">Make an account</a><a class="quiet button" href=${list.sign_in_url}>Sign in</a>${share}</div>`;
  }
  if (list.may === "verify") {
    return html`<p>Almost: open the link in the letter we sent you, so that your friends know it is really you.</p>
      <div class="stack"><a class="primary button" href=${list.verify_url} data-testid="verify">Confirm my address</a>${share}</div>`;
  }
  return html`<p>Letters come from the host. Anybody may pass on the link.</p><div class="stack">${share}</div>`;
}

/** The whole panel. */
export function invitePanel(room) {
  const {guests} = room;
  if (guests.list === "failed") return html`<p>The letter box is stuck. <button type="button" class="quiet" @click=${() => guests.load()}>Try again</button></p>`;
  if (!guests.list) return html`<p class="hint">Looking for the stamps\u2026</p>`;
  if (guests.list.may !== "yes") return html`<div class="invite">${closed(room)}${statuses(room)}</div>`;
  return html`<div class="invite">
    <p class="said" role="status">${guests.said}</p>
    ${guests.trouble ? html`<p class="trouble" role="alert">${guests.trouble}</p>` : nothing}
    ${letter(guests)}${night(room)}${statuses(room)}</div>`;
}
