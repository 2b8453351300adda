/** What every page runs: errors are reported, forms are looked after, and a button that leads back does so. */
import {pageIsReady} from "../kit/errors.js";
import {watchForms} from "../kit/forms.js";

watchForms();

document.querySelectorAll("[data-back]").forEach((place) => {
  place.hidden = history.length < 2;
  place.addEventListener("click", () => history.back());
});

pageIsReady();
