/**
 * How our scripts send something to the server: with the CSRF token, and once more when that was out of date.
 * Knows no page and shows nothing; the caller tells people what came of it.
 */
import {renewToken, token} from "./csrf.js";

const LINE_DOWN = "The line is down. Nothing was sent; please try again.";
const FAILED = "That did not work. Please try again in a moment.";

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
 */
export async function post(url, body = {}, {keepalive = false} = {}) {
  const answer = await send(url, body, keepalive);
  // A login in another tab changes the token under an open page.
  if (answer.status === 403 && answer.data.code === "csrf" && await renewToken()) return send(url, body, keepalive);
  return answer;
}

async function send(url, body, keepalive) {
  const headers = {Accept: "application/json", "X-CSRFToken": token()};
  const isForm = body instanceof FormData || body instanceof URLSearchParams;
  // The server would believe the field before the header, and the field may be the older one.
  if (isForm) body.delete("csrfmiddlewaretoken");
  else headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(url, {
      method: "POST", headers, body: isForm ? body : JSON.stringify(body), credentials: "same-origin", keepalive,
    });
  } catch (error) {
    return {ok: false, status: 0, data: {message: LINE_DOWN}};
  }
  return {ok: response.ok, status: response.status, data: await read(response)};
}

async function read(response) {
  let data = {};
  try {
    data = await response.json();
  } catch (error) {
    // A page, a bare 204, or an answer that broke off: the status says what there is to say.
  }
  if (data === null || typeof data !== "object") data = {};
  return response.ok || data.message ? data : {...data, message: FAILED};
}
