/** The direction of imports: pages > room | builder > kit, and no circles. Reads the sources, runs none of them. */
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
