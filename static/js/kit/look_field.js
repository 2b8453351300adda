/** The field of a page's form for a face and a colour: what is chosen is shown at once, and a button takes another pair by lot. */
import {element, elements} from "./dom.js";

/** @type {(field: HTMLElement, name: string) => HTMLInputElement[]} */
const choices = (field, name) => elements(`input[name=${name}]`, field);

/** @param {HTMLElement} field */
function show(field) {
  const [face, colour] = ["face", "colour"].map((name) => choices(field, name).find((one) => one.checked)?.value || "1");
  const drawing = element("[data-now] use", field);
  drawing.setAttribute("href", `${(drawing.getAttribute("href") || "").split("#")[0]}#f${face}`);
  field.className = field.className.replace(/\bdrawn-\d+/, `drawn-${colour}`);
}

/**
 * Choose another one than now.
 * @param {HTMLInputElement[]} all
 */
function another(all) {
  const others = all.filter((one) => !one.checked);
  others[Math.floor(Math.random() * others.length)].checked = true;
}

export function watchLooks() {
  elements("[data-look]").forEach((field) => {
    const again = /** @type {HTMLButtonElement} */ (element("[data-another]", field));
    again.hidden = false;
    again.addEventListener("click", () => {
      another(choices(field, "face"));
      another(choices(field, "colour"));
      show(field);
    });
    field.addEventListener("change", () => show(field));
    show(field);
  });
}
