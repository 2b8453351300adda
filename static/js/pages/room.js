/**
 * The room page: joins the socket, the documents and the views, and watches the clock.
 * Decides nothing about the game.
 */
import {render} from "../../lit/lit-html.js";
import {callFor, buzz} from "../room/attention.js";
import {Claims} from "../room/wire/claims.js";
import {Clock} from "../room/wire/clock.js";
import {Connection, FINALS} from "../room/wire/connection.js";
import {freshUi, makeActions} from "../room/actions.js";
import {reportError, watchErrors} from "../kit/errors.js";
import {Guests} from "../room/invitations/guests.js";
import {watchForms} from "../kit/forms.js";
import {model} from "../room/model.js";
import {signOfLife, Wait} from "../room/wire/presence.js";
import {keep} from "../room/selection.js";
import {Shelf} from "../room/shelf/shelf.js";
import {nothing as noDocs, receive} from "../room/wire/store.js";
import {refusal, told} from "../room/words.js";
import {stayAwake} from "../room/wakelock.js";
import {watchKeys} from "../room/keys.js";
import {roomView} from "../room/views/room.js";
import {tvView} from "../room/views/tv.js";

watchErrors();
watchForms();

const page = document.getElementById("room");
const {dataset} = page;
const links = {
  join: dataset.joinUrl, seat: dataset.seatUrl, qr: dataset.qr, seatQr: dataset.seatQr, decks: dataset.decks, deckOfCode: dataset.deckOfCode, doubles: dataset.doubles,
  history: dataset.history, report: dataset.report, home: dataset.home, tv: dataset.tv, takeSeat: dataset.takeSeat,
  host: new URL(dataset.joinUrl).host,
};
const view = dataset.view === "tv" ? tvView : roomView;
const clock = new Clock();
const wait = new Wait(() => clock.now());
const wideScreen = matchMedia("(min-width: 1080px) and (min-height: 560px)");
const state = {docs: noDocs(), ui: freshUi(), history: null, lastTurned: undefined, lostSince: 0};

const moment = () => {
  const {table} = state.docs;
  return table ? `${table.game || 0}.${table.round || 0}.${table.phase}` : "";
};

const connection = new Connection({
  open: () => new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${dataset.socket}`),
  storage: window.sessionStorage, key: dataset.code, moment,
  onMessage: take, onAnswer: answered, onStatus: statusChanged,
});
const guests = new Guests({
  links: {list: dataset.invitations, send: dataset.invite, again: dataset.inviteAgain, revoke: dataset.revoke,
    night: dataset.night, cancelNight: dataset.cancelNight},
  changed: draw,
});
const claims = new Claims({now: () => clock.now(), claim: () => connection.signal("expire")});
const shelf = new Shelf({
  links, changed: draw, choose: (args) => connection.move("choose_decks", args), storage: window.localStorage,
});
const act = makeActions({state, connection, draw, links, guests, shelf});

let drawing = false;
let room = null;

/** Draw soon, once for everything that happens in this turn. */
function draw() {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    const lost = state.lostSince > 0 && Date.now() - state.lostSince > 1000;
    room = model(state, {
      connection, act, links, guests, shelf, now: clock.now(), wide: wideScreen.matches, lost,
      offline: navigator.onLine === false, offersNudge: Boolean(state.docs.seat) && wait.offersNudge(),
    });
    render(view(room), page);
    page.querySelectorAll("dialog:not([open])").forEach((dialog) => dialog.showModal());
    callFor(room.mine);
  });
}

function take(message, delay) {
  if (message.now) clock.set(message.now, delay);
  if (message.type === "invitation") guests.heard(message.invitation);
  const before = state.docs;
  if (message.type === "welcome" && !connection.welcomed) state.docs = noDocs();
  const {docs, log, gap} = receive(state.docs, message);
  state.docs = docs;
  if (gap) connection.sync();
  if (docs.table) changed(before, log);
  if (message.type === "welcome") welcomed(before);
  draw();
}

/** What a welcome may have missed, and where its visitor wanted to go. */
function welcomed(before) {
  const {table, seat} = state.docs;
  if (guests.list || (dataset.signedIn && seat && seat.player === table.host)) guests.load();
  if (!before.table && location.hash === "#invite" && seat) act.open("invite");
}

/** After any change of the documents: what follows locally. */
function changed(before, log) {
  const {docs: {table, seat}, ui} = state;
  const me = seat ? seat.player : undefined;
  const old = before.table;
  if (!old || old.round !== table.round || old.game !== table.game || isReplaced(old, table)) Object.assign(ui, {chosen: [], pick: null, look: null});
  if (!old || old.phase !== table.phase) phaseChanged(old, table);
  if (seat && table.black_card) ui.chosen = keep(ui.chosen, seat.hand || [], table.black_card.pick);
  if (ui.pick !== null && !(table.plays || {})[ui.pick]) ui.pick = null;
  for (const entry of log) {
    if (entry.type === "revealed") state.lastTurned = entry.play;
    if (entry.type === "nudged" && entry.player === me) {
      buzz([80, 60, 80]);
      state.calledUntil = clock.now() + 8000;
    }
    act.toast(told(entry, table, me));
  }
  claims.update(table);
  wait.update(table, me);
  if (signOfLife(table, me) === "answer") answerHere();
  stayAwake(table.phase !== "lobby" && table.phase !== "game_over");
}

/** The host has put the black card aside, and another one lies there in the same round. */
function isReplaced(old, table) {
  return Boolean(old.black_card && table.black_card) && old.black_card.text !== table.black_card.text;
}

function phaseChanged(old, table) {
  state.lastTurned = undefined;
  state.ui.look = null;
  state.ui.pick = null;
  if (table.phase === "game_over" || (table.round && wideScreen.matches)) act.loadHistory();
  if (old) window.scrollTo({top: 0});
}

let answeredHere = 0;
function answerHere() {
  if (Date.now() - answeredHere < 2000) return;
  answeredHere = Date.now();
  setTimeout(() => connection.signal("here"));
}

function answered(answer, frame) {
  if (answer.id && answer.id === state.leaving && answer.type === "ok") {
    location.assign(links.home);
    return;
  }
  if (answer.type === "error") {
    if (["bad_frame", "too_big", "unknown_move"].includes(answer.code)) reportError(`${answer.code}: ${frame ? frame.move : ""}`);
    shelf.refused(answer.id, state.docs.table);
    act.toast(refusal(answer), "bad");
  }
  draw();
}

function statusChanged(status) {
  if (status === "open") state.lostSince = 0;
  else if (!state.lostSince) state.lostSince = Date.now();
  if (status !== "open") claims.update(null);
  if (FINALS.has(status)) stayAwake(false);
  draw();
}

setInterval(() => {
  const {table, seat} = state.docs;
  if (!table) return;
  if (seat && connection.welcomed && wait.nudgesByItself(table)) connection.signal("nudge");
  if (answerDue(table, seat)) answerHere();
  draw();
}, 1000);

function answerDue(table, seat) {
  return connection.welcomed && signOfLife(table, seat ? seat.player : undefined) === "answer";
}

for (const event of ["online", "pageshow"]) window.addEventListener(event, () => connection.wake());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && connection.wake());
wideScreen.addEventListener("change", () => {
  if (wideScreen.matches && state.docs.table && state.docs.table.round) act.loadHistory();
  draw();
});
watchKeys(() => room || {});
const greetings = [...page.querySelectorAll(".told")].map((message) => message.textContent);
page.replaceChildren();
greetings.forEach((text) => act.toast(text));
draw();
connection.connect();
