/** Posting: the token, the second try after a login in another tab, and what the caller is told. */
import assert from "node:assert/strict";
import {afterEach, beforeEach, test} from "node:test";
import {post, renewToken} from "../../../static/js/kit/http.js";

const TOO_OLD = [403, {code: "csrf", message: "This page is out of date."}];
const realFetch = globalThis.fetch;
let asked;
let field;

/** A server that gives these answers to POSTs, in order, and `renewed` to whoever asks for a token. */
function serve(answers, renewed = "new-token") {
  globalThis.fetch = async (url, options) => {
    asked.push({url, ...options});
    if (url === "/cards/csrf/") return renewed ? Response.json({token: renewed}) : new Response("", {status: 500});
    const [status, data] = answers.shift();
    return data === undefined ? new Response(null, {status}) : new Response(typeof data === "string" ? data : JSON.stringify(data), {status});
  };
}

const tokens = () => asked.filter((one) => one.method === "POST").map((one) => one.headers["X-CSRFToken"]);

beforeEach(() => {
  asked = [];
  field = {value: "old-token"};
  globalThis.document = {body: {dataset: {csrf: "old-token", csrfUrl: "/cards/csrf/"}}, querySelectorAll: () => [field]};
});
afterEach(() => {
  globalThis.fetch = realFetch;
  delete globalThis.document;
});

test("an object goes as JSON with the token of the document", async () => {
  serve([[200, {sent: 2}]]);
  assert.deepEqual(await post("/x/", {a: "b"}), {ok: true, status: 200, data: {sent: 2}});
  const [{body, headers, credentials}] = asked;
  assert.deepEqual([body, headers["Content-Type"], headers["X-CSRFToken"], credentials],
    ['{"a":"b"}', "application/json", "old-token", "same-origin"]);
});

for (const Form of [FormData, URLSearchParams]) {
  test(`${Form.name} goes as it is, without a field that could be older than the header`, async () => {
    serve([[204]]);
    const form = new Form();
    form.append("name", "Ann");
    form.append("csrfmiddlewaretoken", "ancient");
    assert.deepEqual(await post("/x/", form), {ok: true, status: 204, data: {}});
    assert.deepEqual([...asked[0].body], [["name", "Ann"]]);
    assert.equal(asked[0].headers["Content-Type"], undefined);
  });
}

test("a token that is too old is renewed, kept in the document, and the post tried once more", async () => {
  serve([TOO_OLD, [200, {}]]);
  assert.equal((await post("/x/", {a: 1})).ok, true);
  assert.deepEqual(tokens(), ["old-token", "new-token"]);
  assert.deepEqual([document.body.dataset.csrf, field.value], ["new-token", "new-token"]);
  assert.deepEqual(asked.map((one) => one.url), ["/x/", "/cards/csrf/", "/x/"]);
});

test("it tries once more and no oftener", async () => {
  serve([TOO_OLD, TOO_OLD]);
  assert.deepEqual(await post("/x/"), {ok: false, status: 403, data: TOO_OLD[1]});
  assert.equal(tokens().length, 2);
});

test("without a new token it does not try again", async () => {
  serve([TOO_OLD], "");
  assert.equal((await post("/x/")).status, 403);
  assert.deepEqual([tokens(), document.body.dataset.csrf], [["old-token"], "old-token"]);
});

test("another refusal is not tried again", async () => {
  serve([[403, {message: "Only the host may do that."}]]);
  assert.deepEqual(await post("/x/"), {ok: false, status: 403, data: {message: "Only the host may do that."}});
  assert.equal(asked.length, 1);
});

for (const [what, status, data] of [["a page", 500, "<h1>Oh</h1>"], ["an empty answer", 502, undefined], ["null", 400, null]]) {
  test(`${what} instead of JSON is a failure in words`, async () => {
    serve([[status, data]]);
    const answer = await post("/x/");
    assert.deepEqual([answer.ok, answer.status], [false, status]);
    assert.match(answer.data.message, /try again/);
  });
}

test("a network that fails is an answer too", async () => {
  globalThis.fetch = async () => { throw new TypeError("Failed to fetch"); };
  const answer = await post("/x/");
  assert.deepEqual([answer.ok, answer.status], [false, 0]);
  assert.match(answer.data.message, /line is down/);
});

test("many posts with an old token ask for one new one", async () => {
  serve([TOO_OLD, TOO_OLD, [200, {}], [200, {}]]);
  const answers = await Promise.all([post("/x/"), post("/y/")]);
  assert.deepEqual(answers.map((answer) => answer.ok), [true, true]);
  assert.equal(asked.filter((one) => one.url === "/cards/csrf/").length, 1);
});

test("asking for a token never throws, and can be done again", async () => {
  globalThis.fetch = async () => { throw new TypeError("Failed to fetch"); };
  assert.equal(await renewToken(), false);
  serve([]);
  assert.equal(await renewToken(), true);
});

test("keepalive is passed on", async () => {
  serve([[204]]);
  await post("/x/", {}, {keepalive: true});
  assert.equal(asked[0].keepalive, true);
});
