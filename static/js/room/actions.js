/**
 * What a person can do on the page: local choices, moves, panels, sharing.
 * Changes the state it is given and draws; the server's answer comes back through the connection.
 */
import {post} from "../kit/http.js";
import {toggle} from "./selection.js";
import {canShare, copy, share} from "../kit/share.js";
import {resultText} from "./words.js";
import {bestSentences} from "./views/history.js";

const TOAST_MS = 4500;

/** The local choices of a fresh page. */
export function freshUi() {
  return {chosen: [], pick: null, look: null, panel: "", card: null, sure: "", toasts: []};
}

async function fetchJson(url) {
  const answer = await fetch(url, {headers: {Accept: "application/json"}, credentials: "same-origin"});
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

export function makeActions({state, connection, draw, links, guests, shelf}) {
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
      if (panel === "decks") shelf.open(state.docs.table);
      if (panel === "history") act.loadHistory();
      if (panel === "invite") guests.load();
      set({panel, sure: ""});
    },
    close() {
      const open = document.querySelector("dialog[open]");
      if (open) open.close();
      else act.closed(ui.panel);
    },
    aboutCard: (cards) => set({card: {cards, index: 0, game: state.docs.table.game}, panel: "card", sure: ""}),
    meanCard: (index) => set({card: {...ui.card, index}, sure: ""}),
    dropCard() {
      act.move("drop_card", ui.card.cards[ui.card.index].at);
      act.close();
    },
    async reportCard(reason) {
      const {cards, index, game} = ui.card;
      act.close();
      const {ok, data} = await post(links.report, {game, reason, ...cards[index].at});
      toast(data.message, ok ? "" : "bad");
    },
    closed: (panel) => ui.panel === panel && set({panel: "", sure: ""}),
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
