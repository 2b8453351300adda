/**
 * Reports the page's own errors to the server, at most five for each page.
 * Sends the place of the error, never what is on the cards.
 */
import {post} from "./http.js";

const MOST = 5;
let sent = 0;

/** @param {{message: string, source: string, line: number, stack: string}} details */
function report(details) {
  if (sent >= MOST) return;
  sent += 1;
  const {errorsUrl, release} = document.body.dataset;
  post(errorsUrl || "", {page: location.pathname, release, ...details}, {keepalive: true});
}

/** @type {(value: unknown, length: number) => string} */
const cut = (value, length) => String(value || "").slice(0, length);

/**
 * Report an error that was caught and could be lived with.
 * @param {any} error  whatever was thrown
 */
export function reportError(error) {
  report({message: cut(error && error.message ? error.message : error, 500), source: "", line: 0, stack: cut(error && error.stack, 2000)});
}

/** Tell boot.js, which has watched this page so far, that it works; from here on this module reports what nobody catches. */
export function pageIsReady() {
  window.addEventListener("error", (event) => report({
    message: cut(event.message, 500), source: cut(event.filename, 200), line: event.lineno || 0,
    stack: cut(event.error && event.error.stack, 2000),
  }));
  window.addEventListener("unhandledrejection", (event) => reportError(event.reason));
  document.dispatchEvent(new Event("page-ready"));
}
