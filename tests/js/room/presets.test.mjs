/** What can be chosen, read from the page's document. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {change, changedInWords, differences, groupsOf, offered, presetOf, shortened, shown, whole, whyNot} from "../../../static/js/room/texts/presets.js";
import {told} from "../../../static/js/room/texts/words.js";
import {rules, SETTINGS} from "./rules.mjs";

const named = (name) => rules.options.find((option) => option.name === name);
const FIXED = {...SETTINGS, timing: "fixed", seconds: {playing: 30}};

test("a preset is recognised, and one change makes it none", () => {
  assert.equal(presetOf(rules, SETTINGS).name, "Classic");
  assert.equal(presetOf(rules, {...SETTINGS, points: 5}).name, "Quick");
  assert.equal(presetOf(rules, {...SETTINGS, points: 10}), undefined);
});

test("a page's presets get what the first one says and they do not", () => {
  const sent = {...rules, presets: [rules.presets[0], {name: "Quick", hint: "5 points", settings: {points: 5}}]};
  assert.deepEqual(whole(sent), rules);
});

test("what does not matter beside the others makes no other preset", () => {
  assert.equal(presetOf(rules, {...SETTINGS, seconds: {playing: 30}}).name, "Classic");
  assert.deepEqual(differences(rules.options, {...SETTINGS, seconds: {playing: 30}}), []);
});

test("a group with nothing to choose is not there", () => {
  const titles = (settings) => groupsOf(rules, settings).map(([title]) => title);
  assert.deepEqual([titles(SETTINGS), titles(FIXED)], [["Deciding", "End"], ["Deciding", "End", "Fixed seconds"]]);
});

test("a change names one value, and an odd present number is offered too", () => {
  assert.deepEqual(change("seconds.playing", 30), {seconds: {playing: 30}});
  assert.deepEqual(offered(named("points"), 6).map(([value]) => value), [0, 5, 6, 7, 10]);
});

test("values are told in words", () => {
  const words = [["points", 0], ["points", 7], ["chooses", true], ["who", "all"], ["seconds.playing", 0], ["seconds.playing", 30], ["seconds.playing", 90], ["seconds.playing", 120]];
  assert.deepEqual(words.map(([name, value]) => shown(named(name), value)),
    ["No limit", "7", "On", "Everybody votes", "No timer", "30 seconds", "1\u00BD min", "2 min"]);
});

test("what does not go together is known from both sides", () => {
  assert.match(whyNot(rules, {...SETTINGS, who: "all"}, "chooses", true), /nobody chooses/);
  assert.match(whyNot(rules, {...SETTINGS, chooses: true}, "who", "all"), /nobody chooses/);
  assert.equal(whyNot(rules, SETTINGS, "chooses", true), "");
});

test("a conflict between two others stops no change", () => {
  assert.equal(whyNot(rules, {...SETTINGS, chooses: true, who: "all"}, "points", 5), "");
});

test("everybody reads what differs from the usual", () => {
  assert.deepEqual(differences(rules.options, {...FIXED, chooses: true, points: 0}),
    ["Points to win: No limit", "Chooses", "Timing: Fixed seconds", "Time to answer: 30 seconds"]);
});

test("the line of a folded group names two and counts the rest", () => {
  assert.equal(shortened(["Wager", "no Likes"]), "Wager \u00B7 no Likes");
  assert.equal(shortened(["Wager", "no Likes", "Top three"]), "Wager \u00B7 no Likes \u00B7 Top three");
  assert.equal(shortened(["Wager", "no Likes", "Top three", "Finale"]), "Wager \u00B7 no Likes \u00B7 and 2 more");
});

test("what was changed is told in a few words", () => {
  const changed = (names) => changedInWords(rules, {...SETTINGS, points: 10}, names);
  assert.equal(changed(["points", "chooses", "seconds.playing"]), "Points to win: 10, no Chooses");
  assert.equal(changed(rules.options.map((option) => option.name)), "5 rules");
});

test("everybody is told who changed what while a game runs, and nobody before it", () => {
  const table = (phase) => ({phase, settings: {...SETTINGS, points: 10}, players: {1: {name: "Ann"}}});
  const entry = {type: "settings", player: "1", changed: ["points"]};
  assert.deepEqual([told(entry, table("playing"), "2", rules), told(entry, table("playing"), "1", rules), told(entry, table("lobby"), "2", rules)],
    ["Ann changed: Points to win: 10", "You changed: Points to win: 10", ""]);
});
