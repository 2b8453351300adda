/** A deck's page: what every page runs, and the button that copies the link. */
import "./plain.js";
import {copy} from "../kit/share.js";

document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = document.querySelector("[data-copied]");
    if (await copy(field.value)) told.hidden = false;
    else field.select();
  });
});
