/** Follows work that goes on at the server: moves a bar, and shows the page anew at the end. */
import {element, elementIfAny} from "./dom.js";

const EVERY = 1000;
const number = new Intl.NumberFormat("en");

/**
 * @param {HTMLElement} place  what shows how far it is: the address to ask in data-progress, what is done just now in
 *   data-step, a progress, and whatever of [data-done], [data-total], [data-part] (in percent) and [data-quiet]
 */
export function follow(place) {
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.progress || "", {credentials: "same-origin", cache: "no-store"});
      if (answer.status === 404 || answer.redirected) return location.reload(); // gone, or signed out
      if (!answer.ok) throw new Error(String(answer.status));
      const {status, step, done, total} = await answer.json();
      const atWork = status === "queued" || status === "running";
      if (!atWork || step !== place.dataset.step) return location.reload();
      show(place, done, total);
    } catch (error) {
      element("[data-quiet]", place).hidden = false;
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
}

/** @type {(place: HTMLElement, done: number, total: number) => void} */
function show(place, done, total) {
  element("[data-quiet]", place).hidden = true;
  /** @type {HTMLProgressElement} */
  const progress = element("progress", place);
  if (!progress.hasAttribute("value")) return; // nobody knows how long it takes
  Object.assign(progress, {max: total || 1, value: done});
  const texts = {done: number.format(done), total: number.format(total),
    part: `${Math.round(100 * done / (total || 1))}\u00a0%`};
  for (const [name, text] of Object.entries(texts)) {
    const shown = elementIfAny(`[data-${name}]`, place);
    if (shown) shown.textContent = text;
  }
}
