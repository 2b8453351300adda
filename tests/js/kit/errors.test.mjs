/** Reports of the page's own errors: where they go, and how many. */
import assert from "node:assert/strict";
import {afterEach, test} from "node:test";
import {reportError} from "../../../static/js/kit/errors.js";

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  delete globalThis.document;
  delete globalThis.location;
});

test("five reports of a page go where the page says", () => {
  const asked = [];
  globalThis.fetch = async (url, {body}) => {
    asked.push([url, JSON.parse(body)]);
    return new Response(null, {status: 204});
  };
  globalThis.document = {body: {dataset: {csrf: "token", errorsUrl: "/cards/client-errors/", release: "1.0"}}};
  globalThis.location = {pathname: "/cards/rooms/KX7PQ/"};
  for (let count = 0; count < 7; count += 1) reportError(new Error("broken"));
  assert.deepEqual(asked.map(([url]) => url), Array(5).fill("/cards/client-errors/"));
  const {page, release, message} = asked[0][1];
  assert.deepEqual([page, release, message], ["/cards/rooms/KX7PQ/", "1.0", "broken"]);
});
