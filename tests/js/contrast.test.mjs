/** The twelve table colours carry their texts with the contrast WCAG AA asks for, dark and light. */
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";

const css = readFileSync(new URL("../../static/css/tokens.css", import.meta.url), "utf8");
const hues = [...css.matchAll(/data-hue="\d+"\] \{ --hue: (\d+)/g)].map((found) => Number(found[1]));

function variables(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#\w+|hsl\([^;]+\));/g)].map((found) => [found[1], found[2]]));
}
const dark = variables(css.slice(0, css.indexOf("@media (prefers-color-scheme: light)")));
const light = {...dark, ...variables(css.slice(css.indexOf("@media (prefers-color-scheme: light)"), css.indexOf("body[data-hue")))};

function channels(colour, hue) {
  const hex = colour.match(/^#(\w\w?)(\w\w?)(\w\w?)$/);
  if (hex) return hex.slice(1).map((part) => parseInt(part.length === 1 ? part + part : part, 16) / 255);
  const [, saturation, lightness] = colour.match(/\) (\d+)% (\d+)%/).map(Number);
  const [s, l] = [saturation / 100, lightness / 100];
  return [0, 8, 4].map((n) => {
    const k = (n + hue / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  });
}

function luminance(colour, hue) {
  const [r, g, b] = channels(colour, hue).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other, hue) {
  const [low, high] = [luminance(one, hue), luminance(other, hue)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test("there are twelve different hues", () => {
  assert.equal(new Set(hues).size, 12);
});

for (const [scheme, colours] of [["dark", dark], ["light", light]]) {
  for (const text of ["ink", "soft", "bad"]) {
    test(`${text} is readable on every ${scheme} table`, () => {
      for (const hue of hues) {
        for (const ground of ["table", "table-deep", "raised"]) {
          const ratio = contrast(colours[text], colours[ground], hue);
          assert.ok(ratio >= 4.5, `${text} on ${ground}, hue ${hue}: ${ratio.toFixed(2)}`);
        }
      }
    });
  }

  test(`edges and focus can be seen on every ${scheme} table`, () => {
    for (const hue of hues) {
      for (const edge of ["accent-edge", "focus"]) assert.ok(contrast(colours[edge], colours.table, hue) >= 3, `${edge}, hue ${hue}`);
    }
  });
}

test("cards and buttons are readable", () => {
  const pairs = [["on-accent", "accent"], ["white-ink", "white-card"], ["white-soft", "white-card"], ["accent", "black-card"]];
  for (const [text, ground] of pairs) assert.ok(contrast(dark[text], dark[ground], 0) >= 4.5, `${text} on ${ground}`);
});
