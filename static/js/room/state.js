/**
 * The state of a room's page, in one place. Whoever changes it asks for a new drawing; views read it through model.js.
 */
import {nothing as noDocs} from "./wire/store.js";

/**
 * @typedef {Object} RoomState
 * @property {import("./wire/store.js").Documents} docs  what the server said (docs/PROTOCOL.md)
 * @property {Choices} ui  what the person has chosen on this page
 * @property {(string|undefined)} lastTurned  the play that was turned last in this phase
 * @property {Record<string, number>} beside  points that players have got in this phase beside the verdict's
 * @property {number} lostSince  when the connection broke (ms by this device), 0 while there is one
 * @property {number} calledUntil  until when "the table is waiting for you" stands there (ms by the server's clock)
 * @property {string} leaving  the id of the move that leaves the room, "" before it
 * @property {string} watching  that of the move that leaves the seat to watch
 * @property {boolean} shortcuts  whether single keys mean something
 *
 * @typedef {Object} Choices
 * @property {number[]} chosen  cards of the hand, in order
 * @property {"" | "discard" | "write_white" | "wager"} tool  what a press on a card of the hand means beside choosing it (views/phases/extras.js)
 * @property {string} text  what is being written on a card
 * @property {?number} away  the card that is about to be put away
 * @property {string[]} picks  the plays that a judge or a voter is about to choose, the best one first
 * @property {string[]} aside  the plays that a judge or a voter has put aside in this round
 * @property {?string} look  the play that somebody looks at
 * @property {?(number | "own")} question  the place of the black card that the judge is about to choose, or the own one
 * @property {string} draft  what the judge writes on a black card
 * @property {?OptionChange} change  of an option, the last one
 * @property {?{cards: import("./rounds/subjects.js").Subject[], index: number, game: (number|undefined)}} card  what the panel about a card is about (subjects.js)
 */

/**
 * What the host has changed last: on its way as the move `id`, or refused because of `why`.
 * @typedef {{name: string, value: Rules.Value, id: string, why: string}} OptionChange
 */

/** @returns {RoomState} */
export function freshState() {
  return {
    docs: noDocs(), ui: {chosen: [], tool: "", text: "", away: null, picks: [], aside: [], look: null, question: null, draft: "", change: null, card: null},
    lastTurned: undefined, beside: {}, lostSince: 0, calledUntil: 0, leaving: "", watching: "", shortcuts: true,
  };
}
