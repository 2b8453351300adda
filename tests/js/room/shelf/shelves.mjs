/** Decks, and an open shelf with all that it asked and sent. */
import {Shelf} from "../../../../static/js/room/shelf/shelf.js";
import {Store} from "../../../../static/js/kit/storage.js";
import {FakeStorage} from "../../fakes.mjs";

export const deck = (id, more = {}) => ({id, name: `Deck ${id}`, rating: "family", language: "en", description: "", tags: [], black: 9, white: 90, ...more});
export const TEA = deck(1, {name: "Tea", tags: ["kitchen"]});
export const GIN = deck(2, {name: "Gin", rating: "adult", language: "de"});
export const OWN = deck(3, {name: "Own", favourite: true, code: "CDFGHJKM", rating: "teen"});

/** An open shelf at a table with `chosen` decks, and all that it asked and sent. */
export async function aShelf({decks = [TEA, GIN, OWN], chosen = [TEA], more = false, storage = new FakeStorage(), reply = {}, twins = [], runs = false} = {}) {
  const asked = [];
  const moves = [];
  const posted = [];
  const shelf = new Shelf({
    links: {decks: "/decks.json", deck_of_code: "/code/", doubles: "/doubles.json"}, changed() {}, store: new Store(() => storage),
    choose: (args) => `m${moves.push(args)}`,
    get: async (url) => {
      asked.push(url);
      if (url === "/doubles.json" && !twins.length) throw new Error("500");
      return url === "/doubles.json" ? twins.shift() : {decks: url.includes("?q=") ? [deck(9, {name: "Ninth"})] : decks, more};
    },
    send: async (url, body) => {
      posted.push(String(body));
      return reply;
    },
  });
  await shelf.open({decks: chosen}, runs);
  return {shelf, asked, moves, posted, storage};
}
export const ids = (decks) => decks.map(({id}) => id);
