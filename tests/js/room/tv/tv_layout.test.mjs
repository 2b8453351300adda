/** Where things are on the big screen, from counts, lengths and its size. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {fitted, linesOf, widestWord} from "../../../../static/js/room/tv/fit.js";
import {areas, backsOf, grid, nameType, onPage, peopleOf, READABLE} from "../../../../static/js/room/tv/layout.js";

const BOX = {width: 102, height: 62};
const answers = (count, letters) => Array.from({length: count}, () => ["word ".repeat(letters / 5).trim()]);

test("a few short answers are on one page, in the largest type", () => {
  const {pages, type} = grid(answers(3, 10), BOX);
  assert.deepEqual([pages, type > 6], [1, true]);
});

test("answers come page by page where they could not be read on one", () => {
  for (const count of [8, 20, 60]) {
    const one = grid(answers(count, 100), BOX);
    assert.ok(one.pages > 1 && one.type >= READABLE, `${count}`);
  }
});

test("every answer is on just one page", () => {
  const all = answers(59, 60).map((texts, place) => place);
  const one = grid(answers(59, 60), BOX);
  assert.deepEqual(Array.from({length: one.pages}, (_, page) => onPage(all, one, page)).flat(), all);
});

test("a longest answer of three cards is set smaller before it is cut", () => {
  const {type, rows, columns} = grid([Array(3).fill("word ".repeat(40).trim())], BOX);
  assert.ok(type < READABLE);
  assert.deepEqual([rows, columns], [1, 1]);
});

test("several columns break no word", () => {
  const {columns} = grid(Array.from({length: 8}, () => ["Donaudampfschifffahrtsgesellschaft"]), BOX);
  assert.ok(columns <= 1);
});

test("both screens of 16:9 have the same measures", () => {
  const [small, large] = [[1280, 720], [1920, 1080]].map(([width, height]) => areas({width, height}, {height: 15}));
  assert.deepEqual([small.width, small.middle].map(Math.round), [large.width, large.middle].map(Math.round));
});

test("people beyond two rows are counted in the last place", () => {
  for (const [count, places] of [[3, 3], [8, 8], [16, 16], [60, 15]]) assert.equal(peopleOf(Array(count).fill("Ann"), 171).places, places);
});

test("a row that is too narrow for a long name becomes two", () => {
  const long = "Dimitri Papadopoulos";
  assert.equal(peopleOf(["Ann", "Bo", "Cleo", "Eve", "Jo", "Zo", "Ib", "Al"], 171).rows, 1);
  const {rows, cell} = peopleOf(["Ann", "Bo", "Cleo", "Eve", "Jo", "Zo", "Ib", long], 171);
  assert.equal(rows, 2);
  assert.ok(nameType(long, cell) >= 2.1);
});

test("a name takes letters with which its longest word is whole, and is cut in letters that can be read where there are none", () => {
  assert.ok(widestWord("Featherstonehaugh Lee") * nameType("Featherstonehaugh Lee", 36) <= 36 - 12.5);
  assert.ok(widestWord("Papadopoulos") * nameType("Dimitri Papadopoulos", 20, true) <= 20 - 8.8);
  assert.equal(nameType("Featherstonehaugh", 20), 1.8);
  assert.equal(widestWord("Hannah-Marie"), widestWord("Hannah-"));
});

test("backs of answers stay in their box", () => {
  for (const count of [0, 1, 7, 24, 58]) {
    const {shown, columns, size} = backsOf(count, BOX);
    assert.ok(Math.ceil(shown / columns) * (size + 2) - 2 <= BOX.height && columns * (size * 0.8 + 2) - 2 <= BOX.width, `${count}`);
  }
});

test("a text takes the largest size that fits", () => {
  assert.equal(fitted("Ann", {width: 100, height: 20}, [12, 8, 4]), 12);
  assert.equal(fitted("Wilhelmina von Papadopoulos", {width: 100, height: 12}, [12, 8, 4]), 4);
});

test("lines break between words, and within those that are longer than a line", () => {
  assert.deepEqual([linesOf("one two three", 3), linesOf("x".repeat(20), 7), linesOf("a\nb", 50)], [3, 2, 2]);
});
