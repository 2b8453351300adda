/** Every phase as every role sees it: one heading, one thing to press, and nothing that is not theirs. */
import assert from "node:assert/strict";
import {test} from "node:test";
import {find, words} from "../dom.mjs";
import {NOW, seat, show, table} from "./tables.mjs";
import {roomView} from "../../../static/js/room/views/room.js";
import {tvView} from "../../../static/js/room/views/tv/tv.js";

const PHASES = ["lobby", "playing", "revealing", "judging", "round_over", "game_over"];
const HOST = ["start_game", "change_settings", "choose_decks", "end_game", "next_round", "rematch", "drop_card"];
const ROLES = {
  spectator: [() => null, "Take a seat"],
  host: [() => seat("1", HOST), {lobby: "Start the game", playing: "", revealing: "", judging: "", round_over: "Continue next round in 42", game_over: "Rematch"}],
  player: [() => seat("2", ["play_cards"]), {playing: "Choose a card"}],
  judge: [() => seat("3", ["reveal_play", "pick_winner", "next_round"]), {revealing: "Turn the last one", round_over: "Continue next round in 42"}],
};

for (const phase of PHASES) {
  for (const [role, [sits, wanted]] of Object.entries(ROLES)) {
    test(`${phase} as the ${role}`, () => {
      const place = show(roomView, table(phase), sits());
      assert.equal(place.querySelectorAll("h1").length, 1);
      const primary = [...place.querySelectorAll(".dock .primary")].map(words);
      const label = typeof wanted === "string" ? wanted : wanted[phase];
      assert.deepEqual(primary, label ? [label] : []);
      assert.equal(place.querySelectorAll("[data-testid=hand-card]").length, role === "player" && phase === "playing" ? 2 : 0);
    });
  }

  test(`${phase} on the big screen has no controls and one heading`, () => {
    const place = show(tvView, table(phase));
    assert.deepEqual([place.querySelectorAll("button, input, a").length, place.querySelectorAll("h1").length], [0, 1]);
  });
}

test("chosen cards stand in the blank and are counted in the button", () => {
  const place = show(roomView, table("playing"), seat("2", ["play_cards"]), {ui: {chosen: [12]}});
  assert.equal(words(find(place, "black-card").querySelector(".answer")), "a duck");
  assert.deepEqual([words(find(place, "play")), find(place, "play").disabled], ["Play this card", false]);
});

test("pressing a card of the hand chooses it", () => {
  const moves = [];
  const place = show(roomView, table("playing"), seat("2", ["play_cards"]), {moves});
  place.querySelector("[data-card='12']").click();
  assert.deepEqual(moves, [["choose", 12]]);
});

test("who has played may change their mind", () => {
  const moves = [];
  const place = show(roomView, table("playing"), seat("2", ["take_back"], {play: [12]}), {moves});
  assert.equal(find(place, "hand-card"), null);
  assert.equal(words(find(place, "take-back")), "Change my mind");
  find(place, "take-back").click();
  assert.deepEqual(moves, [["move", "take_back"]]);
});

const ONE = {1: {name: "Ann", score: 0, presence: "here"}};

for (const [needs, lacking] of [["Choose a deck first", {decks: []}], ["Two more players to start", {players: ONE}], ["Choose more cards first", {serves: 2}]]) {
  test(`a host who lacks something is told: ${needs}`, () => {
    const start = find(show(roomView, table("lobby", lacking), seat("1", HOST)), "start");
    assert.deepEqual([words(start), start.disabled], [needs, true]);
  });
}

const ABSENT = {1: {name: "Ann", score: 0, presence: "away"}, 2: {name: "Bob", score: 0, presence: "here"}};

test("a lobby counts who is here, and says who it waits for", () => {
  const place = show(roomView, table("lobby", {players: ABSENT}), seat("2"));
  assert.match(words(place), /1 player here, 1 away/);
  assert.equal(words(find(place, "status")), "Waiting for Ann, the host");
});

test("a lobby whose host has left waits for them", () => {
  const place = show(roomView, table("lobby", {host: undefined, players: {2: ABSENT[2]}}), seat("2"));
  assert.equal(words(find(place, "status")), "Waiting for the host");
});

test("a guest of a lobby reads once who starts the game", () => {
  const place = show(roomView, table("lobby"), seat("2"));
  assert.equal(words(place).match(/Ann will start the game/g).length, 1);
});

test("whoever hosts for the owner is not offered to remove them", () => {
  const place = show(roomView, table("lobby", {host: "2", owner: "1"}), seat("2", HOST), {panel: "menu"});
  assert.equal(place.querySelectorAll("dialog [data-testid=kick]").length, 2);
});

const SUBJECT = [{kind: "white", text: "Tea.", at: {kind: "white", card: 11}}];

test("a right click or a long press on a card opens the sheet about it, too", () => {
  const moves = [];
  const place = show(roomView, table("playing"), seat("2", ["play_cards"]), {moves});
  const press = new MouseEvent("contextmenu", {cancelable: true});
  place.querySelector("[data-card='11']").dispatchEvent(press);
  assert.deepEqual([moves, press.defaultPrevented], [[["aboutCard", SUBJECT]], true]);
});

test("everybody may report a card, and the host alone put it aside", () => {
  const dialog = (sits) => show(roomView, table("playing"), sits, {panel: "card", ui: {card: {cards: SUBJECT, index: 0, game: 1}}}).querySelector("dialog");
  const offered = (sits) => [dialog(sits).querySelectorAll("[data-testid=reason]").length, find(dialog(sits), "drop-card") !== null];
  assert.deepEqual([offered(seat("2", ["play_cards"])), offered(seat("1", HOST))], [[3, false], [3, true]]);
});

test("the judge turns what lies face down, others cannot", () => {
  const turnable = (place) => place.querySelectorAll("button.down").length;
  assert.equal(turnable(show(roomView, table("revealing"), seat("3", ["reveal_play"]))), 1);
  assert.equal(turnable(show(roomView, table("revealing"), seat("2"))), 0);
});

test("the judge's choice waits for a second press in the dock", () => {
  const moves = [];
  const place = show(roomView, table("judging"), seat("3", ["pick_winner"]), {ui: {picks: ["1"]}, moves});
  assert.equal(words(find(place, "black-card").querySelector(".answer")), "free cake");
  find(place.querySelector(".dock"), "confirm-winner").click();
  assert.deepEqual(moves, [["move", "pick_winner", {play: "1"}]]);
});

test("who is away has one button that brings them back", () => {
  const away = table("playing");
  away.players[2].presence = "away";
  const place = show(roomView, away, seat("2"));
  assert.deepEqual([...place.querySelectorAll(".dock .primary")].map(words), ["I am back"]);
});

test("who comes late is told from when they play", () => {
  const late = table("playing");
  late.players[2].next_round = true;
  assert.match(words(find(show(roomView, late, seat("2")), "status")), /You are in from the next round/);
});

test("cards carry the language of their deck", () => {
  const texts = [...show(roomView, table("playing"), seat("2", ["play_cards"])).querySelectorAll(".card .text")];
  assert.deepEqual(texts.map((text) => text.getAttribute("lang")), ["en", "en", "en"]);
});

test("only the host finds what removes people", () => {
  const kicks = (place) => place.querySelectorAll("dialog [data-testid=kick]").length;
  assert.equal(kicks(show(roomView, table("lobby"), seat("1", HOST), {panel: "menu"})), 3);
  assert.equal(kicks(show(roomView, table("lobby"), seat("2"), {panel: "menu"})), 0);
});

test("a spectator's page names nobody's personal link", () => {
  assert.ok(!show(roomView, table("playing"), null, {panel: "menu"}).innerHTML.includes("secret"));
});

test("the host alone sees who was removed, and lets them in again", () => {
  const moves = [];
  const people = {panel: "menu", removed: [{player: "5", name: "Sam"}], moves};
  const place = show(roomView, table("lobby"), seat("1", HOST), people);
  assert.equal(words(find(place, "let-in")), "Let Sam in again");
  find(place, "let-in").click();
  assert.deepEqual(moves, [["letIn", "5"]]);
  assert.equal(find(show(roomView, table("lobby"), seat("2"), people), "let-in"), null);
});

test("players change their name in the menu, and nobody else's", () => {
  const moves = [];
  const place = show(roomView, table("playing"), seat("2"), {panel: "menu", moves});
  assert.equal(find(place, "new-name").value, "Bob");
  place.querySelector(".my-name").dispatchEvent(new Event("submit", {cancelable: true}));
  assert.deepEqual(moves, [["changeName"]]);
  assert.equal(find(show(roomView, table("playing"), null, {panel: "menu"}), "change-name"), null);
});

test("a guest without an account is led to one by the menu", () => {
  const link = (signUp) => show(roomView, table("lobby"), seat("2"), {panel: "menu", signUp}).querySelector("[data-testid=keep-seat]");
  assert.equal(link("/sign-up/").getAttribute("href"), "/sign-up/");
  assert.equal(link(undefined), null);
});

test("the countdown tells the seconds by the server's clock", () => {
  const place = show(roomView, table("playing", {deadline: NOW + 9200}), seat("2", ["play_cards"]));
  assert.equal(find(place, "countdown").getAttribute("aria-label"), "10 seconds left");
  assert.ok(find(place, "countdown").classList.contains("soon"));
});

for (const [status, words_] of [["kicked", "asked you to leave"], ["seat_moved", "moved to another device"], ["no_such_room", "no table here"],
  ["bad_view", "not one of ours"], ["not_admitted", "has a door"]]) {
  test(`${status} has a screen of its own and a way on`, () => {
    const place = show(roomView, table("playing"), null, {status});
    assert.ok(words(place.querySelector("h1")).includes(words_));
    assert.equal(place.querySelectorAll(".primary").length, 1);
  });
}

test("a page that is not one of ours any more is loaded again", () => {
  const moves = [];
  show(roomView, table("playing"), null, {status: "bad_view", moves}).querySelector(".primary").click();
  assert.deepEqual(moves, [["reload"]]);
});

test("a lost line is told, with a button", () => {
  const place = show(roomView, table("playing"), seat("2"), {status: "waiting", moment: {lost: true, offline: true}});
  assert.match(words(find(place, "banner")), /You are offline. Back in a moment, your seat is safe. Try now/);
});

test("a round without a winner says why, and names whoever played", () => {
  const void_ = {winner: undefined, verdict: undefined, void: "judge_gone", plays: {0: {cards: ["a duck"], player: "1"}}};
  const place = show(roomView, table("round_over", void_), seat("2"));
  assert.equal(words(place.querySelector(".below h2")), "What was played");
  assert.ok(find(place, "winner") === null && place.querySelector(".stage.void"));
});

test("a game that waits for players offers to invite some", () => {
  const moves = [];
  const place = show(roomView, table("round_over", {paused: true, deadline: undefined}), seat("2"), {moves});
  place.querySelector(".dock .primary").click();
  assert.deepEqual(moves, [["shareLink"]]);
});

test("without a timer the host goes on, and the others are told so", () => {
  const words_ = (sits) => words(show(roomView, table("round_over", {deadline: undefined}), sits).querySelector(".dock"));
  assert.deepEqual([words_(seat("1", ["next_round"])), words_(seat("2"))], ["Continue", "Ann goes on to the next round"]);
});

test("a shared first place has all its names on the podium", () => {
  const place = show(roomView, table("game_over", {winners: ["1", "2"], players: {1: {name: "Ann", score: 3}, 2: {name: "Bob", score: 3}, 3: {name: "Cleo", score: 1}}}), seat("2"));
  assert.equal(words(place.querySelector(".place-1 .names")), "AnnBob");
});

test("a player sees which answer is theirs, and nobody else does", () => {
  const yours = (sits) => [...show(roomView, table("judging"), sits).querySelectorAll(".yours")].map((mark) => mark.closest("[data-play]").dataset.play);
  assert.deepEqual([yours(seat("2", [], {mine: "1"})), yours(seat("4")), yours(null)], [["1"], [], []]);
});

test("who waits long may nudge", () => {
  const moves = [];
  find(show(roomView, table("judging"), seat("2", ["nudge"]), {moves, moment: {offersNudge: true}}), "nudge").click();
  assert.deepEqual(moves, [["signal", "nudge"]]);
});

test("decks are narrowed by a tag, be it the only one", () => {
  const tags = (...decks) => show(roomView, table("lobby"), seat("1", HOST), {panel: "decks", decks}).querySelector("select[name=tag]");
  const facts = {name: "Tea", rating: "family", language: "en", description: "", black: 9, white: 90};
  assert.equal(tags({...facts, id: 1, tags: []}), null);
  assert.match(words(tags({...facts, id: 1, tags: ["official"]}, {...facts, id: 2, tags: []})), /official/);
});

for (const panel of ["menu", "decks", "history", "invite", "explain"]) {
  test(`the panel "${panel}" has a name and a way out, for everybody`, () => {
    for (const sits of [seat("1", HOST), seat("2"), null]) {
      const dialog = show(roomView, table("playing"), sits, {panel}).querySelector("dialog");
      assert.ok(words(dialog.querySelector("h2")) && find(dialog, "close-panel"), `${panel} of ${sits && sits.player}`);
    }
  });
}
