/** Handing a text to somebody else: the clipboard, and the way there in browsers that refuse it. */
import assert from "node:assert/strict";
import test from "node:test";
import "../dom.mjs";

const {copy} = await import("../../../static/js/kit/share.js");

function clipboard(t, writeText) {
  Object.defineProperty(globalThis, "navigator", {value: {clipboard: {writeText}}, configurable: true});
  const selected = [];
  document.execCommand = (name) => name === "copy" && selected.push(document.querySelector("textarea").value) > 0;
  t.after(() => delete document.execCommand);
  return selected;
}

test("a text is copied", async (t) => {
  const written = [];
  const selected = clipboard(t, async (text) => written.push(text));
  assert.equal(await copy("http://cards.example/KX7PQ/"), true);
  assert.deepEqual([written, selected], [["http://cards.example/KX7PQ/"], []]);
});

test("where the clipboard is refused, a text is selected and copied, and nothing of that stays in the page", async (t) => {
  const selected = clipboard(t, async () => { throw new Error("Document is not focused."); });
  assert.equal(await copy("CDFG HJKM"), true);
  assert.deepEqual(selected, ["CDFG HJKM"]);
  assert.equal(document.querySelector("textarea"), null);
});
