/** The colours of people: they differ for every kind of eyes, and a face stands out on each of them. */
import "./dom.mjs";
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {COLOURS, FACES} from "../../static/js/room/views/panels/my_look.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const css = read("static/css/kit/faces.css");
const tokens = read("static/css/tokens.css");
const sprite = read("static/img/faces.svg");
const tiles = [...css.matchAll(/\.drawn-(\d+) \{ --tile: (#\w{6}); \}/g)].map((found) => found[2]);
const INK = "#1d1712";
const PAPER = "#fffaf0";

/** Machado, Oliveira and Fernandes (2009), at full strength: what protanopes, deuteranopes and tritanopes see. */
const EYES = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, part, at) => sum + part * vector[at], 0));
const luminance = (colour) => linear(colour).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour in OKLab, where a difference of 0.1 is plain to see. */
function seen(colour, eyes) {
  const rgb = times(EYES[eyes], linear(colour)).map((c) => Math.min(1, Math.max(0, c)));
  const cones = times([[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.63]], rgb).map(Math.cbrt);
  return times([[0.2105, 0.7936, -0.0041], [1.978, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]], cones);
}

test("there are twelve colours with names, and a drawing for each face and each bot", () => {
  assert.equal(new Set(tiles).size, 12);
  assert.equal(COLOURS.length, 12);
  assert.deepEqual([...sprite.matchAll(/<symbol id="f(\d+)"/g)].map((found) => Number(found[1])), Array.from({length: FACES.length + 6}, (_, place) => place + 1));
});

for (const eyes of Object.keys(EYES)) {
  test(`any two colours differ for eyes with ${eyes} sight`, () => {
    tiles.forEach((one, at) => tiles.slice(at + 1).forEach((other) => {
      const distance = Math.hypot(...seen(one, eyes).map((part, axis) => part - seen(other, eyes)[axis]));
      assert.ok(distance >= 0.095, `${one} and ${other}: ${distance.toFixed(3)}`);
    }));
  });
}

test("either the lines or the paper of a face stand out on every colour", () => {
  for (const tile of tiles) assert.ok(Math.max(contrast(INK, tile), contrast(PAPER, tile)) >= 4, tile);
  assert.ok(contrast(INK, PAPER) >= 12);
});

test("the edge of a tile stands out on every table, dark and light", () => {
  const [dark, light] = [...css.matchAll(/--face-edge: ([^;]+);/g)].map((found) => found[1]);
  assert.match(dark, /^rgba\(255, 255, 255, \.72\)$/); // on a table of at most 27% lightness
  assert.equal(light, "#14130f");
  const lightness = [...tokens.matchAll(/--(?:table|table-deep|raised): hsl\(var\(--hue\) \d+% (\d+)%\)/g)].map((found) => Number(found[1]));
  assert.deepEqual([Math.max(...lightness.slice(0, 3)), Math.min(...lightness.slice(3))], [27, 82]);
});

test("no drawing brings letters, scripts or anything from elsewhere", () => {
  assert.doesNotMatch(sprite, /<text|<script|href=|url\(|<style/);
  assert.ok(sprite.length < 20000);
});
