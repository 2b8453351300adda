/** The field of a form for a face and a colour. */
import "../dom.mjs";
import assert from "node:assert/strict";
import {test} from "node:test";
import {watchLooks} from "../../../static/js/kit/look_field.js";

const radios = (name, count, chosen) => Array.from({length: count}, (_, place) => `<input type="radio" name="${name}" value="${place + 1}"${place + 1 === chosen ? " checked" : ""}>`).join("");

function field(face = 3, colour = 5) {
  document.body.innerHTML = `<form><fieldset class="look drawn-${colour}" data-look><span data-now><svg><use href="/faces.svg#f${face}"></use></svg></span>
    <button type="button" data-another hidden>Another one</button>${radios("face", 24, face)}${radios("colour", 12, colour)}</fieldset></form>`;
  watchLooks();
  return document.querySelector("[data-look]");
}
const chosen = (place, name) => [...place.querySelectorAll(`input[name=${name}]`)].find((one) => one.checked).value;
const drawn = (place) => [place.querySelector("use").getAttribute("href"), place.className];

test("what is chosen is drawn at once", () => {
  const place = field();
  place.querySelector("input[name=face][value='9']").checked = true;
  place.dispatchEvent(new Event("change"));
  assert.deepEqual(drawn(place), ["/faces.svg#f9", "look drawn-5"]);
});

test("another one is another face in another colour", () => {
  const place = field();
  const button = place.querySelector("[data-another]");
  assert.equal(button.hidden, false);
  button.click();
  const [face, colour] = [chosen(place, "face"), chosen(place, "colour")];
  assert.ok(face !== "3" && colour !== "5");
  assert.deepEqual(drawn(place), [`/faces.svg#f${face}`, `look drawn-${colour}`]);
});

test("a page without the field is left alone", () => {
  document.body.innerHTML = "<form></form>";
  watchLooks();
  assert.equal(document.body.innerHTML, "<form></form>");
});
