/** The menu of languages on a page with a secret address, which names no page to go back to: this one is shown anew. */
import {elements} from "./dom.js";
import {post} from "./http.js";

export function watchLanguages() {
  elements("form.languages[data-here]").forEach((form) => form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (event).submitter);
    const url = /** @type {HTMLFormElement} */ (form).action;
    if (chosen) await post(url, new URLSearchParams({language: chosen.value}));
    location.replace(location.pathname + location.search);
  }));
}
