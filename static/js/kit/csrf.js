/**
 * The CSRF token of this document: in `<body data-csrf>` and in its forms, because no script can read the cookie.
 * Two different tokens may both be right (each is masked anew), so they are never compared.
 */

const PATIENCE = 4000;
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
    const options = {headers: {Accept: "application/json"}, credentials: "same-origin", cache: "no-store", signal: stop.signal};
    const answer = await fetch(document.body.dataset.csrfUrl, options);
    if (!answer.ok) return false;
    keep((await answer.json()).token);
    return true;
  } catch (error) {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function keep(value) {
  document.body.dataset.csrf = value;
  document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => { field.value = value; });
}
