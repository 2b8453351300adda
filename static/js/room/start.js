/**
 * Starts the page of a room: joins the socket, the documents and the views, and watches the clock.
 * Decides nothing about the game.
 */
import {render} from "../../lit/lit-html.js";
import {Announcer} from "../kit/announce.js";
import {Confirmation} from "../kit/confirm.js";
import {element, elements} from "../kit/dom.js";
import {pageIsReady, reportError} from "../kit/errors.js";
import {FocusKeeper} from "../kit/focus.js";
import {watchForms} from "../kit/forms.js";
import {pageDocument, token} from "../kit/http.js";
import {Panels} from "../kit/overlay.js";
import {oncePerTurn} from "../kit/schedule.js";
import {browserStore, tabStore} from "../kit/storage.js";
import {Toasts} from "../kit/toasts.js";
import {makeActions} from "./actions.js";
import {buzz, callFor} from "./attention.js";
import {follow, wasLate} from "./changes.js";
import {Asks, mayDecide} from "./asks.js";
import {Door} from "./door.js";
import {Evening} from "./evening.js";
import {Guests} from "./invitations/guests.js";
import {Night} from "./invitations/night.js";
import {watchKeys} from "./keys.js";
import {Listing} from "./listing.js";
import {model} from "./model.js";
import {narrate} from "./narration.js";
import {PastRounds} from "./past_rounds.js";
import {Removed} from "./removed.js";
import {Shelf} from "./shelf/shelf.js";
import {nameOf, peopleSeated, pickOf} from "./roles.js";
import {freshState} from "./state.js";
import {isMissing, panelsCome} from "./views/later.js";
import {stayAwake} from "./wakelock.js";
import {Claims} from "./wire/claims.js";
import {Clock, secondsLeft} from "./wire/clock.js";
import {FINALS} from "./wire/closing.js";
import {Connection} from "./wire/connection.js";
import {LastMoment} from "./wire/last_moment.js";
import {Release} from "./wire/release.js";
import {signOfLife, Wait} from "./wire/presence.js";
import {nothing as noDocs, receive} from "./wire/store.js";
import {myTurn, refusal, told, TOO_LATE} from "./words.js";

const TICK_MS = 1000;
/** A connection that comes back at once is not worth a word. */
const LOST_AFTER_MS = 1000;
const HERE_AGAIN_MS = 2000;
const AGAIN_MS = 3000; // before something that did not load is asked for again
const LAST_SECONDS = 10;
/** Log entries after which somebody else may have to decide. */
const DECIDERS_CHANGE = new Set(["host", "gone", "away", "left", "kicked"]);
/** @type {Rules.Described} */
const NO_RULES = {groups: [], options: [], presets: []}; // a screen chooses nothing
const BUGS = ["bad_frame", "too_big", "unknown_move"];

/**
 * Show `view` (a function of model.js) in the page's #room, from now on.
 * @param {(room: Room.Model | Room.Opening) => unknown} view
 */
export function start(view) {
  watchForms();
  const page = element("#room");
  /** @type {Room.PageDocument} */
  const {code, links, socket, signed_in: signedIn, rules = NO_RULES, seats = Infinity, waits = false, again = null, listing: wish = null} = pageDocument();
  const wideScreen = matchMedia("(min-width: 1080px) and (min-height: 560px)");
  const store = browserStore();
  const state = Object.assign(freshState(), {shortcuts: store.get("shortcuts") !== false});
  const clock = new Clock();
  const wait = new Wait(() => clock.now());
  const announcer = new Announcer();
  const focus = new FocusKeeper(page);
  const draw = oncePerTurn(redraw);
  const confirmation = new Confirmation({changed: draw});
  const toasts = new Toasts({changed: draw, announce: (text) => announcer.say(text)});
  const panels = new Panels({changed: draw, closed: () => confirmation.forget()});
  const history = new PastRounds({url: links.history, changed: draw});
  const guests = new Guests({links, changed: draw, isOpen: () => panels.name === "invite" && document.visibilityState === "visible"});
  const night = new Night({url: links.night_shown, answerUrl: links.night_answer, changed: draw});
  /** @type {(text: string, look?: {kind: string}) => void} */
  const say = (text, look) => toasts.say(text, look);
  const removed = new Removed({links, changed: draw, say});
  const door = new Door({links, seats, waits, changed: draw, seated: () => location.reload(), say: tell});
  const asks = new Asks({links, changed: draw, asked: (player) => state.docs.table && tell(`${nameOf(state.docs.table, player)} wants their seat back: let them?`), say});
  const listing = new Listing({links, wish, changed: draw, say});
  const evening = new Evening({links, again, changed: draw, say});
  const shelf = new Shelf({links, changed: draw, choose: (args) => connection.move("choose_decks", args), store, signedIn});
  const connection = new Connection({
    open: () => new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${socket}`),
    store: tabStore(), key: code, moment: momentOfTheGame, hurried: () => Boolean(state.docs.table && state.docs.table.deadline), onMessage: take, onAnswer: answered, onStatus: statusChanged,
  });
  const release = new Release({release: document.body.dataset.release, store: tabStore(), reload: () => location.reload()});
  const claims = new Claims({now: () => clock.now(), claim: () => connection.signal("expire")});
  const lastMoment = new LastMoment({now: () => clock.now(), send: playWhatIsChosen});
  const act = makeActions({state, connection, draw, links, rules, guests, shelf, removed, door, asks, panels, toasts, confirmation, history, store});
  const parts = {connection, act, links, rules, guests, night, shelf, removed, door, asks, listing, evening, panels, toasts, confirmation, clock: () => clock.now()};
  /** @type {Room.Model | Room.Opening | null} */
  let room = null; // what was drawn last
  /** @type {?Promise<void>} */
  let bringing = null; // panels that are on their way
  let answeredHere = 0;
  let calledOut = 0; // the deadline whose last seconds were announced

  /**
   * Something that a person should notice at once; the page shows it, too, but where a panel lies above.
   * @param {string} text
   */
  function tell(text) {
    if (panels.name) toasts.say(text);
    else announcer.say(text);
    buzz([80, 60, 80]);
  }

  function momentOfTheGame() {
    const {table} = state.docs;
    return table ? `${table.game || 0}.${table.round || 0}.${table.phase}` : "";
  }

  /** What holds just now and changes with time alone. */
  function present() {
    return {
      wide: wideScreen.matches, offline: navigator.onLine === false,
      lost: state.lostSince > 0 && Date.now() - state.lostSince > LOST_AFTER_MS,
      offersNudge: Boolean(state.docs.seat) && wait.offersNudge(), calledBack: state.calledUntil > clock.now(),
    };
  }

  /** Fetch what is missing; a panel that is lost on the way closes, and what a game needs is tried again soon. */
  function bringPanels() {
    bringing = panelsCome().catch(async (error) => {
      reportError(error);
      if (panels.name) toasts.say("That did not load. Try again in a moment.", {kind: "bad"});
      panels.close();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }).then(() => {
      bringing = null;
      draw();
    });
  }

  function redraw() {
    if (isMissing(panels.name, state.docs.table?.phase) && !bringing) bringPanels();
    room = model(state, {...parts, history: history.shown, token: token()}, present());
    render(view(room), page);
    panels.settle(page);
    focus.settle();
    if (door.line?.until) callFor(true, "A seat is free");
    else callFor(room.mine);
  }

  /** @type {(message: Wire.Message, delay: number) => void} */
  function take(message, delay) {
    if ("now" in message) clock.set(message.now, delay);
    if (message.type === "welcome") release.heard(message);
    if (message.type === "invitation") guests.heard(message.invitation);
    if (message.type === "asks") asks.heard(message.asks);
    if (message.type === "night") night.heard(message.night);
    if (message.type === "again") evening.heard(message.again);
    const before = state.docs;
    if (message.type === "welcome" && !connection.welcomed) state.docs = noDocs();
    const {docs, log, gap} = receive(state.docs, message);
    state.docs = docs;
    if (gap) connection.sync();
    if (docs.table && docs !== before) changed(before.table, docs.table, log);
    if (message.type === "welcome") welcomed(before.table);
    draw();
  }

  /**
   * What a welcome may have missed, and where its visitor wanted to go.
   * @param {?Wire.Table} old
   */
  function welcomed(old) {
    const {table, seat} = state.docs;
    const asked = seat ? night.load() : null;
    if (seat && table && mayDecide(table, seat.player)) asks.load();
    if (seat && seat.player === table?.host && !listing.wish) listing.load();
    if (guests.list || (signedIn && seat && seat.player === table?.host)) guests.load();
    if (!old && seat && (location.hash === "#invite" || guests.signing.waitsForCode)) act.open("invite");
    if (!old && location.hash === "#night") asked?.then(() => night.shown && act.open("night"));
  }

  /**
   * After any change of the documents: what follows on this page.
   * @type {(old: ?Wire.Table, table: Wire.Table, log: Wire.LogEntry[]) => void}
   */
  function changed(old, table, log) {
    const {seat} = state.docs;
    const me = seat ? seat.player : undefined;
    if (wasLate(state, old, log)) toasts.say(TOO_LATE);
    const {phase, nudged} = follow(state, old, log, clock.now());
    if (phase) phaseChanged(old, table);
    if (nudged) buzz([80, 60, 80]);
    narrate(old, table, seat, log).forEach((text) => announcer.say(text));
    if (!seat) door.follow(peopleSeated(table));
    if (me && log.some((entry) => DECIDERS_CHANGE.has(entry.type)) && mayDecide(table, me)) asks.load();
    if (me === table.host && log.some((entry) => entry.type === "kicked")) removed.load();
    if (me === table.host && log.some((entry) => entry.type === "host")) listing.load();
    for (const entry of log) toasts.say(told(entry, table, me, rules, old));
    claims.update(table);
    lastMoment.update(table);
    wait.update(table, me);
    if (signOfLife(table, me) === "answer") answerHere();
    stayAwake(table.phase !== "lobby" && table.phase !== "game_over");
  }

  /** @type {(old: ?Wire.Table, table: Wire.Table) => void} */
  function phaseChanged(old, table) {
    const judged = table.phase === "round_over" || table.phase === "game_over";
    if (table.phase === "game_over" || (wideScreen.matches && table.round && (judged || !old))) history.load();
    if (old) window.scrollTo({top: 0});
  }

  /** The time is up: a whole answer that is chosen goes out. */
  function playWhatIsChosen() {
    const {docs: {table}, ui} = state;
    if (room?.chooses && ui.chosen.length === pickOf(table) && !connection.outgoing.has("play_cards")) act.play();
  }

  function answerHere() {
    if (Date.now() - answeredHere < HERE_AGAIN_MS) return;
    answeredHere = Date.now();
    setTimeout(() => connection.signal("here"));
  }

  /** @type {(answer: Wire.Answer, frame?: Wire.Frame) => void} */
  function answered(answer, frame) {
    if (answer.id && answer.id === state.leaving && answer.type === "ok") {
      location.assign(links.home);
      return;
    }
    if (answer.type === "error") {
      if (BUGS.includes(answer.code)) reportError(`${answer.code}: ${frame ? frame.move : ""}`);
      if (state.docs.table) shelf.refused(answer.id, state.docs.table);
      if (state.ui.change?.id && state.ui.change.id === answer.id) state.ui.change.why = refusal(answer);
      else toasts.say(refusal(answer), {kind: answer.code === "too_late" ? "" : "bad"});
    }
    draw();
  }

  /** @param {string} status */
  function statusChanged(status) {
    if (status === "open") state.lostSince = 0;
    else if (!state.lostSince) state.lostSince = Date.now();
    if (status !== "open") claims.update(null);
    if (FINALS.has(status)) stayAwake(false);
    draw();
  }

  /** Once a second: what time alone brings about. Countdowns draw themselves. */
  function tick() {
    const {table, seat} = state.docs;
    if (!table) return;
    if (seat && connection.welcomed && wait.nudgesByItself(table)) connection.signal("nudge");
    if (connection.welcomed && signOfLife(table, seat ? seat.player : undefined) === "answer") answerHere();
    announceLastSeconds(table);
    release.reloadWhen(isSafe());
    /** @type {Record<string, unknown>} */
    const drawn = {...room};
    if (Object.entries(present()).some(([name, value]) => drawn[name] !== value)) draw();
  }

  /** Nothing is half done here, and nobody waits for this person. */
  function isSafe() {
    const {docs: {table, seat}, ui} = state;
    if (!table || panels.name || connection.outgoing.moves.size || ui.chosen.length || ui.picks.length || ui.draft) return false;
    return document.hidden || !myTurn(table, seat);
  }

  /** @param {Wire.Table} table */
  function announceLastSeconds({deadline}) {
    if (!deadline || calledOut === deadline || !room || !room.mine) return;
    const left = secondsLeft(deadline, clock.now());
    if (left > LAST_SECONDS) return;
    calledOut = deadline;
    if (left > 1) announcer.say(`${left} seconds left`);
  }

  setInterval(tick, TICK_MS);
  window.addEventListener("offline", () => {
    connection.doubt();
    draw();
  });
  for (const event of ["online", "pageshow"]) window.addEventListener(event, () => connection.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    connection.wake();
    guests.look();
    if (door.line || door.request) door.look();
  });
  wideScreen.addEventListener("change", () => {
    if (wideScreen.matches && state.docs.table && state.docs.table.round) history.load();
    draw();
  });
  watchKeys(() => room);
  const greetings = elements(".told", page).map((message) => message.textContent);
  page.replaceChildren();
  greetings.forEach((text) => toasts.say(text));
  draw();
  connection.connect();
  pageIsReady();
}
