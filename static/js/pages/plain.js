/** What every page runs: errors are reported, forms are looked after, and a button that leads back does so. */
import {elements} from "../kit/dom.js";
import {pageIsReady} from "../kit/errors.js";
import {watchForms} from "../kit/forms.js";
import {watchLanguages} from "../kit/languages.js";
import {watchLooks} from "../kit/look_field.js";
import {tellYours} from "../kit/moments.js";

watchLanguages();
watchForms();
watchLooks();

elements("[data-back]").forEach((place) => {
  place.hidden = history.length < 2;
  place.addEventListener("click", () => history.back());
});

elements("[data-yours]").forEach((place) => tellYours(place));

pageIsReady();
