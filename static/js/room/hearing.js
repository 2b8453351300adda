/**
 * What follows on this page from a message of the server: in the documents, in words and toasts, in what is asked for next.
 * Decides nothing about the game.
 */
import {reportError} from "../kit/errors.js";
import {tabStore} from "../kit/storage.js";
import {mayDecide} from "./people/asks.js";
import {buzz} from "./device/attention.js";
import {follow, wasLate} from "./changes.js";
import {waitsForCode} from "./invitations/draft.js";
import {narrate} from "./texts/narration.js";
import {peopleSeated} from "./roles.js";
import {stayAwake} from "./device/wakelock.js";
import {signOfLife} from "./wire/presence.js";
import {nothing as noDocs, receive} from "./wire/store.js";
import {refusal, told, TOO_LATE} from "./texts/words.js";

/** Log entries after which somebody else may have to decide. */
const DECIDERS_CHANGE = new Set(["host", "gone", "away", "left", "watches", "kicked", "cohost", "cohost_dropped"]);
/** @param {Wire.LogEntry} entry */
const touchesTheDoor = (entry) => entry.type === "settings" && Boolean(entry.changed?.includes("door"));
/** Whether the host may have to be told anew if the room can be in the list of open rooms. @param {Wire.LogEntry} entry */
const touchesTheList = (entry) => entry.type === "host" || touchesTheDoor(entry);
const BUGS = ["bad_frame", "too_big", "unknown_move"];

/**
 * @typedef {Object} Own
 * @property {import("./state.js").RoomState} state
 * @property {import("./wire/connection.js").Connection} connection
 * @property {import("./wire/clock.js").Clock} clock  the server's
 * @property {import("./wire/release.js").Release} release
 * @property {import("./wire/claims.js").Claims} claims
 * @property {import("./wire/last_moment.js").LastMoment} lastMoment
 * @property {import("./wire/presence.js").Wait} wait
 * @property {import("./rounds/past_rounds.js").PastRounds} history
 * @property {import("../kit/announce.js").Announcer} announcer
 * @property {boolean} signedIn
 * @property {() => boolean} isWide  whether the rounds so far are beside the table
 * @property {import("./beside/beside.js").Beside} beside
 * @property {() => void} answerHere  tells the server that somebody is here
 * @property {() => void} draw
 * @property {Heard} heard  is told of every change of the documents
 * @typedef {(old: import("./wire/store.js").Documents, docs: import("./wire/store.js").Documents, log: Wire.LogEntry[]) => void} Heard
 * @typedef {Own & Pick<Room.Parts, "act" | "links" | "rules" | "later" | "night" | "asks" | "listing" | "toasts">} Parts
 */

/**
 * What the connection hands its messages and answers to.
 * @param {Parts} parts
 */
export function makeHearing({state, connection, clock, release, claims, lastMoment, wait, history, announcer, signedIn, isWide, answerHere, beside, heard, draw,
  act, links, rules, later, night, asks, listing, toasts}) {
  /** @type {(message: Wire.Message, delay: number) => void} */
  function take(message, delay) {
    if (message.type === "reactions" || message.type === "said") {
      beside.heard(message);
      return;
    }
    if ("now" in message) clock.set(message.now, delay);
    if (message.type === "welcome") release.heard(message);
    if (message.type === "invitation") later.tools?.guests.heard(message.invitation);
    if (message.type === "asks") asks.heard(message.asks);
    if (message.type === "night") night.heard(message.night);
    if (message.type === "again") later.tell(({evening}) => evening.heard(message.again));
    const before = state.docs;
    if (message.type === "welcome" && !connection.welcomed) state.docs = noDocs();
    const {docs, log, gap} = receive(state.docs, message);
    state.docs = docs;
    if (gap) connection.sync();
    if (docs.table && docs !== before) changed(before.table, docs.table, log);
    if (docs.table && docs !== before) tellOthers(before, docs, log);
    if (docs.table && docs !== before) later.tools?.story.follow(docs.table, docs.seat, message.type === "welcome");
    if (message.type === "welcome") welcomed(before.table);
    draw();
  }

  /** @type {Heard} */
  function tellOthers(old, docs, log) {
    later.tools?.sounds.heard(old, docs, log);
    heard(old, docs, log);
  }

  /** Whether this page shows what became of invitations. */
  function isInviting() {
    const {table, seat} = state.docs;
    return signedIn && Boolean(seat) && seat?.player === table?.host;
  }

  /** Ask what became of invitations, once that can be shown. */
  function loadGuests() {
    const guests = later.tools?.guests;
    if (guests && (guests.list || isInviting())) guests.load();
  }

  /** What later.js brings hears what there is already; so it does when somebody looks at the page again. */
  function catchUp() {
    const {table, seat} = state.docs;
    followWatching();
    if (table) later.tools?.story.follow(table, seat, true);
    draw();
  }

  /** Whoever watches may want a seat, and guesses. */
  function followWatching() {
    const {table, seat} = state.docs;
    if (!table || seat || !later.tools) return;
    later.tools.door.follow(peopleSeated(table));
    later.tools.guesses.follow(table);
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
    loadGuests();
    if (isInviting()) later.bring(); // what became of invitations stands in the lobby
    else later.ahead();
    if (!old && seat && (location.hash === "#invite" || waitsForCode(tabStore(), links))) act.open("invite");
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
    followWatching();
    if (me && log.some((entry) => DECIDERS_CHANGE.has(entry.type) || touchesTheDoor(entry)) && (asks.list.length || mayDecide(table, me))) asks.load();
    if (me === table.host && log.some((entry) => entry.type === "kicked")) Promise.all([later.tools?.removed.load(), later.tools?.finding.look()]);
    if (me === table.host && log.some(touchesTheList)) listing.load();
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
    if (table.phase === "game_over" || (isWide() && table.round && (judged || !history.rounds))) history.load(table.phase === "game_over");
    if (old) window.scrollTo({top: 0});
  }

  /** @type {(answer: Wire.Answer, frame?: Wire.Frame) => void} */
  function answered(answer, frame) {
    if (answer.id && answer.id === state.leaving && answer.type === "ok") {
      location.assign(links.home);
      return;
    }
    if (answer.id && answer.id === state.watching && answer.type === "ok") later.tools?.door.stepAside();
    if (answer.type === "error") {
      if (BUGS.includes(answer.code)) reportError(`${answer.code}: ${frame ? frame.move : ""}`);
      if (state.docs.table) later.tools?.shelf.refused(answer.id, state.docs.table);
      if (state.ui.change?.id && state.ui.change.id === answer.id) state.ui.change.why = refusal(answer);
      else toasts.say(refusal(answer), {kind: answer.code === "too_late" ? "" : "bad"});
    }
    draw();
  }

  return {take, answered, loadGuests, catchUp};
}
