/** Prepared tables and seats in the shape of docs/PROTOCOL.md, and how a view shows them: for the tests of views. */
import "../dom.mjs";
import {after} from "node:test";
import {nothing, render} from "../../../static/lit/lit-html.js";
import {Confirmation} from "../../../static/js/kit/confirm.js";
import {Toasts} from "../../../static/js/kit/toasts.js";
import {Story} from "../../../static/js/room/rounds/story.js";
import {Guesses} from "../../../static/js/room/rounds/guesses.js";
import {Guests} from "../../../static/js/room/invitations/guests.js";
import {Night} from "../../../static/js/room/invitations/night.js";
import {model} from "../../../static/js/room/model.js";
import {Shelf} from "../../../static/js/room/shelf/shelf.js";
import {freshState} from "../../../static/js/room/state.js";
import * as views from "../../../static/js/room/views/later_views.js";
import {rules, SETTINGS} from "./rules.mjs";

export const NOW = 1000000;
const BLACK = {text: "In the beginning there was _.", pick: 1};
const DECKS = [{id: 3, name: "Family table", language: "en", black: 100, white: 440}];
const PLAYS = {0: {cards: ["a duck"]}, 1: {cards: ["free cake"]}, 2: {}};

const player = (name, score) => ({name, score, face: score + 1, colour: score + 1, presence: "here"});

/** A table with Ann (host), Bob, Cleo (judge) and Dan, in this phase. */
export function table(phase, more = {}) {
  const plain = {
    code: "KX7PQ", phase, host: "1", settings: SETTINGS, decks: DECKS, serves: 43, waiting_for: [],
    players: {1: player("Ann", 3), 2: player("Bob", 2), 3: player("Cleo", 1), 4: player("Dan", 0)},
  };
  if (phase !== "lobby") Object.assign(plain, {game: 1, round: 4, judge: "3", decided_by: "judge", black_card: BLACK, deadline: NOW + 42000});
  const of = {
    playing: {waiting_for: ["2", "4"]}, revealing: {plays: PLAYS, waiting_for: ["3"]}, judging: {plays: PLAYS, waiting_for: ["3"]},
    round_over: {plays: {0: {cards: ["a duck"], player: "1"}, 1: {cards: ["free cake"], player: "2"}}, winner: {player: "1", play: "0"}, verdict: [{player: "1", play: "0", points: 1}]},
    game_over: {winners: ["1"]},
  };
  return {...plain, ...of[phase], ...more};
}

/** The seat of a player who holds two cards and may do what `can` names. */
export const seat = (number, can = [], more = {}) => ({player: number, hand: [{id: 11, text: "Tea."}, {id: 12, text: "a duck"}], can: ["leave", ...can], ...more});

/** A night at eight in Warsaw; and what a host's panel begins with. */
export const night = {
  starts: Date.parse("2099-11-28T19:00:00Z"), moved_from: null, zone: "Europe/Warsaw", hours: 3, title: "Cards and cake", place: "Long Street 12",
  note: "Ring twice", plus_one: false, answers: {}, plus: 0, open: 0, people: [], guests: [], calendar: {ics: "/night.ics", google: "https://google/", outlook: "https://outlook/"},
};
export const guestList = {may: "yes", invitations: [], again: [], left: {hour: 20, day: 100}, at_once: 50, language: "en", languages: [["en", "English"]], night: null, mail: "smtp"};

let place = document.createElement("div");

/** Take the last drawing away, with the countdowns in it. */
const clear = () => render(nothing, place);
after(clear);

export const aWatchersGuesses = () => new Guesses({store: {get: () => null, set: () => true}, code: "ABCDE", changed: () => {}});

/** A tab that keeps what it has seen of the game. */
const kept = (story) => ({store: {get: () => story, set: () => true}});

/**
 * Draw `view` and return the element it is drawn in; `moves` collects what is pressed, `ui` has local choices. `lost`: whether what
 * comes later was lost on the way (true) or is on it (false); it is there for null.
 */
export function show(view, shownTable, shownSeat = null, {ui = {}, panel = "", status = "open", moment = {}, moves = [], night: date = null, list = null, signUp = undefined, decks = [], shelf = {}, removed = [], finding = {}, door = {}, story = null, told = "", seats = Infinity, asks = [], asking = "", guesses = aWatchersGuesses(), beside = {}, listing = {}, evening = {}, past = [], lost = null} = {}) {
  const state = freshState();
  Object.assign(state.docs, {table: shownTable, seat: shownSeat});
  Object.assign(state.ui, ui);
  const changed = () => {};
  const links = {join: "http://cards.example/rooms/KX7PQ/", qr: "/qr.svg", home: "/", tv: "/tv/", seat: "/seats/secret/", seat_qr: "/seat.svg", take_seat: "/seat/", go_on: "/again/", sign_up: signUp, faces: "/faces.svg"};
  const act = new Proxy({}, {get: (target, name) => (...args) => moves.push([name, ...args])});
  const reading = new Proxy({ready: () => true, way: 0}, {get: (target, name) => target[name] ?? act[name]});
  const [guests, dates] = [new Guests({links, changed}), new Night({url: "/night.json", changed})];
  if (list) guests.take(list);
  dates.heard(date);
  const parts = {
    act, links, rules, seats, asks: {list: asks}, listing: {wish: null, ...listing}, beside: {row: () => nothing, talk: null, ...beside}, connection: {status, outgoing: {has: () => false}}, night: dates,
    later: lost === null ? {views, tools: {guests, removed: {people: removed}, reading, finding: {typed: "", people: null, more: 0, ...finding}, guesses, door: {line: null, request: null, ...door}, story: Object.assign(new Story({code: "KX7PQ", changed, announce: changed, ...kept(story)}), {told}), evening: {again: null, recaps: new Map(), ...evening}, sounds: {wanted: {table: false, turn: true}, want: (...args) => moves.push(["want", ...args])}, shelf: Object.assign(new Shelf({links, changed, choose: () => "", store: {get: () => null}}), {list: decks, ...shelf})}}
      : {views: null, tools: null, failed: lost, want: () => moves.push("wanted")}, panels: {name: panel, close: changed},
    toasts: new Toasts({changed, announce: changed}), confirmation: Object.assign(new Confirmation({changed}), {key: asking}), clock: () => NOW, history: past, token: "token",
  };
  clear();
  place = document.createElement("div");
  document.body.replaceChildren(place);
  render(view(model(state, parts, {wide: false, offline: false, lost: false, offersNudge: false, calledBack: false, ...moment})), place);
  return place;
}
