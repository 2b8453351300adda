/**
 * What a person can do on the page: local choices, moves, panels, sharing.
 * Changes the state it is given and asks for a new drawing; the server's answer comes back through the connection.
 */
import {post} from "../kit/http.js";
import {canShare, copy, share} from "../kit/share.js";
import {toggle} from "./selection.js";
import {resultText} from "./words.js";
import {bestSentences} from "./views/history.js";

const COPYING_FAILED = "Copying is not allowed here";

/** The functions that views call, as one object. `store` keeps what this person wants of every room. */
export function makeActions({state, connection, draw, links, guests, shelf, panels, toasts, confirmation, history, store}) {
  const {ui} = state;
  const set = (change) => {
    Object.assign(ui, change);
    draw();
  };
  const copyAndSay = async (text, done) => toasts.say((await copy(text)) ? done : COPYING_FAILED);
  const openers = {
    decks: () => shelf.open(state.docs.table), history: () => history.load(), invite: () => guests.load(),
  };
  const act = {
    move: (name, args) => {
      const id = connection.move(name, args);
      draw();
      return id;
    },
    signal: (name) => connection.signal(name),
    reconnect: () => connection.wake(),
    reload: () => location.reload(),
    choose: (card) => set({chosen: toggle(ui.chosen, card, state.docs.table.black_card.pick)}),
    play: () => act.move("play_cards", {cards: ui.chosen}),
    pick: (play) => set({pick: ui.pick === play ? null : play}),
    look: (play) => set({look: play}),
    open(panel) {
      confirmation.forget();
      if (panel in openers) openers[panel]();
      panels.open(panel);
    },
    close: () => panels.close(),
    aboutCard(cards) {
      set({card: {cards, index: 0, game: state.docs.table.game}});
      act.open("card");
    },
    meanCard(index) {
      confirmation.forget();
      set({card: {...ui.card, index}});
    },
    dropCard() {
      act.move("drop_card", ui.card.cards[ui.card.index].at);
      panels.close();
    },
    async reportCard(reason) {
      const {cards, index, game} = ui.card;
      panels.close();
      const {ok, data} = await post(links.report, {game, reason, ...cards[index].at});
      toasts.say(data.message, {kind: ok ? "" : "bad"});
    },
    loadHistory: () => history.load(),
    leave() {
      state.leaving = act.move("leave");
    },
    setShortcuts(on) {
      state.shortcuts = on;
      store.set("shortcuts", on);
      draw();
    },
    copyLink: () => copyAndSay(links.join, "Link copied"),
    copySeat: () => copyAndSay(links.seat, "Your personal link is copied: keep it to yourself"),
    async shareLink() {
      const how = await share({title: "Cards Against Django", text: `Come and play! Room ${state.docs.table.code}`, url: links.join});
      if (how === "copied" || !canShare()) toasts.say(how ? "Link copied: send it to somebody" : COPYING_FAILED);
    },
    async shareResult() {
      const {table} = state.docs;
      const how = await share({text: resultText(table, bestSentences(history.shown, table.game))});
      if (how === "copied") toasts.say("The result is copied");
    },
  };
  return act;
}
