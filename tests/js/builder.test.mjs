/** The builder of decks: words that become blanks, cards that wait to be stored, steps that are sent and undone. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {after, all, anchorFor, emptyPart, settled, stepFor, withPage} from "../../static/js/builder/cards.js";
import {Saving} from "../../static/js/builder/saving.js";
import {draftOf, lines, pickFor, retyped, shown, tapped, tokens, withBlank} from "../../static/js/builder/words.js";
import {FakeTime} from "./fakes.mjs";

// ---- words
const tap = (draft, word) => tapped(draft, tokens(draft.text).find((token) => token.text === word).from);

test("it finds words, blanks and what stands between them", () => {
  const found = tokens("Why? *My cat's* _{2^}!").map(({kind, text, em}) => [kind, text, Boolean(em)]);
  assert.deepEqual(found, [["word", "Why", false], ["rest", "? ", false], ["word", "My", true], ["rest", " ", true],
    ["word", "cat's", true], ["rest", " ", false], ["blank", "_{2^}", false], ["rest", "!", false]]);
});

test("every token knows its place in the text", () => {
  for (const text of ["a *b* b", "**duck** and *duck* duck", "\u0141\u00F3d\u017A _ x", "*a***b"]) {
    for (const {text: piece, from, to} of tokens(text)) assert.equal(text.slice(from, to), piece);
  }
});

test("a word that is tapped becomes a blank, and tapped again a word", () => {
  const blank = tap(draftOf("Our mascot is a duck."), "duck");
  assert.equal(blank.text, "Our mascot is a _.");
  assert.equal(tap(blank, "_").text, "Our mascot is a duck.");
});

test("a word beside a blank widens it", () => {
  const wide = tap(tap(draftOf("It is a wet duck."), "wet"), "a");
  assert.equal(wide.text, "It is _ duck.");
  const wider = tap(wide, "duck");
  assert.deepEqual([wider.text, wider.under], ["It is _.", ["a wet duck"]]);
  assert.equal(tap(wider, "_").text, "It is a wet duck.");
});

test("blanks with something between them stay two", () => {
  const two = tap(tap(draftOf("ducks, cats"), "ducks"), "cats");
  assert.deepEqual([two.text, two.under], ["_, _", ["ducks", "cats"]]);
});

test("a word between two blanks joins them", () => {
  const one = tap(tap(tap(draftOf("a b c"), "a"), "c"), "b");
  assert.deepEqual([one.text, one.under], ["_", ["a b c"]]);
});

test("a blank that covers no word stays", () => {
  const draft = draftOf("Why? _");
  assert.equal(tap(draft, "_"), draft);
});

test("typing elsewhere leaves the words under a blank", () => {
  const blank = tap(draftOf("Our duck sings."), "duck");
  const typed = retyped(retyped(blank, "All our _ sings."), "All our _ sings loudly: _");
  assert.deepEqual(typed.under, ["duck", ""]);
  assert.equal(tap(typed, "_").text, "All our duck sings loudly: _");
});

test("a blank that was typed over takes its words along", () => {
  const blank = tap(draftOf("Our duck sings."), "duck");
  assert.deepEqual(retyped(blank, "Our cat sings.").under, []);
});

test("the button puts a blank at the cursor, or over what is selected", () => {
  assert.deepEqual(withBlank(draftOf("Why?"), 4, 4), {draft: {text: "Why? _", under: [""]}, cursor: 6});
  assert.deepEqual(withBlank(draftOf("a wet duck"), 2, 5), {draft: {text: "a _ duck", under: ["wet"]}, cursor: 3});
});

test("the pick follows from the blanks", () => {
  assert.deepEqual(["Why?", "_", "_ and _", "_{1} and _{1}", "_{2} or _{1!}", "_{^}"].map(pickFor), [1, 1, 2, 1, 2, 1]);
});

test("it shows the blank that a black card will get", () => {
  assert.deepEqual([shown("Why? ", "black"), shown("a  duck ", "white"), shown("_!", "black"), shown(" ", "black")],
    ["Why? _", "a duck", "_!", ""]);
});

test("a card for each line that was pasted", () => {
  assert.deepEqual(lines("a duck\r\n\n  two ducks \u2028_!"), ["a duck", "two ducks", "_!"]);
});

// ---- cards
const white = (id, text = id) => ({id, kind: "white", text});
const black = (id, text = id) => ({id, kind: "black", text});
const deckOf = (part, counts = {black: 0, white: part.head.length + part.unseen}) => ({counts, black: emptyPart(), white: part});
const ids = (cards, kind = "white") => all(cards, kind).map((card) => card.id);
const three = () => deckOf({head: [white("a"), white("b"), white("c")], unseen: 0, tail: []});

test("a new card comes to the end", () => {
  const cards = after(three(), {verb: "add", cards: [white("d"), black("x")]});
  assert.deepEqual([ids(cards), ids(cards, "black"), cards.counts], [["a", "b", "c", "d"], ["x"], {black: 1, white: 4}]);
});

test("cards that were not fetched lie between the first ones and the new ones", () => {
  let cards = after(deckOf({head: [white("a")], unseen: 2, tail: []}), {verb: "add", cards: [white("d")]});
  assert.deepEqual([cards.white.head.length, cards.white.unseen, cards.white.tail.length], [1, 2, 1]);
  cards = {...cards, white: withPage(cards.white, {start: 1, cards: [white("b"), white("c"), white("d")], total: 4})};
  assert.deepEqual([ids(cards), cards.white.unseen, cards.white.tail], [["a", "b", "c", "d"], 0, []]);
});

test("a card of another kind goes to the end of its kind", () => {
  const cards = after(three(), {verb: "change", id: "a", facts: {kind: "black", text: "_"}});
  assert.deepEqual([ids(cards), ids(cards, "black"), cards.counts], [["b", "c"], ["a"], {black: 1, white: 2}]);
});

test("a card moves behind another one or to the top", () => {
  assert.deepEqual(ids(after(three(), {verb: "move", id: "a", after: "c"})), ["b", "c", "a"]);
  assert.deepEqual(ids(after(three(), {verb: "move", id: "c", after: null})), ["c", "a", "b"]);
  assert.deepEqual(ids(after(three(), {verb: "move", id: "c", after: "gone"})), ["a", "b", "c"]);
});

test("it finds what a card follows where it is dropped", () => {
  const list = three().white.head;
  assert.deepEqual([anchorFor(list, "c", "a", false), anchorFor(list, "c", "b", false), anchorFor(list, "a", "c", true)], [null, "a", "c"]);
  assert.deepEqual([stepFor(list, "b", -1), stepFor(list, "b", 1), stepFor(list, "a", -1), stepFor(list, "c", 1)],
    [null, "c", undefined, undefined]);
});

test("the server's cards take the place of those that waited", () => {
  const cards = settled(three(), {verb: "add"}, {cards: [white("w9")], counts: {black: 0, white: 9}});
  assert.deepEqual([ids(cards), cards.counts.white], [["a", "b", "c", "w9"], 9]);
});

// ---- saving
class Server {
  constructor(time = new FakeTime()) {
    Object.assign(this, {time, bodies: [], answers: [], told: [], kept: [], fresh: null});
    this.saving = this.open();
  }

  open() {
    return new Saving({
      stored: three(), facts: {name: "Ducks"}, revision: "1", kept: (steps) => { this.kept = steps; },
      send: (body) => { this.bodies.push(body); return Promise.resolve(this.answers.shift() || this.ok()); },
      load: () => Promise.resolve(this.fresh), heard: () => {}, changed: () => {},
      refused: (step, message, errors) => this.told.push([step.verb, message, ...errors.map((error) => error.problem)]),
      setTimer: this.time.setTimer, clearTimer: this.time.clearTimer,
    });
  }

  ok(data = {}) {
    return {ok: true, status: 200, data: {revision: `r${this.bodies.length}`, cards: [], errors: [], undo: `u${this.bodies.length}`, ...data}};
  }

  says(...answers) {
    this.answers.push(...answers);
    return this.saving;
  }

  get verbs() {
    return this.bodies.map((body) => body.verb);
  }
}

const rest = () => new Promise((done) => setTimeout(done));
const DOWN = {ok: false, status: 0, data: {message: "down"}};
const refusal = (message, status = 400, code = "") => ({ok: false, status, data: {message, code}});
const edit = (id, text, session = 1) => ({verb: "change", id, was: id, facts: {text}, session});
const fresh = (...cards) => ({cards: deckOf({head: cards, unseen: 0, tail: []}), revision: "new", facts: {}});

test("a step is shown at once and sent with the revision of the last answer", async () => {
  const server = new Server();
  server.saving.push({verb: "remove", id: "a"});
  assert.deepEqual([ids(server.saving.cards), server.saving.status], [["b", "c"], "saving"]);
  await rest();
  await server.saving.push({verb: "remove", id: "b"});
  assert.deepEqual(server.bodies.map((body) => [body.card, body.revision]), [["a", "1"], ["b", "r1"]]);
  assert.deepEqual([ids(server.saving.stored), server.saving.status], [["c"], "saved"]);
});

test("without a line everything waits, is kept, and goes by itself later", async () => {
  const server = new Server();
  const saving = server.says(DOWN);
  await saving.push({verb: "remove", id: "a"});
  assert.deepEqual([saving.status, ids(saving.cards)], ["waiting", ["b", "c"]]);
  assert.equal(server.kept.length, 1);
  server.time.pass(2500);
  await rest();
  assert.deepEqual([saving.status, server.kept], ["saved", []]);
});

test("what a closed page left behind is sent by the next one", async () => {
  const server = new Server();
  await server.says(DOWN).push({verb: "remove", id: "a"});
  const left = server.kept;
  const next = server.open();
  next.restore(left);
  await rest();
  assert.deepEqual([server.verbs, ids(next.stored)], [["remove", "remove"], ["b", "c"]]);
});

test("a card that is changed before it was stored gets its number on the way", async () => {
  const server = new Server();
  const saving = server.says(server.ok({cards: [white("w7", "d")]}), server.ok({cards: [white("w7", "ducks")]}));
  saving.push({verb: "add", lines: ["d"], cards: [white("new-1", "d")]});
  saving.push(edit("new-1", "ducks"));
  assert.deepEqual(ids(saving.cards), ["a", "b", "c", "new-1"]);
  await rest();
  assert.deepEqual([server.bodies[1].card, ids(saving.cards), all(saving.cards, "white")[3].text], ["w7", ["a", "b", "c", "w7"], "ducks"]);
});

test("lines that are refused come back with their reasons, and steps about them are dropped", async () => {
  const server = new Server();
  const saving = server.says(server.ok({errors: [{line: 1, text: "a", problem: "the deck has it already", double: true}]}));
  saving.push({verb: "add", lines: ["a"], cards: [white("new-1", "a")]});
  saving.push(edit("new-1", "ducks"));
  await rest();
  assert.deepEqual([server.verbs, server.told, ids(saving.cards)], [["add"], [["add", "", "the deck has it already"]], ["a", "b", "c"]]);
});

test("a double that is one of our own, sent twice, is no trouble", async () => {
  const server = new Server();
  server.says(DOWN, server.ok({errors: [{line: 1, text: "d", problem: "the deck has it already", double: true}]}));
  await server.saving.push({verb: "add", lines: ["d"], cards: [white("new-1", "d")]});
  await server.saving.wake();
  assert.deepEqual([server.told, server.saving.status], [[], "saved"]);
});

test("words that wait to be sent become one change", async () => {
  const server = new Server();
  server.saving.push({verb: "remove", id: "b"});
  server.saving.push(edit("a", "x"));
  server.saving.push(edit("a", "xy"));
  await rest();
  assert.deepEqual([server.verbs, server.bodies[1].facts], [["remove", "change"], {text: "xy"}]);
});

test("undo brings the server's word, redo its answer's", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("b"), white("c"));
  await server.saving.push({verb: "remove", id: "a"});
  await server.saving.undo();
  assert.deepEqual([server.bodies[1].token, ids(server.saving.cards), server.saving.canUndo], ["u1", ["a", "b", "c"], false]);
  await server.saving.redo();
  assert.deepEqual([server.bodies[2].token, server.saving.canRedo, server.saving.canUndo], ["u2", false, true]);
});

test("what was typed in one go is undone in one go", async () => {
  const server = new Server();
  await server.saving.push(edit("a", "x"));
  await server.saving.push(edit("a", "xy"));
  assert.deepEqual(server.saving.done.map((entry) => entry.token), ["u1"]);
  await server.saving.push(edit("a", "xyz", 2));
  assert.equal(server.saving.done.length, 2);
});

test("a step that was not sent yet is undone here", async () => {
  const server = new Server();
  await server.says(DOWN).push({verb: "remove", id: "a"});
  server.saving.undo();
  assert.deepEqual([ids(server.saving.cards), server.saving.status], [["a", "b", "c"], "saved"]);
  await server.saving.redo();
  assert.deepEqual([ids(server.saving.stored), server.verbs], [["b", "c"], ["remove", "remove"]]);
});

test("facts are undone too", async () => {
  const server = new Server();
  server.says(server.ok({undo: "", facts: {name: "Geese"}, before: {name: "Ducks"}}), server.ok({undo: "", facts: {name: "Ducks"}, before: {name: "Geese"}}));
  await server.saving.push({verb: "facts", facts: {name: "Geese"}});
  assert.equal(server.saving.shownFacts.name, "Geese");
  await server.saving.undo();
  assert.deepEqual([server.bodies[1].facts, server.saving.shownFacts.name, server.saving.canRedo], [{name: "Ducks"}, "Ducks", true]);
});

test("a new step forgets what could be done again", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("b"), white("c"));
  await server.saving.push({verb: "remove", id: "a"});
  await server.saving.undo();
  await server.saving.push({verb: "remove", id: "b"});
  assert.equal(server.saving.canRedo, false);
});

test("a deck that changed elsewhere is looked at again, and the step is done on it", async () => {
  const server = new Server();
  server.fresh = fresh(white("a"), white("z"));
  await server.says(refusal("old", 409, "stale")).push({verb: "remove", id: "a", was: "a"});
  assert.deepEqual([server.bodies[1].revision, ids(server.saving.cards), server.told], ["new", ["z"], []]);
});

test("a card that somebody else has changed keeps their words, and ours come back", async () => {
  const server = new Server();
  server.fresh = fresh(white("a", "theirs"));
  await server.says(refusal("old", 409, "stale")).push(edit("a", "mine"));
  assert.deepEqual([server.verbs, all(server.saving.cards, "white")[0].text, server.told.length], [["change"], "theirs", 1]);
});

test("a change that arrived although its answer did not is not told as a conflict", async () => {
  const server = new Server();
  server.fresh = fresh(white("a", "mine"));
  await server.says(refusal("old", 409, "stale")).push(edit("a", "mine"));
  assert.deepEqual([server.verbs, server.told, server.saving.status], [["change"], [], "saved"]);
});

test("a refusal is told, and the rest goes on", async () => {
  const server = new Server();
  server.says(refusal("too long"));
  server.saving.push(edit("a", "x"));
  server.saving.push({verb: "remove", id: "b"});
  await rest();
  assert.deepEqual([server.told, ids(server.saving.stored)], [[["change", "too long"]], ["a", "c"]]);
});

test("somebody who is signed out loses nothing", async () => {
  const server = new Server();
  await server.says(refusal("sign in", 403)).push({verb: "remove", id: "a"});
  assert.deepEqual([server.saving.status, server.saving.trouble, ids(server.saving.cards)], ["stopped", "sign in", ["b", "c"]]);
  await server.saving.wake();
  assert.equal(server.saving.status, "saved");
});
