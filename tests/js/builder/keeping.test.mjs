/** What a page of the builder keeps for the next one: by person and deck, one page for each place. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {Keeping} from "../../../static/js/builder/keeping.js";
import {Store} from "../../../static/js/kit/storage.js";
import {FakeStorage} from "../fakes.mjs";

/** Web Locks of one browser: each page has its own `page`, and what a closed page held is free again. */
class FakeLocks {
  constructor() {
    this.held = new Map();
  }

  of(page) {
    return {request: async (key, options, run) => {
      if (this.held.has(key)) return run(null);
      this.held.set(key, page);
      const done = run({});
      if (done) return done; // held for ever
      this.held.delete(key);
      return done;
    }};
  }

  close(page) {
    for (const [key, holder] of this.held) if (holder === page) this.held.delete(key);
  }
}

function aBrowser() {
  const browser = {locks: new FakeLocks(), storage: new FakeStorage(), count: 0};
  browser.open = async ({person = 7, code = "CDFG", session = new FakeStorage(), locks = true} = {}) => {
    const page = {session};
    browser.count += 1;
    const number = browser.count;
    page.keeping = new Keeping({
      person, code, tab: new Store(() => session), browser: new Store(() => browser.storage), wait: async () => {},
      locks: locks ? browser.locks.of(page) : undefined, random: () => number / 100,
    });
    page.left = await page.keeping.claim();
    return page;
  };
  return browser;
}
const STEP = {verb: "remove", id: "w1"};

test("a closed tab's steps and text are taken over by the next page of that person and deck", async () => {
  const browser = aBrowser();
  const first = await browser.open();
  first.keeping.keep({steps: [STEP]});
  first.keeping.keep({text: "a duck"});
  browser.locks.close(first);
  assert.deepEqual((await browser.open({person: 8})).left, []);
  assert.deepEqual((await browser.open({code: "GHJK"})).left, []);
  assert.deepEqual((await browser.open()).left, [{steps: [STEP], text: "a duck"}]);
});

test("what another open tab keeps stays its own", async () => {
  const browser = aBrowser();
  const first = await browser.open();
  first.keeping.keep({steps: [STEP]});
  const second = await browser.open();
  assert.deepEqual(second.left, []);
  second.keeping.keep({text: "mine"});
  browser.locks.close(first);
  browser.locks.close(second);
  assert.deepEqual((await browser.open()).left.map(({text}) => text).sort(), ["", "mine"]);
});

test("what was taken over is handed out once", async () => {
  const browser = aBrowser();
  const first = await browser.open();
  first.keeping.keep({steps: [STEP]});
  browser.locks.close(first);
  assert.equal((await browser.open()).left.length, 1);
  assert.equal((await browser.open()).left.length, 0);
});

test("a page that is loaded again has its own back, and a copy of its tab does not", async () => {
  const browser = aBrowser();
  const first = await browser.open();
  first.keeping.keep({text: "half a card"});
  const copied = new FakeStorage();
  first.session.items.forEach((value, key) => copied.setItem(key, value));
  assert.deepEqual((await browser.open({session: copied})).left, []);
  browser.locks.close(first);
  assert.equal((await browser.open({session: first.session})).left[0].text, "half a card");
});

test("nothing is left where everything was sent", async () => {
  const browser = aBrowser();
  const page = await browser.open();
  page.keeping.keep({steps: [STEP]});
  page.keeping.keep({steps: []});
  assert.equal(browser.storage.length, 0);
});

test("without locks a tab has its own back after a reload", async () => {
  const browser = aBrowser();
  const page = await browser.open({locks: false});
  page.keeping.keep({steps: [STEP]});
  assert.deepEqual((await browser.open({locks: false, session: page.session})).left, [{steps: [STEP], text: ""}]);
  assert.deepEqual((await browser.open({locks: false})).left, []);
});
