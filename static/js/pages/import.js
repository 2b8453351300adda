/**
 * The pages of an import: a file that is too big is told before it is sent, what is chosen on the dry run is kept and told where it is
 * folded, and the bar of a running import moves.
 */
import "./plain.js";
import {element, elementIfAny, elements} from "../kit/dom.js";
import {keepForm} from "../kit/kept_form.js";
import {follow} from "../kit/progress.js";
import {tabStore} from "../kit/storage.js";
import {gettext} from "../kit/i18n.js";

const MEGABYTE = 1024 * 1024;

const form = elementIfAny("form[data-most]");
if (form) watchFile(form);
/** @type {?HTMLFormElement} */
const choices = elementIfAny("form[data-keep]");
if (choices) {
  keepForm(choices, tabStore(), `import-${choices.dataset.keep}`);
  tellForWhom(choices);
  choices.addEventListener("change", () => tellForWhom(choices));
}
const bar = elementIfAny("[data-progress]");
if (bar) follow(bar);

/** What is chosen for a pack stands where it is folded. @param {HTMLElement} place  the form */
function tellForWhom(place) {
  for (const fold of elements(".for-whom", place)) {
    /** @type {?HTMLSelectElement} */
    const rating = elementIfAny("select", fold);
    /** @type {?HTMLInputElement} */
    const language = elementIfAny("input", fold);
    if (rating && language) element("[data-told]", fold).textContent = `${rating.selectedOptions[0].text}, ${language.value}`;
  }
}

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
    const megabytes = {size: Math.ceil(size / MEGABYTE), most: Math.floor(most / MEGABYTE)};
    trouble.textContent = !tooBig ? "" : files.length > 1 ? gettext("Together they have %(size)s MB, the limit is %(most)s MB.", megabytes)
      : gettext("%(file)s has %(size)s MB, the limit is %(most)s MB.", {file: files[0].name, ...megabytes});
    return !tooBig;
  };
  upload.addEventListener("change", check);
  // On the form itself, so before plain.js, which listens on the document.
  place.addEventListener("submit", (event) => {
    if (!check()) event.preventDefault();
  });
}
