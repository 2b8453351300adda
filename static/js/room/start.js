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
import {bringSheet} from "../kit/sheet.js";
import {browserStore, tabStore} from "../kit/storage.js";
import {Toasts} from "../kit/toasts.js";
import {makeActions} from "./actions.js";
import {buzz, callFor} from "./device/attention.js";
import {Asks} from "./people/asks.js";
import {Beside} from "./beside/beside.js";
import {watchHelp} from "./help_key.js";
import {makeHearing} from "./hearing.js";
import {Night} from "./invitations/night.js";
import {Later} from "./later.js";
import {Listing} from "./people/listing.js";
import {model} from "./model.js";
import {PastRounds} from "./rounds/past_rounds.js";
import {pickOf} from "./roles.js";
import {makeSeconds} from "./seconds.js";
import {freshState} from "./state.js";
import {stayAwake} from "./device/wakelock.js";
import {Claims} from "./wire/claims.js";
import {whole} from "./texts/presets.js";
import {askInWords} from "./texts/words.js";
import {Clock} from "./wire/clock.js";
import {FINALS} from "./wire/closing.js";
import {Connection} from "./wire/connection.js";
import {LastMoment} from "./wire/last_moment.js";
import {Release} from "./wire/release.js";
import {Wait} from "./wire/presence.js";
import {gettext} from "../kit/i18n.js";

const TICK_MS = 1000;
/** A connection that comes back at once is not worth a word. */
const LOST_AFTER_MS = 1000;
/** @type {Rules.Described} */
const NO_RULES = {groups: [], options: [], presets: []}; // a screen chooses nothing

/**
 * Show `view` (a function of model.js) in the page's #room, from now on. `parts` brings what the view draws later, `talk` what shows faces and words,
 * `heard` is told of every change of the documents. Returns what a page with a life of its own needs: {draw, now, loadHistory}.
 * @param {(room: Room.Model | Room.Opening) => unknown} view
 * @param {{parts?: () => Promise<typeof import("./later_parts.js")>, talk: import("./beside/beside.js").LoadTalk, heard?: import("./hearing.js").Heard}} own
 */
export function start(view, {parts, talk, heard = () => {}}) {
  watchForms();
  const page = element("#room");
  /** @type {Room.PageDocument} */
  const {code, view: shown, links, socket, signed_in: signedIn, rules: sent = NO_RULES, seats = Infinity, waits = false, returns = "", again = null, listing: wish = null, sheet = "", runs = false} = pageDocument();
  const rules = whole(sent);
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
  const night = new Night({url: links.night_shown, answerUrl: links.night_answer, changed: draw});
  /** @type {(text: string, look?: {kind: string}) => void} */
  const say = (text, look) => toasts.say(text, look);
  const asks = new Asks({links, changed: draw, asked: (ask) => state.docs.table && tell(askInWords(state.docs.table, ask)), say});
  const listing = new Listing({links, wish, changed: draw, say});
  const later = new Later({fetch: parts ? bringLater : undefined, tools, changed: draw, came: laterCame});
  const connection = new Connection({
    open: () => new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${socket}`),
    store: tabStore(), key: code, moment: momentOfTheGame, hurried: () => Boolean(state.docs.table && state.docs.table.deadline), onStatus: statusChanged,
    onMessage: (message, delay) => hearing.take(message, delay), onAnswer: (answer, frame) => hearing.answered(answer, frame),
  });
  const beside = new Beside({send: (move, args) => connection.signal(move, args), docs: () => state.docs, changed: draw, report: reportError, store, code, load: talk, sheet: links.beside_sheet, screen: shown === "tv"});
  const release = new Release({release: document.body.dataset.release, store: tabStore(), reload: () => location.reload()});
  const claims = new Claims({now: () => clock.now(), claim: () => connection.signal("expire")});
  const lastMoment = new LastMoment({now: () => clock.now(), send: playWhatIsChosen});
  const act = makeActions({state, connection, draw, links, rules, later, asks, panels, toasts, confirmation, history, store});
  const drawn = {connection, act, links, rules, seats, later, night, asks, listing, beside, panels, toasts, confirmation, clock: () => clock.now()};
  const seconds = makeSeconds({state, connection, clock, release, wait, announcer, panels, drawn: () => room, present, draw});
  const hearing = makeHearing({state, connection, clock, release, claims, lastMoment, wait, history, announcer, signedIn, draw, act, links, rules, later, night, asks, listing, toasts,
    isWide: () => wideScreen.matches, answerHere: seconds.answerHere, beside, heard});
  /** @type {Room.Model | Room.Opening | null} */
  let room = null; // what was drawn last

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

  /** The views that come later, with their sheet. */
  async function bringLater() {
    const [module] = await Promise.all([/** @type {NonNullable<typeof parts>} */ (parts)(), sheet && bringSheet(sheet)]);
    return module;
  }

  /** @param {typeof import("./later_parts.js")} module */
  function tools({makeTools}) {
    return makeTools({
      links, code, seats, waits, returns, again, changed: draw, store, kept: tabStore(), signedIn, now: () => clock.now(), say, tell, announce: (text) => announcer.say(text), drawn: () => room, state, choose: (args) => connection.move("choose_decks", args),
      isOpen: () => panels.name === "invite" && document.visibilityState === "visible",
    });
  }

  function laterCame() {
    act.laterCame();
    beside.bring();
    hearing.catchUp();
    if (panels.name !== "invite") hearing.loadGuests();
  }

  function redraw() {
    beside.follow(state.docs.table);
    later.begin();
    room = model(state, {...drawn, history: history.shown, token: token()}, present());
    render(view(room), page);
    later.settle();
    panels.settle(page);
    focus.settle();
    if (later.tools?.door.line?.until) callFor(true, gettext("A seat is free"));
    else callFor(room.mine);
  }

  /** The time is up: a whole answer that is chosen goes out. */
  function playWhatIsChosen() {
    const {docs: {table}, ui} = state;
    if (room?.chooses && ui.chosen.length === pickOf(table) && !connection.outgoing.has("play_cards")) act.play();
  }

  /** @param {string} status */
  function statusChanged(status) {
    if (status === "open") state.lostSince = 0;
    else if (!state.lostSince) state.lostSince = Date.now();
    if (status !== "open") claims.update(null);
    if (FINALS.has(status)) stayAwake(false);
    draw();
  }

  setInterval(seconds.tick, TICK_MS);
  window.addEventListener("offline", () => {
    connection.doubt();
    draw();
  });
  for (const event of ["online", "pageshow"]) window.addEventListener(event, () => connection.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    connection.wake();
    later.tools?.guests.look();
    later.tools?.door.lookAgain();
    hearing.catchUp();
  });
  wideScreen.addEventListener("change", () => {
    if (wideScreen.matches && state.docs.table && state.docs.table.round) history.load();
    draw();
  });
  const greetings = elements(".told", page).map((message) => message.textContent);
  page.replaceChildren();
  if (parts) watchHelp(() => room);
  greetings.forEach((text) => toasts.say(text));
  draw();
  connection.connect();
  if (runs || again) later.bring();
  pageIsReady();
  return {draw, now: () => clock.now(), loadHistory: () => history.load(true)};
}
