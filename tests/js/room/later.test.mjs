/** What comes later: when it is fetched, and what a page shows without it. */
import {find, words} from "../dom.mjs";
import assert from "node:assert/strict";
import {test} from "node:test";
import {Later} from "../../../static/js/room/later.js";
import {PANELS} from "../../../static/js/room/views/later.js";
import {roomView} from "../../../static/js/room/views/room.js";
import {FakeTime} from "../fakes.mjs";
import {seat, show, table} from "./tables.mjs";

const rest = () => new Promise((done) => setTimeout(done));

/** A Later whose fetches end as `answers` say, one after the other; `asked` counts them. */
function aLater(answers = [true], {saves = false} = {}) {
  const time = new FakeTime();
  const seen = {asked: 0, reports: 0, came: 0, time};
  seen.later = new Later({
    fetch: async () => {
      seen.asked += 1;
      if (!answers.shift()) throw new Error("lost");
      return {views: {}, makeTools: () => ({})};
    },
    tools: ({makeTools}) => makeTools(), changed() {}, came: () => { seen.came += 1; }, later: time.setTimer, idle: (run) => run(), saves: () => saves, report: () => { seen.reports += 1; },
  });
  return seen;
}

/** One drawing that lacks something. */
async function drawsWithout({later}) {
  later.begin();
  later.want();
  later.settle();
  await rest();
}

test("what a drawing lacks is fetched once", async () => {
  const seen = aLater();
  seen.later.want();
  seen.later.settle();
  await drawsWithout(seen);
  assert.deepEqual([seen.asked, seen.came, Boolean(seen.later.views)], [1, 1, true]);
});

test("nothing is fetched for a drawing that lacks nothing", async () => {
  const seen = aLater();
  seen.later.begin();
  seen.later.settle();
  await rest();
  assert.equal(seen.asked, 0);
});

test("it comes ahead once the page has had time for itself", async () => {
  const seen = aLater();
  seen.later.ahead();
  assert.equal(seen.asked, 0);
  seen.time.pass(1500);
  await rest();
  assert.deepEqual([seen.asked, seen.came], [1, 1]);
});

test("a browser that saves data fetches nothing ahead", () => {
  const seen = aLater([true], {saves: true});
  seen.later.ahead();
  seen.time.pass(60000);
  assert.equal(seen.asked, 0);
});

test("what is lost ahead of time is no trouble, and is fetched again when it is needed", async () => {
  const seen = aLater([false, true]);
  await seen.later.bring();
  assert.deepEqual([seen.later.failed, seen.reports], [false, 0]);
  await drawsWithout(seen);
  assert.equal(seen.came, 1);
});

test("what is needed and lost is reported once and asked for again by itself", async () => {
  const seen = aLater([false, false, true]);
  await drawsWithout(seen);
  assert.equal(seen.later.failed, true);
  for (const came of [0, 1]) {
    await drawsWithout(seen); // while it is lost, drawings alone ask for nothing
    seen.time.pass(3000);
    await rest();
    assert.equal(seen.came, came);
  }
  assert.deepEqual([seen.asked, seen.reports, seen.later.failed], [3, 1, false]);
});

test("the tools hear of what came before them, and it is fetched for that", async () => {
  const [seen, heard] = [aLater([false, true]), []];
  for (const news of ["one", "two"]) seen.later.tell(() => heard.push(news));
  await rest();
  assert.deepEqual([seen.asked, heard], [1, []]);
  seen.time.pass(3000);
  await rest();
  seen.later.tell(() => heard.push("three"));
  assert.deepEqual([seen.asked, heard], [2, ["one", "two", "three"]]);
});

test("whoever does not need it any more waits for nothing", async () => {
  const seen = aLater([false]);
  await drawsWithout(seen);
  seen.later.begin();
  seen.time.pass(60000);
  assert.equal(seen.asked, 1);
});

test("a page that brings nothing asks for nothing", () => {
  const later = new Later({tools: () => ({}), changed() {}});
  later.want();
  later.tell(() => assert.fail("there are no tools"));
  assert.doesNotThrow(() => later.settle());
  assert.equal(later.coming, null);
});

const CASES = [
  ...Object.keys(PANELS).map((panel) => [`the panel "${panel}"`, "lobby", panel]),
  ...["choosing", "playing", "revealing", "judging", "round_over", "game_over"].map((phase) => [`the phase "${phase}"`, phase, ""]),
];
for (const [name, phase, panel] of CASES) {
  test(`${name} says so where it is lost, and offers a second try`, () => {
    const moves = [];
    const place = show(roomView, table(phase), seat("2", ["play_cards"]), {panel, lost: true, moves});
    assert.match(words(find(place, "not-loaded")), /^This did not load/);
    find(place, "load-again").click();
    assert.deepEqual([moves.includes("wanted"), moves.at(-1)], [true, ["loadAgain"]]);
  });

  test(`${name} asks for a moment's patience while it is on its way`, () => {
    const place = show(roomView, table(phase), seat("2", ["play_cards"]), {panel, lost: false});
    assert.equal(find(place, "not-loaded"), null);
    assert.match(words(place), /One moment/);
  });
}

test("a phase that is on its way has its heading and its status", () => {
  const place = show(roomView, table("playing"), seat("2", ["play_cards"]), {lost: false});
  assert.equal(place.querySelectorAll("h1").length, 1);
  assert.ok(words(find(place, "status")));
});

test("the host's switch for the list of open rooms is there from the first", () => {
  const place = show(roomView, table("lobby"), seat("1", ["start_game"]), {lost: false, listing: {wish: {listed: false, why_not: ""}}});
  assert.ok(find(place, "open-to-all"));
});

test("a lobby lacks nothing", () => {
  for (const host of [seat("1", ["start_game", "change_settings"]), seat("2")]) {
    const moves = [];
    show(roomView, table("lobby"), host, {lost: false, moves});
    assert.deepEqual(moves, []);
  }
});
