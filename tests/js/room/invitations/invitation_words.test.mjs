/** One word for each state of an invitation and each answer; tests/invitations/test_words.py looks at the server's table. */
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {ANSWERS, STATES} from "../../../../static/js/room/invitations/words.js";

const SHARED = JSON.parse(readFileSync(new URL("../../../invitation_words.json", import.meta.url)));

test("pages and scripts have the same words", () => {
  assert.deepEqual({states: STATES, answers: ANSWERS}, SHARED);
});
