/** Keeps what somebody has chosen in a form, over reloads of its page and ways back to it. Buttons and hidden fields are the page's own. */
import {elements} from "./dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const TICKS = ["checkbox", "radio"];

/**
 * Put back what was kept of this form, and keep what changes from now on. Fields with `data-asked` are asked anew each time.
 * @param {HTMLFormElement} form
 * @param {Pick<import("./storage.js").Store, "get" | "set">} store
 * @param {string} key
 */
export function keepForm(form, store, key) {
  const kept = new Map(Object.entries(store.get(key) || {}));
  for (const field of fields(form)) {
    const value = kept.get(name(field));
    if (value !== undefined) write(field, value);
  }
  form.addEventListener("change", () => store.set(key, Object.fromEntries(fields(form).map((field) => [name(field), read(field)]))));
}

/** @param {HTMLFormElement} form */
const fields = (form) => /** @type {Field[]} */ (elements("input:not([type=hidden]):not([data-asked]), select", form));

/** What a field is kept under: ticks of one name differ in their value. @param {Field} field */
const name = (field) => TICKS.includes(field.type) ? `${field.name}=${field.value}` : field.name;

/** @param {Field} field */
const read = (field) => field instanceof HTMLInputElement && TICKS.includes(field.type) ? field.checked : field.value;

/** @type {(field: Field, value: unknown) => void} */
function write(field, value) {
  if (typeof value === "boolean") {
    if (field instanceof HTMLInputElement) field.checked = value;
  } else if (typeof value === "string" && !(field instanceof HTMLSelectElement && !Array.from(field.options).some((one) => one.value === value))) {
    field.value = value;
  }
}
