/**
 * Plain forms, on any page: a double tap sends them once, and their CSRF token is renewed just before they are sent.
 * Forms that a script sends by itself (it prevents the default) are left alone.
 */
import {elements} from "./dom.js";
import {renewToken} from "./http.js";

const AGAIN_AFTER = 5000;

export function watchForms() {
  const ready = new WeakSet();
  window.addEventListener("pageshow", () => {
    elements("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, AGAIN_AFTER);
    // Safari before 16 cannot send it as it was pressed; there an old token gets the page that says how to go on.
    const renewable = "requestSubmit" in form && form.querySelector("[name=csrfmiddlewaretoken]");
    if (ready.delete(form) || !renewable) return;
    event.preventDefault();
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    // A page cannot know how old its token is: a login in another tab or window, or cleared cookies, make no sound here.
    renewToken().then(() => {
      delete form.dataset.sent;
      ready.add(form);
      form.requestSubmit(button && button.form === form ? button : null);
    });
  });
}
