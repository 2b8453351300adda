/**
 * Passkeys on the pages of accounts: shows what this browser can do, says what went wrong, and offers passkeys in the
 * name field of the sign-in page. The ceremony itself is allauth's; its scripts come before this one.
 */
import {element, elementIfAny, elements} from "../kit/dom.js";
import {gettext} from "../kit/i18n.js";

// A passkey belongs to a name; an address of numbers is no home for one.
const able = Boolean(window.PublicKeyCredential) && !/^[\d.]+$|^\[/.test(location.hostname);

elements("[data-passkey]").forEach((node) => { node.hidden = !able; });
elements("[data-no-passkey]").forEach((node) => { node.hidden = able; });

/**
 * The words for an exception of the browser's; it tells nobody whether a key was missing or the person said no.
 * @param {?Error} [exception]
 */
function words(exception) {
  if (exception?.name === "InvalidStateError") return gettext("This device has a passkey for your account already.");
  if (exception?.name === "NotAllowedError") return gettext("No passkey came. Try again, or choose another way.");
  return gettext("The passkey did not work here. Try again, or choose another way.");
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const trouble = element("[data-passkey-trouble]");
  trouble.textContent = words(/** @type {CustomEvent} */ (event).detail.exception);
  trouble.hidden = false;
});

/**
 * Let the browser offer passkeys among the names it fills in; pressing the button ends that wait.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} button
 */
async function offerInField(form, button) {
  const waiting = new AbortController();
  button.addEventListener("click", () => waiting.abort(), {capture: true});
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  const answer = await fetch(form.action, {headers: {Accept: "application/json"}, signal: waiting.signal});
  if (!answer.ok || waiting.signal.aborted) return;
  const {request_options: options} = await answer.json();
  const credential = await window.webauthnJSON.get({...options, mediation: "conditional", signal: waiting.signal});
  /** @type {HTMLInputElement} */
  const field = element("[name=credential]", form);
  field.value = JSON.stringify(credential);
  form.submit();
}

/** @type {?HTMLFormElement} */
const signIn = elementIfAny("#mfa_login");
if (able && signIn) {
  // Whatever ends the wait (the button, a browser that cannot), the button is still there.
  offerInField(signIn, element("#passkey_login")).catch(() => {});
}
