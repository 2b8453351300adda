/** Finds what people read in the scripts: texts, and what lit templates say between tags and in attributes that are read. */
import {readFileSync} from "node:fs";
import {parse} from "espree";

const READ = /^(aria-label|aria-description|aria-valuetext|title|placeholder|alt|label)$/;
const WORDS = /\p{L}{2,}.*\s.*\p{L}|^\p{Lu}\p{Ll}+[.!?:…]?$/su; // several words, or one that begins with a capital

/**
 * Every node below this one, with its parents, outermost first.
 * @param {any} node
 * @param {(node: any, parents: any[]) => void} visit
 * @param {any[]} parents
 */
export function walk(node, visit, parents = []) {
  visit(node, parents);
  for (const [key, child] of Object.entries(node)) {
    if (key === "parent") continue;
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one && typeof one.type === "string") walk(one, visit, [...parents, node]);
    }
  }
}

/** @type {(path: string, source?: string) => {source: string, tree: any}} */
export function parsed(path, source = readFileSync(path, "utf8")) {
  return {source, tree: parse(source, {ecmaVersion: "latest", sourceType: "module", range: true, loc: true})};
}

const isLit = (node, parents) => node.type === "TemplateLiteral" && parents.at(-1)?.type === "TaggedTemplateExpression"
  && ["html", "svg"].includes(parents.at(-1).tag.name);

/**
 * The pieces of a lit template that are read: {kind: "text" or an attribute's name, text, start, end, holes}; places of expressions are \u0000.
 * @param {any} node
 * @param {string} source
 */
export function pieces(node, source) {
  const found = [];
  let state = "text", piece = null, attribute = "", quote = "";
  const begin = (kind, at) => (piece = {kind, text: "", start: at, end: at, holes: []});
  const end = (at) => {
    if (piece) { piece.end = at; found.push(piece); }
    piece = null;
  };
  begin("text", node.quasis[0].range[0] + 1);
  node.quasis.forEach((quasi, index) => {
    const from = quasi.range[0] + 1, raw = quasi.value.raw;
    for (let i = 0; i < raw.length; i += 1) {
      const char = raw[i], at = from + i;
      if (state === "text") {
        if (char === "<" && /[a-z/!]/i.test(raw[i + 1] ?? "")) { end(at); state = "tag"; attribute = ""; }
        else piece.text += char;
      } else if (state === "tag") {
        if (char === ">") { state = "text"; begin("text", at + 1); }
        else if (char === "=") {
          quote = /["']/.test(raw[i + 1] ?? "") ? raw[i + 1] : "";
          if (quote) { i += 1; state = "value"; begin(attribute, at + 2); }
          else if (i + 1 < raw.length) { state = "bare"; }
          attribute = quote || i + 1 < raw.length ? attribute : "";
        }
        else if (/\s/.test(char)) attribute = "";
        else attribute += char;
      } else if (state === "bare") {
        if (/[\s>]/.test(char)) { state = char === ">" ? "text" : "tag"; attribute = ""; if (char === ">") begin("text", at + 1); }
      } else if (state === "value") {
        if (char === quote) { end(at); state = "tag"; attribute = ""; }
        else piece.text += char;
      }
    }
    if (index < node.expressions.length && piece) {
      piece.text += "\u0000";
      piece.holes.push(node.expressions[index]);
    }
  });
  end(node.range[1] - 1);
  return found.filter(({kind, text}) => (kind === "text" || READ.test(kind)) && /\p{L}/u.test(text.replace(/&\w+;/g, "")));
}

const SILENT = new Set(["ImportDeclaration", "ImportExpression", "ExportAllDeclaration", "ExportNamedDeclaration"]);

/**
 * What people may read in one file, outside of gettext: [{line, kind, text}]; a place for a value is \u0000.
 * @type {(path: string, source?: string) => {line: number, kind: string, text: string}[]}
 */
export function phrasesOf(path, given) {
  const {source, tree} = parsed(path, given);
  const found = [];
  walk(tree, (node, parents) => {
    const parent = parents.at(-1);
    if (parents.some((one) => one.type === "CallExpression" && /^(gettext|ngettext|pgettext)$/.test(one.callee.name))) return;
    if (node.type === "Literal" && typeof node.value === "string") {
      if (SILENT.has(parent.type) && parent.source === node) return;
      if (WORDS.test(node.value)) found.push({line: node.loc.start.line, kind: "literal", text: node.value, node, parents});
    } else if (isLit(node, parents)) {
      for (const piece of pieces(node, source)) found.push({line: node.loc.start.line, ...piece, node, parents});
    } else if (node.type === "TemplateLiteral" && parent?.type !== "TaggedTemplateExpression") {
      const text = node.quasis.map(({value}) => value.cooked).join("\u0000");
      if (WORDS.test(text.replaceAll("\u0000", " x1 ")) && /\p{L}{2,}/u.test(text)) found.push({line: node.loc.start.line, kind: "template", text, node, parents});
    }
  });
  return found;
}
