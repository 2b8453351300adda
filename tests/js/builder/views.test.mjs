/** The builder's page: what is drawn again when somebody types, and what its panels say and offer. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {aBuilder, show} from "./decks.mjs";
import {white as whiteCard} from "./prepared_cards.mjs";
import {draftOf} from "../../../static/js/builder/words.js";

const COUNT = 200;

/** White cards that count in `counter.read` how often their texts are read. */
const counting = (counter) => Array.from({length: COUNT}, (_, id) => ({id, kind: "white", get text() {
  counter.read += 1;
  return `card ${id}`;
}}));

test("typing a new card reads none of the others", () => {
  const counter = {read: 0};
  const builder = aBuilder({white: counting(counter)});
  const place = show(builder);
  assert.equal(place.querySelectorAll("[data-testid=card]").length, COUNT);
  counter.read = 0;
  builder.ui.composer.draft = draftOf("a duck");
  show(builder, place);
  assert.equal(counter.read, 0);
});

test("a card that is opened is the only one drawn again", () => {
  const counter = {read: 0};
  const builder = aBuilder({white: counting(counter)});
  const place = show(builder);
  counter.read = 0;
  builder.ui.editing = {id: 7, kind: "white", draft: draftOf("card 7"), attribution: "", tags: ""};
  show(builder, place);
  assert.equal(place.querySelectorAll("[data-testid=open-card]").length, 1);
  assert.ok(counter.read < 5, `${counter.read} texts were read`);
});

const dialog = (options) => show(aBuilder(options)).querySelector("dialog");

test("a draft with few cards is told to be an expansion, and asks to be published all the same", () => {
  const panel = dialog({panel: "publish", white: [{id: 1, kind: "white", text: "tea"}], standing: {missing: {black: 3, white: 1}}});
  assert.match(words(find(panel, "missing")), /an expansion: only together with other decks. With 3 more black cards and 1 more white card/);
  assert.equal(find(panel, "ask").disabled, false);
});

test("a deck that is switched off says so on its page and where it is shared", () => {
  const place = show(aBuilder({panel: "publish", standing: {off: true, counts: {black: 0, white: 9}}}));
  const told = [...place.querySelectorAll("[data-testid=off]")];
  assert.deepEqual(told.map((one) => Boolean(one.closest("dialog"))), [false, true]);
  assert.match(words(told[0]), /no table can choose it/);
  assert.equal(find(place, "play-with-friends"), null);
  assert.equal(find(show(aBuilder({})), "off"), null);
});

test("an empty draft is offered neither to friends nor to everybody", () => {
  const panel = dialog({panel: "publish", standing: {missing: {black: 5, white: 10}}});
  assert.deepEqual([find(panel, "ask").disabled, find(panel, "share").disabled], [true, true]);
});

test("a draft is for friends at one press, or shown to a reviewer", () => {
  const moves = [];
  const panel = dialog({panel: "publish", moves, white: [{id: 1, kind: "white", text: "tea"}]});
  find(panel, "share").click();
  find(panel, "ask").click();
  assert.deepEqual(moves, [["publish", "share"], ["publish", "ask"]]);
  assert.equal(find(panel, "share-code"), null);
});

test("what the reviewer wrote stands beside a draft that came back", () => {
  assert.match(words(dialog({panel: "publish", standing: {review_note: "Kinder, please."}})), /The reviewer says: Kinder, please\./);
});

for (const [name, standing, wanted] of [
  ["a deck for friends", {status: "published", listed: false}, {ask: true, share: false, unlist: false, withdraw: true}],
  ["a deck in review", {status: "review"}, {ask: false, share: true, unlist: false, withdraw: true}],
  ["a deck on the shelf", {status: "published"}, {ask: false, share: false, unlist: true, withdraw: false}],
]) {
  test(`${name} shows its code, a room to open, and whom else it may be for`, () => {
    const panel = dialog({panel: "publish", standing});
    assert.equal(words(find(panel, "share-code")), "CDFG HJKM");
    assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((key) => [key, find(panel, key) !== null])), wanted);
  });
}

test("while a step is under way no other is offered", () => {
  const panel = dialog({panel: "publish", white: [{id: 1, kind: "white", text: "tea"}], standing: {status: "review"}, ui: {busy: "/step/"}});
  assert.deepEqual([find(panel, "withdraw").disabled, find(panel, "share").disabled], [true, true]);
});

test("playing with friends is one press beside the cards, while nobody else may", () => {
  const moves = [];
  const white = [{id: 1, kind: "white", text: "tea"}];
  find(show(aBuilder({moves, white})), "play-with-friends").click();
  assert.deepEqual(moves, [["playWithFriends"]]);
  for (const options of [{}, {white, standing: {status: "review"}}, {white, own: false}]) {
    assert.equal(find(show(aBuilder(options)), "play-with-friends"), null);
  }
});

const lost = (more) => ({id: "w1", facts: {text: "mine"}, message: "Somebody has changed this card meanwhile.", gone: false, ...more});
const heldIn = (held, moves = []) => show(aBuilder({moves, white: [{id: "w1", kind: "white", text: "theirs"}], ui: {held: [held]}}));

test("a conflict shows both texts and offers to keep theirs or to put mine in its place, never a second card", () => {
  const moves = [];
  const held = lost();
  const place = heldIn(held, moves);
  assert.match(words(find(place, "held")), /It says.*theirs.*You wrote.*mine/);
  find(place, "put-mine").click();
  find(place, "keep-theirs").click();
  assert.deepEqual(moves, [["putMine", held], ["letGo", held, false]]);
  assert.equal(find(place, "as-new"), null);
});

test("what cannot be on a card is mended on that card", () => {
  const place = heldIn(lost({message: "This card cannot be used: it is too long."}));
  assert.ok(find(place, "change-mine"));
  assert.deepEqual([find(place, "put-mine"), find(place, "as-new")], [null, null]);
});

test("what was written on a card that is gone is thrown away, or a new card by its name", () => {
  const moves = [];
  const held = lost({gone: true, message: "Somebody has removed this card meanwhile."});
  const place = heldIn(held, moves);
  assert.equal(words(find(place, "as-new")), "Write it as a new card");
  find(place, "throw-away").click();
  assert.deepEqual([moves, find(place, "put-mine")], [[["letGo", held, false]], null]);
});

test("facts are told when they are changed", () => {
  const moves = [];
  const panel = dialog({panel: "facts", moves, facts: {rating: "teen"}});
  assert.equal(find(panel, "rating-teen").getAttribute("aria-pressed"), "true");
  find(panel, "rating-adult").click();
  const author = panel.querySelector("[name=author]");
  author.value = "Ann";
  author.dispatchEvent(new Event("change"));
  assert.deepEqual(moves, [["facts", "rating", "adult"], ["facts", "author", "Ann"]]);
});

test("a deck that reviewers have seen says that its rating gets no milder", () => {
  assert.match(words(dialog({panel: "facts", standing: {status: "review"}})), /stricter, not milder/);
  assert.doesNotMatch(words(dialog({panel: "facts"})), /stricter, not milder/);
});

test("the facts say whether they are saved", () => {
  const status = (saving) => words(find(dialog({panel: "facts", saving}), "facts-saved"));
  assert.equal(status({}), "Saved");
  assert.equal(status({status: "saving"}), "Saving\u2026");
  assert.equal(status({status: "waiting", steps: [{}]}), "Offline \u00b7 1 kept Try now");
});

test("what could not be saved is tried again at a press", () => {
  const moves = [];
  find(dialog({panel: "facts", moves, saving: {status: "waiting", steps: [{}]}}), "again").click();
  assert.deepEqual(moves, [["wake"]]);
});

test("only an owner puts a deck away, and is asked twice", () => {
  assert.equal(find(dialog({panel: "deck", own: false}), "archive"), null);
  const builder = aBuilder({panel: "deck"});
  const place = show(builder);
  find(place, "archive").click();
  assert.equal(words(find(show(builder, place), "archive")), "Yes, put it away");
});

const PAIRS = [{kind: "white", same: true, one: {id: 1, text: "tea"}, other: {id: 2, text: "Tea."}},
  {kind: "white", same: false, one: {id: 3, text: "a duck"}, other: {id: 4, text: "ducks"}}];

test("doubles stand side by side until one of them is deleted", () => {
  const moves = [];
  const panel = dialog({panel: "doubles", moves, ui: {doubles: {pairs: PAIRS, complete: true}}, gone: new Set([4])});
  assert.deepEqual([...panel.querySelectorAll(".pairs .label")].map(words), ["read the same"]);
  panel.querySelector(".pairs button").click();
  assert.deepEqual(moves, [["remove", 1]]);
});

test("doubles that were not looked for yet, failed, or are none say so", () => {
  const text = (doubles) => words(dialog({panel: "doubles", ui: {doubles}}));
  assert.match(text(null), /Looking/);
  assert.match(text("failed"), /did not work\. Try again/);
  assert.match(text({pairs: [], complete: false}), /No two cards read alike\. Not all of them could be compared\./);
});

test("a proposed card is taken or refused", () => {
  const moves = [];
  const proposal = {id: 5, kind: "white", text: "a duck", attribution: "Bo"};
  const place = show(aBuilder({moves, ui: {tab: "proposed", proposals: [proposal]}}));
  find(place, "accept").click();
  find(place, "refuse").click();
  assert.deepEqual(moves, [["decide", proposal, true], ["decide", proposal, false]]);
  assert.equal(find(place, "composer"), null);
});

test("a card keeps its place in the page while it gets its id, so that a drag goes on", () => {
  const key = (id) => (id === "w7" ? "new-1" : id);
  const place = show(aBuilder({white: [whiteCard("new-1", "tea")], saving: {key}}));
  const slot = place.querySelector("[data-card]");
  show(aBuilder({white: [whiteCard("w7", "tea")], saving: {key}}), place);
  assert.equal(place.querySelector("[data-card]"), slot);
  assert.equal(slot.dataset.card, "w7");
});
