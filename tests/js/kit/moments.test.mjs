/** Moments on the host's clock and the reader's. */
process.env.TZ = "America/Los_Angeles";
import assert from "node:assert/strict";
import {test} from "node:test";
import "../dom.mjs";
import {clock, inZone, shortDay, tellYours, weekdayAndTime, yours} from "../../../static/js/kit/moments.js";

const EVENING = Date.parse("2099-11-28T19:00:00Z"); // 8:00 PM in Warsaw, 11:00 AM in Los Angeles
const plain = (text) => text.replace(/\s/gu, " ");

test("a moment is told on the clock of its place", () => {
  assert.equal(plain(inZone(EVENING, "Europe/Warsaw", "en")), "Saturday, November 28, 8:00 PM");
});

test("the reader's own time follows, with the day where it is another", () => {
  assert.equal(plain(yours(EVENING, "Europe/Warsaw", "en")), "11:00 AM");
  assert.match(plain(yours(EVENING + 6 * 3600000, "Europe/Warsaw", "en")), /^Saturday, November 28, 5:00 PM$/);
});

test("all moments are told in the page's language, whatever the browser's is", () => {
  document.documentElement.lang = "en";
  assert.deepEqual([clock, weekdayAndTime, shortDay].map((tell) => plain(tell(EVENING))), ["11:00 AM", "Sat, 11:00 AM", "Sat, Nov 28, 11:00 AM"]);
  document.documentElement.lang = "pl";
  assert.deepEqual([clock(EVENING), inZone(EVENING, "Europe/Warsaw")], ["11:00", "sobota, 28 listopada, 20:00"]);
  document.documentElement.lang = "en";
});

test("nothing is said twice, and an unknown zone is the reader's", () => {
  assert.deepEqual([yours(EVENING, "America/Vancouver"), yours(EVENING, "Moon/Crater")], ["", ""]);
});

test("an element of a template is filled in its language, or stays hidden", () => {
  document.body.innerHTML = `<p lang="de"><span data-yours="2099-11-28T19:00:00Z" data-zone="Europe/Warsaw" data-words="bei dir {time}" hidden></span>
    <span data-yours="2099-11-28T19:00:00Z" data-zone="America/Los_Angeles" data-words="bei dir {time}" hidden></span></p>`;
  const places = [...document.querySelectorAll("[data-yours]")];
  places.forEach(tellYours);
  assert.deepEqual(places.map(({hidden, textContent}) => [hidden, textContent]), [[false, ", bei dir 11:00"], [true, ""]]);
});
