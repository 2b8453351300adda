/**
 * The pages behind an invitation's link: somebody looks at this one, and the host may know. A look at the address alone
 * says nothing, because mail scanners follow links; and a page that lies in a tab behind is not looked at yet.
 */
import {post} from "../kit/http.js";

/** @type {HTMLElement | null} */
const unseen = document.querySelector("[data-opened-url]");

function tell() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", tell);
  post(unseen?.dataset.openedUrl || "");
}

if (unseen) {
  document.addEventListener("visibilitychange", tell);
  tell();
}
