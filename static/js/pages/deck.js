/** A deck's page: what every page runs, and the button that copies the link. */
import "./plain.js";
import {element, elements} from "../kit/dom.js";
import {copy} from "../kit/share.js";

elements("[data-copy]").forEach((button) => {
  /** @type {HTMLInputElement} */
  const field = element(`#${button.dataset.copy}`);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = element("[data-copied]");
    if (await copy(field.value)) told.hidden = false;
    else field.select();
  });
});
