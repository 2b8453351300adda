/**
 * What a person can do on the page: local choices, moves, panels, sharing.
 * Changes the state it is given and draws; the server's answer comes back through the connection.
 */
import {toggle} from "./selection.js";
import {canShare, copy, share} from "./share.js";
import {resultText} from "./words.js";
import {bestSentences} from "./views/history.js";

const TOAST_MS = 4500;

/** The local choices of a fresh page. */
export function freshUi() {
  return {chosen: [], pick: null, look: null, panel: "", sure: "", filter: "", decks: [], toasts: []};
}

async function fetchJson(url) {
  const answer = await fetch(url, {headers: {Accept: "application/json"}, credentials: "same-origin"});
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

export function makeActions({state, connection, draw, links, guests}) {
  const {ui} = state;
  let toasts = 0;
  const set = (change) => {
    Object.assign(ui, change);
    draw();
  };
  const toast = (text, kind = "") => {
    if (!text || ui.toasts.some((other) => other.text === text)) return;
    toasts += 1;
    const id = toasts;
    set({toasts: [...ui.toasts.slice(-2), {id, text, kind}]});
    setTimeout(() => set({toasts: ui.toasts.filter((other) => other.id !== id)}), TOAST_MS);
  };
  const load = async (url, key, part) => {
    if (state[key] === "failed") state[key] = null;
    draw();
    try {
      state[key] = (await fetchJson(url))[part];
    } catch (error) {
      state[key] = state[key] || "failed";
    }
    draw();
  };
  const say = async (text, done) => toast((await copy(text)) ? done : "Copying is not allowed here");
  const act = {
    toast,
    move(name, args) {
      const id = connection.move(name, args);
      set({sure: ""});
      return id;
    },
    signal: (name) => connection.signal(name),
    reconnect: () => connection.wake(),
    choose(card) {
      set({chosen: toggle(ui.chosen, card, state.docs.table.black_card.pick)});
    },
    play: () => act.move("play_cards", {cards: ui.chosen}),
    pick: (play) => set({pick: ui.pick === play ? null : play}),
    look: (play) => set({look: play}),
    ask(key) {
      set({sure: key});
      setTimeout(() => ui.sure === key && set({sure: ""}), 5000);
    },
    open(panel) {
      if (panel === "decks") {
        set({decks: state.docs.table.decks.map((deck) => deck.id), filter: ""});
        act.loadDecks();
      }
      if (panel === "history") act.loadHistory();
      if (panel === "invite") guests.load();
      set({panel, sure: ""});
    },
    close() {
      const open = document.querySelector("dialog[open]");
      if (open) open.close();
      else act.closed(ui.panel);
    },
    closed: (panel) => ui.panel === panel && set({panel: "", sure: ""}),
    filter: (filter) => set({filter}),
    toggleDeck(id) {
      set({decks: ui.decks.includes(id) ? ui.decks.filter((other) => other !== id) : [...ui.decks, id]});
      connection.move("choose_decks", {decks: ui.decks});
    },
    loadDecks: () => load(links.decks, "decks", "decks"),
    loadHistory: () => load(links.history, "history", "rounds"),
    leave() {
      state.leaving = act.move("leave");
    },
    copyLink: () => say(links.join, "Link copied"),
    copySeat: () => say(links.seat, "Your personal link is copied: keep it to yourself"),
    async shareLink() {
      const how = await share({title: "Cards Against Django", text: `Come and play! Room ${state.docs.table.code}`, url: links.join});
      if (how === "copied" || !canShare()) toast(how ? "Link copied: send it to somebody" : "Copying is not allowed here");
    },
    async shareResult() {
      const {table} = state.docs;
      const how = await share({text: resultText(table, bestSentences(state.history, table.game))});
      if (how === "copied") toast("The result is copied");
    },
  };
  return act;
}
