/** Texts in the language of the page, with a catalogue as Django makes it, and without one. */
import assert from "node:assert/strict";
import {test} from "node:test";

const FORMS = {"%(count)s card": ["%(count)s karta", "%(count)s karty", "%(count)s kart"]};
const SAID = {"%(name)s plays": "%(name)s gra", "verb\u0004Play": "Graj"};

/** The module in a page with this catalogue. */
async function read(catalogue, name) {
  globalThis.django = catalogue;
  const module = await import(`../../../static/js/kit/i18n.js?${name}`);
  delete globalThis.django;
  return module;
}

const polish = () => read({
  gettext: (text) => SAID[text] ?? text,
  ngettext: (one, many, count) => FORMS[one]?.[count === 1 ? 0 : count < 5 ? 1 : 2] ?? (count === 1 ? one : many),
  pgettext: (context, text) => SAID[`${context}\u0004${text}`] ?? text,
}, "pl");

test("without a catalogue texts are as they stand", async () => {
  const {gettext, ngettext, pgettext} = await read(undefined, "en");
  assert.deepEqual([gettext("%(name)s plays", {name: "Ann"}), ngettext("%(count)s card", "%(count)s cards", 1), ngettext("%(count)s card", "%(count)s cards", 3), pgettext("verb", "Play")],
    ["Ann plays", "1 card", "3 cards", "Play"]);
});

test("a catalogue has the words and the forms for numbers", async () => {
  const {gettext, ngettext, pgettext} = await polish();
  assert.deepEqual([gettext("%(name)s plays", {name: "Ann"}), pgettext("verb", "Play"), ...[1, 3, 7].map((count) => ngettext("%(count)s card", "%(count)s cards", count))],
    ["Ann gra", "Graj", "1 karta", "3 karty", "7 kart"]);
});

test("what is missing in it stays English", async () => {
  const {gettext, ngettext} = await polish();
  assert.deepEqual([gettext("New"), ngettext("%(count)s duck", "%(count)s ducks", 2)], ["New", "2 ducks"]);
});

test("what stands in a place is not looked through for places", async () => {
  const {gettext} = await read(undefined, "en");
  assert.equal(gettext("%(name)s and %(other)s", {name: "%(other)s", other: "Bo"}), "%(other)s and Bo");
  assert.equal(gettext("%(name)s and %(other)s", {name: "Ann"}), "Ann and %(other)s");
});

test("places can hold elements", async () => {
  const {ngettext, parts} = await polish();
  const bold = {};
  assert.deepEqual(parts(ngettext("%(count)s card", "%(count)s cards", 3, null), {count: bold}), ["", bold, " karty"]);
});
