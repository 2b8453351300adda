/** Prepared cards of a deck, for tests. */
import {all, emptyPart} from "../../../static/js/builder/cards.js";

export const white = (id, text = id) => ({id, kind: "white", text});
export const black = (id, text = id) => ({id, kind: "black", text});
export const deckOf = (part, counts = {black: 0, white: part.head.length + part.unseen}) => ({counts, black: emptyPart(), white: part});
export const ids = (cards, kind = "white") => all(cards, kind).map((card) => card.id);
export const three = () => deckOf({head: [white("a"), white("b"), white("c")], unseen: 0, tail: []});
