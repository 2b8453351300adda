/**
 * How our scripts ask the server for something and send it something: JSON both ways, with the CSRF token.
 * Knows no page and shows nothing; the caller tells people what came of it.
 *
 * The CSRF token of this document is in `<body data-csrf>` and in its forms, because no script can read the cookie.
 * Two different tokens may both be right (each is masked anew), so they are never compared.
 */
import {element, elements} from "./dom.js";
import {gettext} from "./i18n.js";

const PATIENCE = 4000;
/** @type {?Promise<boolean>} */
let asking = null;

export const token = () => document.body.dataset.csrf || "";

/**
 * Ask for a token that is right now, also after a login in another tab, and put it wherever the document has one.
 * Resolves to whether that worked; never throws. Calls at the same time share one question.
 */
export function renewToken() {
  asking = asking || ask().finally(() => { asking = null; });
  return asking;
}

async function ask() {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(document.body.dataset.csrfUrl || "", {
      headers: {Accept: "application/json"}, credentials: "same-origin", cache: "no-store", signal: stop.signal,
    });
    if (!answer.ok) return false;
    keep((await answer.json()).token);
    return true;
  } catch (error) {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} value */
function keep(value) {
  document.body.dataset.csrf = value;
  /** @type {HTMLInputElement[]} */
  const fields = elements("input[name=csrfmiddlewaretoken]");
  for (const field of fields) field.value = value;
}

/**
 * What the server told this page's scripts: the document that `page_document` of common/web/http.py put into it.
 * @template Told
 * @returns {Told}
 */
export const pageDocument = () => JSON.parse(element("#document").textContent || "");

/**
 * The JSON at `url`. Rejects when the network fails, or with an Error whose `status` is the answer's when that is no 2xx.
 * @param {string} url
 */
export async function getJson(url) {
  const answer = await fetch(url, {headers: {Accept: "application/json"}, credentials: "same-origin", cache: "no-store"});
  if (!answer.ok) throw Object.assign(new Error(`${url}: ${answer.status}`), {status: answer.status});
  return answer.json();
}

/**
 * @typedef {object | FormData | URLSearchParams} Body
 * @typedef {{ok: boolean, status: number, data: Record<string, any>}} Answer  `data` has what the address at hand answers
 */

const LINE_DOWN = gettext("The line is down. Nothing was sent; please try again.");
const FAILED = gettext("That did not work. Please try again in a moment.");

/**
 * Send `body` by POST and resolve to `{ok, status, data}`; it never rejects.
 *
 *     const {ok, data} = await post(url, {emails: "ann@example.org"});
 *     if (!ok) toast(data.message);
 *
 * `body`: a plain object goes as JSON; FormData or URLSearchParams go as a form would (its CSRF field is taken out).
 * `ok` is true for a status 200-299. `data` is the answer's JSON object, {} where there is none. Where `ok` is false,
 * `data.message` says in words what happened. A network that failed has `status` 0.
 * `keepalive` lets the request outlive the page; such bodies have at most 64 kB.
 * @param {string} url
 * @param {Body} [body]
 * @returns {Promise<Answer>}
 */
export async function post(url, body = {}, {keepalive = false} = {}) {
  const answer = await send(url, body, keepalive);
  // A login in another tab changes the token under an open page.
  if (answer.status === 403 && answer.data.code === "csrf" && await renewToken()) return send(url, body, keepalive);
  return answer;
}

/** @type {(url: string, body: Body, keepalive: boolean) => Promise<Answer>} */
async function send(url, body, keepalive) {
  /** @type {Record<string, string>} */
  const headers = {Accept: "application/json", "X-CSRFToken": token()};
  const form = body instanceof FormData || body instanceof URLSearchParams ? body : null;
  // The server would believe the field before the header, and the field may be the older one.
  if (form) form.delete("csrfmiddlewaretoken");
  else headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(url, {
      method: "POST", headers, body: form || JSON.stringify(body), credentials: "same-origin", keepalive,
    });
  } catch (error) {
    return {ok: false, status: 0, data: {message: LINE_DOWN}};
  }
  return {ok: response.ok, status: response.status, data: await read(response)};
}

/** @type {(response: Response) => Promise<Answer["data"]>} */
async function read(response) {
  /** @type {any} */
  let data = {}; // any JSON that the address may answer
  try {
    data = await response.json();
  } catch (error) {
    // A page, a bare 204, or an answer that broke off: the status says what there is to say.
  }
  if (data === null || typeof data !== "object") data = {};
  return response.ok || data.message ? data : {...data, message: FAILED};
}
