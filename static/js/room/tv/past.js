/** What won in past games, for the screen of a lobby. Pure. */
import {winningRounds} from "../views/panels/history.js";

const MOST = 12;

/**
 * The last answers that won, newest first: [{black, pick, name, cards}].
 * @param {Room.History} history
 */
export function bestOfPast(history) {
  const games = Array.isArray(history) ? [...new Set(history.map(({game}) => game))] : [];
  return games.flatMap((game) => winningRounds(history, game)).slice(0, MOST);
}
