/**
 * Plain forms, on any page: a double tap sends them once, and their CSRF token is right when they are sent.
 * Forms that a script sends by itself (it prevents the default) are left alone.
 */
import {renewToken} from "./csrf.js";

const AGAIN_AFTER = 5000;

export function watchForms() {
  // Whoever was in another window may have signed in there; a page out of the history is as old as its first visit.
  const [arrival] = performance.getEntriesByType("navigation");
  let outdated = Boolean(arrival) && arrival.type !== "navigate";
  for (const [where, what] of [[window, "blur"], [document, "visibilitychange"]]) {
    where.addEventListener(what, () => { outdated = true; });
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) outdated = true;
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, AGAIN_AFTER);
    if (!outdated || !form.requestSubmit || !form.querySelector("[name=csrfmiddlewaretoken]")) return;
    event.preventDefault();
    outdated = false;
    const button = event.submitter;
    renewToken().then(() => {
      delete form.dataset.sent;
      form.requestSubmit(button && button.form === form ? button : null);
    });
  });
}
