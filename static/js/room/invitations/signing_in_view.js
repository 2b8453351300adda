/** The panel of invitations for a host without an account, or without a confirmed address. */
import {html, nothing} from "../../../lit/lit-html.js";
import {onSubmit, onValue} from "../../kit/dom.js";
import {gettext, parts} from "../../kit/i18n.js";

/** @param {Room.Model["guests"]} guests */
function address(guests) {
  const {signing} = guests;
  return html`<form class="letter" @submit=${onSubmit(() => signing.sendCode())}>
    <p>${guests.kept ? gettext("Letters are signed by somebody, so it takes an account. Type your own address: a code makes an account, or opens yours. Your seat and your points come along.")
    : gettext("Letters are signed by somebody, so it takes an account. Type your own address: a code comes by e-mail and makes an account, or opens yours. Your seat and your points come along.")}</p>
    ${guests.kept ? html`<p class="notice">${gettext("This machine sends no mail: whoever runs it reads the code to you.")}</p>` : nothing}
    <label class="field"><span>${gettext("Your e-mail address")}</span>
      <input type="email" required maxlength="254" autocomplete="email" data-testid="my-email" .value=${signing.email} @input=${onValue((email) => signing.write({email}))}></label>
    <button class="primary" data-testid="send-code" ?disabled=${!signing.email.trim() || Boolean(guests.busy)}>${guests.busy === "code" ? gettext("Posting\u2026") : guests.kept ? gettext("Make me a code") : gettext("Send me a code")}</button>
    <button type="button" class="quiet" @click=${() => signing.show("")}>${gettext("Back to the list")}</button>
  </form>`;
}

/** @param {Room.Model["guests"]} guests */
function digits(guests) {
  const {signing} = guests;
  return html`<form class="letter" @submit=${onSubmit(() => signing.confirm())}>
    ${guests.kept ? html`<p class="notice">${parts(gettext("There is a code of six digits for %(address)s, good for ten minutes. This machine sends no mail: whoever runs it finds the code on its terminal."), {address: html`<b>${signing.email.trim()}</b>`})}</p>`
    : html`<p>${parts(gettext("Six digits are on their way to %(address)s, good for ten minutes."), {address: html`<b>${signing.email.trim()}</b>`})}</p>`}
    <label class="field"><span>${guests.kept ? gettext("The code") : gettext("The code from the letter")}</span>
      <input class="digits" required maxlength="9" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" data-testid="code" aria-describedby="code-hint"
        .value=${signing.code} @input=${onValue((code) => signing.write({code}))}>
      <span class="hint" id="code-hint">${gettext("If your account has a second factor, the next page asks for it, and your list waits here.")}</span></label>
    <button class="primary" data-testid="confirm-code" ?disabled=${signing.code.replace(/\D/g, "").length !== 6 || Boolean(guests.busy)}>${guests.busy === "confirm" ? gettext("Looking\u2026") : guests.kept ? gettext("Confirm, and invite them") : gettext("Confirm, and send the letters")}</button>
    <div class="row"><button type="button" class="quiet" data-testid="new-code" ?disabled=${Boolean(guests.busy)} @click=${() => signing.sendCode()}>${guests.kept ? gettext("Make a new code") : gettext("Send a new code")}</button>
      <button type="button" class="quiet" @click=${() => signing.show("email")}>${gettext("Another address")}</button></div>
  </form>`;
}

/**
 * The step that is asked for now; nothing while the list of guests is written.
 * @param {Room.Model["guests"]} guests
 */
export function signingIn(guests) {
  return {"": () => nothing, email: () => address(guests), code: () => digits(guests)}[guests.signing.step]();
}

/**
 * Other ways to an account with a confirmed address.
 * @param {Wire.GuestList} list
 */
export function otherWays(list) {
  if (list.may === "verify" && list.confirm) {
    const {address: mine, link} = list.confirm;
    return html`<p>${parts(gettext("Your address is not confirmed yet, and this machine sends no mail. Whoever runs it types %(command)s and gives you the link that it prints."), {command: html`<code>python manage.py confirm_address ${mine}</code>`})}</p>
      ${link ? html`<a class="primary button" href=${link} data-testid="confirm-here">${gettext("Confirm it here (debug mode)")}</a>` : nothing}`;
  }
  if (list.may === "verify") {
    return html`<p class="hint">${gettext("Or open the link in the letter that we sent you when you signed up: this panel notices by itself.")}
      <a href=${list.verify_url} data-testid="verify">${gettext("Send it again")}</a></p>`;
  }
  const ways = {
    sign_in: html`<a href=${list.sign_in_url} data-testid="sign-in">${gettext("sign in")}</a>`,
    sign_up: html`<a href=${list.sign_up_url} data-testid="sign-up">${gettext("make an account")}</a>`,
    command: html`<code>python manage.py confirm_address</code>`,
  };
  return html`<p class="hint">${list.mail === "folder" ? parts(gettext("Or %(sign_in)s as ever, or %(sign_up)s with a password; then %(command)s on this machine prints the link that confirms its address."), ways)
    : parts(gettext("Or %(sign_in)s as ever, or %(sign_up)s with a password."), ways)}</p>`;
}
