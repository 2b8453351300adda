/** The clock, the claims and the waiting. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {Claims, dueTimes} from "../../../../static/js/room/wire/claims.js";
import {Clock, minutes, secondsLeft} from "../../../../static/js/room/wire/clock.js";
import {LastMoment} from "../../../../static/js/room/wire/last_moment.js";
import {signOfLife, Wait, waitedFor} from "../../../../static/js/room/wire/presence.js";
import {FakeTime} from "../../fakes.mjs";

const aTable = (more = {}) => ({phase: "playing", game: 1, round: 2, settings: {late_answers: "nothing"}, waiting_for: ["2"], players: {1: {presence: "here"}, 2: {presence: "here"}}, ...more});

function someClaims(random = () => 0) {
  const time = new FakeTime();
  const sent = [];
  const claims = new Claims({now: time.now, claim: () => sent.push(time.at), random, setTimer: time.setTimer, clearTimer: time.clearTimer});
  return {time, sent, claims};
}

test("the clock follows the server's", () => {
  const clock = new Clock(() => 1000);
  clock.set(5000, 20);
  assert.equal(clock.now(), 5020);
});

test("a countdown rounds up and stops at zero", () => {
  assert.deepEqual([secondsLeft(5000, 3999), secondsLeft(5000, 5000), secondsLeft(5000, 9000)], [2, 0, 0]);
  assert.equal(minutes(75), "1:15");
});

test("it claims a deadline when it is over, at most two seconds later", () => {
  for (const [random, delay] of [[() => 0, 0], [() => 1, 2000]]) {
    const {time, sent, claims} = someClaims(random);
    const deadline = time.at + 5000;
    claims.update(aTable({deadline}));
    time.pass(4999 + delay);
    assert.deepEqual(sent, []);
    time.pass(1);
    assert.deepEqual(sent, [deadline + delay]);
  }
});

const CHOSEN = {settings: {late_answers: "chosen"}};

function aLastMoment() {
  const time = new FakeTime();
  const sent = [];
  return {time, sent, last: new LastMoment({now: time.now, send: () => sent.push(time.at), setTimer: time.setTimer, clearTimer: time.clearTimer})};
}

test("where chosen cards count, a claim leaves phones a second to send them", () => {
  const {time, sent, claims} = someClaims();
  const deadline = time.at + 5000;
  claims.update(aTable({deadline, ...CHOSEN}));
  time.pass(9000);
  assert.equal(sent[0], deadline + 1000);
});

test("what is chosen goes out when the countdown ends, once", () => {
  const {time, sent, last} = aLastMoment();
  const table = aTable({deadline: time.at + 5000, ...CHOSEN});
  last.update(table);
  last.update({...table});
  time.pass(9000);
  assert.deepEqual(sent, [table.deadline]);
});

test("it goes later where time was added, and not at all where the clock stands or late is late", () => {
  const {time, sent, last} = aLastMoment();
  const deadline = time.at + 5000;
  for (const other of [{deadline: deadline + 30000, ...CHOSEN}, {clock_stopped: {by: "1", left: 5000}, ...CHOSEN}, {deadline}, {deadline, phase: "judging", ...CHOSEN}]) {
    last.update(aTable({deadline, ...CHOSEN}));
    last.update(aTable(other));
    time.pass(5000);
    last.update(null);
    time.at = deadline - 5000;
  }
  assert.deepEqual(sent, []);
});

test("it claims what rules have to do once, soon, and later where many look on", () => {
  const many = Object.fromEntries(Array.from({length: 40}, (_, number) => [number, {presence: "here"}]));
  for (const [players, delay] of [[{1: {presence: "here"}}, 150], [many, 2000]]) {
    const {time, sent, claims} = someClaims(() => 1);
    const due = time.at + 5000;
    for (let draws = 0; draws < 3; draws++) claims.update(aTable({due, players}));
    time.pass(5000 + delay);
    assert.deepEqual(sent, [due + delay]);
  }
});

test("a patch with another moment cancels the claim of what rules have to do", () => {
  const {time, sent, claims} = someClaims();
  claims.update(aTable({due: time.at + 3000}));
  claims.update(aTable());
  time.pass(10000);
  assert.deepEqual(sent, []);
});

test("a patch with another deadline cancels the claim", () => {
  const {time, sent, claims} = someClaims();
  claims.update(aTable({deadline: time.at + 5000}));
  claims.update(aTable({deadline: time.at + 50000}));
  time.pass(10000);
  assert.deepEqual(sent, []);
});

test("a patch with the same deadline does not claim twice", () => {
  const {time, sent, claims} = someClaims();
  const table = aTable({deadline: time.at + 5000});
  claims.update(table);
  claims.update({...table});
  time.pass(5000);
  assert.equal(sent.length, 1);
});

test("it claims again, less and less often, while nothing answers", () => {
  const {time, sent, claims} = someClaims();
  claims.update(aTable({deadline: time.at}));
  time.pass(10000);
  assert.deepEqual(sent.map((at) => at - 1000000), [0, 3000, 9000]);
});

test("it claims an absence twenty seconds after it began", () => {
  const players = {1: {presence: "gone", gone_at: 500}, 2: {presence: "here"}};
  assert.deepEqual(Object.values(dueTimes(aTable({players}))), [20500]);
});

test("it counts a nudge from when it was seen", () => {
  const {time, sent, claims} = someClaims();
  const nudged = aTable({players: {2: {presence: "here", nudged: true}}});
  claims.update(nudged);
  time.pass(5000);
  claims.update(nudged);
  time.pass(15000);
  assert.equal(sent.length, 1);
});

test("without a line it claims nothing", () => {
  const {time, sent, claims} = someClaims();
  claims.update(aTable({deadline: time.at + 1000}));
  claims.update(null);
  time.pass(5000);
  assert.deepEqual(sent, []);
});

test("it answers for a player who is gone or nudged, and asks one who is away", () => {
  const asks = (player) => signOfLife({players: {1: player}}, "1");
  assert.equal(asks({presence: "gone"}), "answer");
  assert.equal(asks({presence: "here", nudged: true}), "answer");
  assert.equal(asks({presence: "away"}), "ask");
  assert.equal(asks({presence: "here"}), "");
});

test("a spectator gives no signs of life", () => {
  assert.equal(signOfLife({players: {1: {presence: "gone"}}}, undefined), "");
});

test("it offers a nudge after fifteen seconds of the same wait", () => {
  const time = new FakeTime();
  const wait = new Wait(time.now);
  wait.update(aTable(), "1");
  time.pass(14999);
  assert.equal(wait.offersNudge(), false);
  time.pass(1);
  assert.equal(wait.offersNudge(), true);
  wait.update(aTable({waiting_for: ["3"]}), "1");
  assert.equal(wait.offersNudge(), false);
});

test("it offers no nudge when only I am waited for", () => {
  const time = new FakeTime();
  const wait = new Wait(time.now);
  wait.update(aTable(), "2");
  time.pass(90000);
  assert.equal(wait.offersNudge(), false);
});

test("without a timer it nudges by itself once a minute", () => {
  const time = new FakeTime();
  const wait = new Wait(time.now);
  wait.update(aTable(), "1");
  time.pass(60000);
  assert.deepEqual([wait.nudgesByItself(aTable()), wait.nudgesByItself(aTable())], [true, false]);
  time.pass(60000);
  assert.equal(wait.nudgesByItself(aTable()), true);
});

test("with a timer, or a stopped one, it leaves the nudging to people", () => {
  const time = new FakeTime();
  const wait = new Wait(time.now);
  wait.update(aTable(), "1");
  time.pass(90000);
  assert.equal(wait.nudgesByItself(aTable({deadline: 1})), false);
  assert.equal(wait.nudgesByItself(aTable({clock_stopped: {by: "1"}})), false);
});

test("nobody reminds a bot", () => {
  const players = {1: {presence: "here"}, 2: {presence: "here"}, 1000001: {presence: "here", bot: "random"}};
  assert.deepEqual(waitedFor(aTable({waiting_for: ["1", "2", "1000001"], players}), "1"), ["2"]);
});
