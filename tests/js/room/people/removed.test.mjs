/** People who were removed, as the host's page knows them. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {Removed} from "../../../../static/js/room/people/removed.js";

const SAM = {player: "5", name: "Sam"};
const links = {removed: "/removed.json", let_in: "/let-in/"};

function aList(parts) {
  const said = [];
  return {said, list: new Removed({links, changed: () => said.push("drawn"), say: (text, look) => said.push([text, look.kind]), ...parts})};
}

test("whoever was let in again stands in the list no more", async () => {
  const {list, said} = aList({get: async () => ({removed: [SAM]}), send: async (url, body) => ({ok: true, data: {removed: [], message: `${url} ${body.player}`}})});
  await list.load();
  assert.deepEqual(list.people, [SAM]);
  await list.letIn("5");
  assert.deepEqual([list.people, said], [[], ["drawn", ["/let-in/ 5", ""], "drawn"]]);
});

test("what cannot be had or done leaves the list as it was", async () => {
  const {list, said} = aList({get: async () => { throw new Error("503"); }, send: async () => ({ok: false, data: {message: "No."}})});
  list.people = [SAM];
  await list.load();
  await list.letIn("5");
  assert.deepEqual([list.people, said], [[SAM], [["No.", "bad"], "drawn"]]);
});
