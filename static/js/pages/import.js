/** The pages of an import: a file that is too big is told before it is sent, and the bar of a running import moves. */
import "./plain.js";
import {element, elementIfAny} from "../kit/dom.js";
import {follow} from "../kit/progress.js";

const MEGABYTE = 1024 * 1024;

const form = elementIfAny("form[data-most]");
if (form) watchFile(form);
const bar = elementIfAny("[data-progress]");
if (bar) follow(bar);

/** @param {HTMLElement} place  the form */
function watchFile(place) {
  /** @type {HTMLInputElement} */
  const upload = element("input[type=file]", place);
  const trouble = element("#import-trouble");
  const most = Number(place.dataset.most);
  const check = () => {
    const files = Array.from(upload.files || []);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const tooBig = size > most;
    trouble.hidden = !tooBig;
    trouble.textContent = tooBig
      ? `${files.length > 1 ? "Together they have" : `${files[0].name} has`} ${Math.ceil(size / MEGABYTE)} MB, the limit is ${Math.floor(most / MEGABYTE)} MB.` : "";
    return !tooBig;
  };
  upload.addEventListener("change", check);
  // On the form itself, so before plain.js, which listens on the document.
  place.addEventListener("submit", (event) => {
    if (!check()) event.preventDefault();
  });
}
