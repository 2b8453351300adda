/**
 * Finds what people may read in scripts: strings, and in lit templates the text between tags and in attributes that are read.
 * The places of values are \uFFFC.
 */
import {readFileSync} from "node:fs";
import {parse} from "espree";
import {Window} from "happy-dom";

const READ = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"];
const WORDS = /\p{L}{2,}.*\s.*\p{L}|^\p{Lu}\p{Ll}+[.!?:\u2026]?$/su; // several words, or one that begins with a capital
const HOLE = "\uFFFC";
const {document} = new Window();

/** @typedef {{line: number, text: string}} Phrase */

/**
 * Every node below this one with its parents, the nearest first; nothing below one for which `visit` returns false.
 * @param {any} node
 * @param {(node: any, parents: any[]) => unknown} visit
 * @param {any[]} parents
 */
function walk(node, visit, parents = []) {
  if (visit(node, parents) === false) return;
  for (const child of Object.values(node).flat()) if (child && typeof child.type === "string") walk(child, visit, [node, ...parents]);
}

/** @param {any} node */
const joined = (node) => node.quasis.map((/** @type {any} */ {value}) => value.cooked).join(HOLE);

/**
 * What is read of a piece of HTML: its texts, and the attributes in READ.
 * @param {string} markup
 */
function readIn(markup) {
  const place = document.createElement("template");
  place.innerHTML = markup;
  const found = /** @type {string[]} */ ([]);
  const look = (/** @type {any} */ node) => {
    if (node.nodeType === 3) found.push(node.textContent);
    for (const name of READ) if (node.hasAttribute?.(name)) found.push(node.getAttribute(name));
    for (const child of node.childNodes) look(child);
  };
  look(place.content);
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

/** @type {(node: any, parents: any[]) => string[]} */
function saidBy(node, [parent]) {
  if (node.type === "Literal") {
    const isModule = /^(Import|Export)/.test(parent.type) && parent.source === node;
    return typeof node.value === "string" && !isModule && WORDS.test(node.value) ? [node.value] : [];
  }
  if (node.type !== "TemplateLiteral") return [];
  if (parent?.type === "TaggedTemplateExpression") return ["html", "svg"].includes(parent.tag.name) ? readIn(joined(node)) : [];
  const text = joined(node);
  return WORDS.test(text.replaceAll(HOLE, " x1 ")) && /\p{L}{2,}/u.test(text) ? [text] : [];
}

/**
 * The phrases of a script outside of gettext, ngettext and pgettext.
 * @param {string} path
 * @param {string} [source]
 */
export function phrasesOf(path, source = readFileSync(path, "utf8")) {
  const found = /** @type {Phrase[]} */ ([]);
  walk(parse(source, {ecmaVersion: "latest", sourceType: "module", loc: true}), (node, parents) => {
    if (node.type === "CallExpression" && /^(gettext|ngettext|pgettext)$/.test(node.callee.name)) return false;
    for (const text of saidBy(node, parents)) found.push({line: node.loc.start.line, text});
    return true;
  });
  return found;
}
