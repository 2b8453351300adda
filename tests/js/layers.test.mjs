/** The direction of imports: pages > room | builder > kit, and no circles; which sheets make a page. Reads the sources, runs none of them. */
import assert from "node:assert/strict";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, normalize, dirname} from "node:path";
import {fileURLToPath} from "node:url";
import test from "node:test";

const ROOT = fileURLToPath(new URL("../../static/js/", import.meta.url));
const BELOW = {pages: ["pages", "room", "builder", "kit"], room: ["room", "kit"], builder: ["builder", "kit"], kit: ["kit"]};

const modules = new Map(readdirSync(ROOT, {recursive: true}).filter((name) => name.endsWith(".js") && name !== "boot.js").map((name) => [name, importsOf(name)]));
const layer = (name) => name.split("/")[0];

/** The project's modules that a module imports, as paths under static/js. */
function importsOf(name) {
  const source = readFileSync(join(ROOT, name), "utf8");
  const wanted = [...source.matchAll(/^(?:import|export) (?:[^"';]* from )?"(\.[^"]+)"/gm), ...source.matchAll(/\bimport\("(\.[^"]+)"\)/g)];
  return wanted.map((found) => normalize(join(dirname(name), found[1]))).filter((path) => !path.startsWith(".."));
}

function reached(name, seen = new Set()) {
  for (const other of modules.get(name) || []) {
    if (seen.has(other)) continue;
    seen.add(other);
    reached(other, seen);
  }
  return seen;
}

test("every module lies in a layer, and what it imports is there", () => {
  for (const [name, imports] of modules) {
    assert.ok(layer(name) in BELOW, name);
    for (const other of imports) assert.ok(modules.has(other), `${name} imports ${other}`);
  }
});

test("imports run downwards", () => {
  for (const [name, imports] of modules) {
    for (const other of imports) assert.ok(BELOW[layer(name)].includes(layer(other)), `${name} imports ${other}`);
  }
});

test("there are no circles", () => {
  for (const name of modules.keys()) assert.ok(!reached(name).has(name), name);
});

test("what styles refer to is there", () => {
  const styles = join(ROOT, "../css/");
  for (const name of readdirSync(styles, {recursive: true}).filter((path) => path.endsWith(".css"))) {
    const urls = [...readFileSync(join(styles, name), "utf8").matchAll(/url\(["']?([^"')]+)/g)].map((found) => found[1]);
    for (const url of urls.filter((one) => !/^(data|#)/.test(one))) {
      assert.ok(existsSync(join(styles, dirname(name), url)), `${name} refers to ${url}`);
    }
  }
});

const isView = (name) => name.includes("/views/") || name.endsWith("/panel.js");
const SPEAKS = ["kit/http.js", "kit/errors.js", "kit/forms.js", "kit/share.js", "kit/storage.js"];

test("views reach nothing that asks, sends or keeps", () => {
  for (const name of [...modules.keys()].filter(isView)) {
    assert.deepEqual(SPEAKS.filter((other) => reached(name).has(other)), [], name);
  }
});

test("a page's sheet only gathers others, each in its layer", () => {
  const place = {tokens: "tokens", reset: "reset", kit: "kit"};
  const pages = join(ROOT, "../css/pages/");
  for (const name of readdirSync(pages)) {
    const [, statement, ...imports] = readFileSync(join(pages, name), "utf8").trim().split("\n");
    assert.equal(statement, "@layer reset, tokens, kit, page;", name);
    for (const line of imports) {
      const [, path, layerName] = line.match(/^@import "\.\.\/([a-z_/]+)\.css" layer\((\w+)\);$/) || assert.fail(`${name}: ${line}`);
      const wanted = place[path.split("/").at(-1)] || place[path.split("/")[0]] || "page";
      assert.equal(layerName, wanted, `${name}: ${path}`);
    }
  }
});

const read = (path) => readFileSync(join(ROOT, "../..", path), "utf8");
const rootsOf = (sheet) => [...read(`static/css/pages/${sheet}.css`).matchAll(/"\.\.\/([a-z]+)[a-z/]*\.css" layer\(page\)/g)].map((found) => `${found[1]}-page`);

test("stylelint knows every sheet that belongs to a page", async () => {
  const {default: {overrides}} = await import("../../stylelint.config.mjs");
  const held = overrides.flatMap((one) => one.files).map((path) => path.match(/css\/([a-z]+)/)[1]);
  const sheets = readdirSync(join(ROOT, "../css/pages/")).flatMap((name) => rootsOf(name.slice(0, -4)));
  assert.deepEqual([...new Set(sheets)].sort(), held.map((name) => `${name}-page`).sort());
});

test("a page's body has the root class of each of its sheets", () => {
  for (const name of readdirSync(join(ROOT, "../../templates"), {recursive: true}).filter((path) => path.endsWith(".html"))) {
    const source = read(`templates/${name}`);
    const sheet = source.match(/'css\/pages\/(\w+)\.css'/);
    if (!sheet || name === "base.html") continue;
    const [, roots] = source.match(/\{% block roots %\}([a-z -]*)\{% endblock %\}/) || assert.fail(name);
    assert.deepEqual(roots.split(" ").sort(), [...new Set(rootsOf(sheet[1]))].sort(), name);
  }
});
