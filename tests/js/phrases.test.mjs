/** Nothing that people read stands in a script outside of gettext, ngettext and pgettext. */
import assert from "node:assert/strict";
import {readdirSync} from "node:fs";
import {test} from "node:test";
import {fileURLToPath} from "node:url";
import {phrasesOf} from "./phrases.mjs";

const SCRIPTS = fileURLToPath(new URL("../../static/js/", import.meta.url));
/** boot.js has its texts from the page (common/web/script_texts.py), the admin speaks English. */
const OTHERS = /^(boot|pages\/admin_\w+)\.js$/;
/** Names of keys, what styles and selectors are made of, keys of storage, marks, commands to type, an example of a code. */
const SILENT = [/\?after=/, /^There is no \uFFFC here$/, /^\uFFFC did not load\.$/, /^(Escape|Enter|Esc|X)$/, /^(input|button|dialog|li|translate\w*|perspective)\W/, /^[.[(:#-]/, /^quiet /, /^[^\p{L}]*$/u, /^python manage\.py /, /^CDF4 GHJ7$/,
  /^(beside|builder\.|cad\.moves\.|bot|host|kick|seat|revoke|guests|gone|nudged|deadline|hushed\.|word|new-|import-|drawn-|about-)\W*\uFFFC/, /^\\u[0-9A-F]{4} ?$/, /\uFFFC \u00B7 says \uFFFC/];

const files = readdirSync(SCRIPTS, {recursive: true}).map(String).filter((name) => name.endsWith(".js") && !OTHERS.test(name));
const outside = (found) => found.filter(({text}) => !SILENT.some((pattern) => pattern.test(text.trim())));

test("no phrase stands outside of them", () => {
  const found = files.flatMap((file) => outside(phrasesOf(SCRIPTS + file)).map(({line, text}) => `${file}:${line}: ${text.replaceAll("\uFFFC", "...")}`));
  assert.deepEqual(found, []);
});

test("it finds phrases between tags, in attributes and in strings", () => {
  const hole = "$" + "{x}";
  const source = `html\`<p title="A title">Some words<b aria-label=${hole}>\u2713</b></p>\`; say("Two words"); say(\`Three words ${hole}\`); say(gettext("Four words"));`;
  assert.deepEqual(outside(phrasesOf("inline.js", source)).map(({text}) => text), ["A title", "Some words", "Two words", "Three words \uFFFC"]);
});
