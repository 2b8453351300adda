/**
 * What a person can do on the page: local choices, moves, panels, sharing.
 * Changes the state it is given and asks for a new drawing; the server's answer comes back through the connection.
 */
import {element} from "../kit/dom.js";
import {post} from "../kit/http.js";
import {canShare, copy, share} from "../kit/share.js";
import {hosts, isRunning, pickOf} from "./roles.js";
import {change, whyNot} from "./texts/presets.js";
import {needed, toggle} from "./rounds/selection.js";
import {resultText} from "./texts/words.js";
import {gettext} from "../kit/i18n.js";

const GUEST_LINK_COPIED = gettext("Link copied: it is for this guest alone");
const COPYING_FAILED = gettext("Copying is not allowed here");

/**
 * @typedef {Pick<Room.Parts, "links" | "rules" | "later" | "asks" | "panels" | "toasts" | "confirmation">} Shared
 * @typedef {Object} Own
 * @property {import("./state.js").RoomState} state
 * @property {Pick<import("./wire/connection.js").Connection, "move" | "signal" | "wake">} connection
 * @property {() => void} draw
 * @property {import("./rounds/past_rounds.js").PastRounds} history
 * @property {import("../kit/storage.js").Store} store  keeps what this person wants of every room
 */

/**
 * The functions that views call, as one object.
 * @param {Shared & Own} parts
 */
export function makeActions({state, connection, draw, links, rules, later, asks, panels, toasts, confirmation, history, store}) {
  const {ui} = state;
  /** @param {Partial<import("./state.js").Choices>} choices */
  const set = (choices) => {
    Object.assign(ui, choices);
    draw();
  };
  /** @type {(text: string | undefined, done: string) => Promise<void>} */
  const copyAndSay = async (text, done) => toasts.say((await copy(text || "")) ? done : COPYING_FAILED);
  /** @type {Record<string, () => unknown>}  what a panel asks for when it opens */
  const openers = {
    menu() {
      later.tools?.finding.type(""); // what was found the last time is old
      if (state.docs.table && hosts(state.docs.table, state.docs.seat?.player)) later.tools?.removed.load();
    },
    decks: () => state.docs.table && later.tools?.shelf.open(state.docs.table, isRunning(state.docs.table)), history: () => history.load(), invite: () => later.tools?.guests.load(),
  };
  const act = {
    /** @type {(name: string, args?: object) => string} */
    move: (name, args) => {
      const id = connection.move(name, args);
      draw();
      return id;
    },
    /** @param {string} name */
    signal: (name) => connection.signal(name),
    reconnect: () => connection.wake(),
    reload: () => location.reload(),
    /** @param {number} card */
    choose(card) {
      if (ui.tool !== "discard") set({chosen: toggle(ui.chosen, card, needed(ui, state.docs.table))});
      else if (!ui.chosen.includes(card)) set({away: ui.away === card ? null : card});
    },
    /** @param {import("./state.js").Choices["tool"]} tool */
    take: (tool) => set({tool, away: null, text: state.docs.seat?.written?.text || "", chosen: ui.chosen.slice(0, needed({tool}, state.docs.table))}),
    discard() {
      if (ui.away !== null) act.move("discard", {card: ui.away});
      set({tool: "", away: null});
    },
    play() {
      const pick = pickOf(state.docs.table);
      if (ui.tool === "wager") act.move("wager", {cards: ui.chosen.slice(0, pick), second: ui.chosen.slice(pick)});
      else act.move("play_cards", {cards: ui.chosen});
    },
    /** @param {string} text */
    type: (text) => set({text}),
    write() {
      if (!ui.text.trim()) return;
      act.move("write_white", {text: ui.text.trim()});
      set({tool: ""});
    },
    /** @param {number | "own"} question */
    ask: (question) => set({question: ui.question === question ? null : question}),
    /** @param {string} draft */
    phrase: (draft) => set({draft}),
    /** @param {string} panel */
    open(panel) {
      confirmation.forget();
      if (panel in openers) openers[panel]();
      panels.open(panel);
    },
    close: () => panels.close(),
    loadAgain: () => later.bring(),
    /** What later.js brings is here: a panel that has waited for it asks for what it shows. */
    laterCame: () => panels.name in openers && openers[panels.name](),
    /** @param {import("./rounds/subjects.js").Subject[]} cards */
    aboutCard(cards) {
      set({card: {cards, index: 0, game: state.docs.table?.game}});
      act.open("card");
    },
    /** @param {number} index */
    meanCard(index) {
      confirmation.forget();
      if (ui.card) set({card: {...ui.card, index}});
    },
    dropCard() {
      if (ui.card) act.move("drop_card", ui.card.cards[ui.card.index].at);
      panels.close();
    },
    /** @param {string} reason */
    async reportCard(reason) {
      if (!ui.card) return;
      const {cards, index, game} = ui.card;
      panels.close();
      const {ok, data} = await post(links.report, {game, reason, ...cards[index].at});
      toasts.say(data.message, {kind: ok ? "" : "bad"});
    },
    /** @type {(name: string, value: Rules.Value) => void} */
    changeOption(name, value) {
      const {table} = state.docs;
      if (!table) return;
      const why = whyNot(rules, table.settings, name, value);
      const id = why ? "" : connection.move("change_settings", {settings: change(name, value)});
      set({change: {name, value, id, why: why && gettext("These do not go together: %(why)s.", {why})}});
    },
    addDecks() {
      later.tools?.shelf.tell();
      panels.close();
    },
    /** @param {Rules.Preset} preset */
    choosePreset(preset) {
      ui.change = null;
      act.move("change_settings", {settings: preset.settings});
    },
    loadHistory: () => history.load(),
    changeName() {
      const field = /** @type {HTMLInputElement} */ (element("#my-name"));
      if (field.value.trim()) act.move("change_name", {name: field.value});
    },
    listEverybody() {
      act.open("menu");
      later.tell((tools) => tools.finding.list());
    },
    findPeople: (/** @type {string} */ typed) => later.tools?.finding.type(typed),
    guess: (/** @type {string} */ play) => state.docs.table && later.tools?.guesses.guess(state.docs.table, play),
    letIn: (/** @type {string} */ player) => later.tools?.removed.letIn(player),
    atDoor: (/** @type {"wait" | "leave" | "withdraw"} */ what) => later.tools?.door.look(what),
    answerAsk: (/** @type {number} */ id, /** @type {boolean} */ yes) => asks.answer(id, yes),
    endGame() {
      act.move("end_game");
      panels.close();
    },
    leave() {
      state.leaving = act.move("leave");
    },
    watch() {
      state.watching = act.move("watch");
    },
    /** @param {boolean} on */
    setShortcuts(on) {
      state.shortcuts = on;
      store.set("shortcuts", on);
      draw();
    },
    copyLink: () => copyAndSay(links.join, gettext("Link copied")),
    copySeat: () => copyAndSay(links.seat, gettext("Your personal link is copied: keep it to yourself")),
    async shareLink() {
      const how = await share({title: gettext("Cards Against Django"), text: gettext("Come and play! Room %(code)s", {code: state.docs.table?.code}), url: links.join});
      if (how === "copied" || !canShare()) toasts.say(how ? gettext("Link copied: send it to somebody") : COPYING_FAILED);
    },
    /** @param {string} url */
    async shareGuestLink(url) {
      const how = await share({title: gettext("Cards Against Django"), url});
      if (how === "copied") toasts.say(GUEST_LINK_COPIED);
    },
    canShare: canShare(),
    copyGuestLink: (/** @type {string} */ url) => copyAndSay(url, GUEST_LINK_COPIED),
    /** @param {string[]} best  sentences of this game */
    async shareResult(best) {
      const {table} = state.docs;
      if (!table) return;
      const how = await share({text: resultText(table, best)});
      if (how === "copied") toasts.say(gettext("The result is copied"));
    },
  };
  return act;
}
