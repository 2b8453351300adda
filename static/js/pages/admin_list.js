/**
 * The admin's lists of cards, reports and doubles: one tick for the whole page, how many are chosen, the tab in sight.
 * Changes and sends nothing.
 */
import {element, elementIfAny, elements} from "../kit/dom.js";

/** @param {HTMLElement} bulk */
function watch(bulk) {
  /** @type {HTMLInputElement[]} */
  const ticks = elements("input[name=chosen]");
  /** @type {HTMLInputElement} */
  const every = element(".every input", bulk);
  /** @type {HTMLInputElement} */
  const all = element("input[name=all]", bulk);
  const told = element(".how-many", bulk);
  element(".every", bulk).hidden = false;
  const count = () => {
    const chosen = ticks.filter((tick) => tick.checked).length;
    every.checked = chosen === ticks.length;
    every.indeterminate = chosen > 0 && chosen < ticks.length;
    for (const tick of [every, ...ticks]) tick.disabled = all.checked;
    told.textContent = all.checked || !chosen ? "" : `${chosen} chosen`;
  };
  document.addEventListener("change", ({target}) => {
    if (target === every) for (const tick of ticks) tick.checked = every.checked;
    count();
  });
  addEventListener("pageshow", count);  // a browser that goes back brings ticks along
  count();
}

elementIfAny(".tabs .here")?.scrollIntoView({block: "nearest", inline: "center"});
const bulk = elementIfAny(".bulk");
if (bulk) watch(bulk);
document.dispatchEvent(new Event("page-ready"));  // boot.js waits for it
