/** What won in past games, for the screen of a lobby. Pure. */
import {bestRounds} from "../views/panels/history.js";

const MOST = 12;

/**
 * The answers that won in this room, the best liked first, of equals the newest: [{black, pick, name, cards}].
 * @param {Room.History} history
 */
export const bestOfPast = (history) => bestRounds(history).slice(0, MOST);
