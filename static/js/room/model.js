/**
 * Everything a view may read, gathered from the state of the page and the clock. Pure: a fresh object for every drawing.
 */
import {focusOf, gains, marked} from "./rounds/deciding.js";
import {can, hosts, languageOf, role} from "./roles.js";
import {myTurn, statusLine} from "./texts/words.js";

/** @typedef {{status: string, outgoing: {has: (move: string) => boolean}}} Line  what views may know of the connection */

/**
 * `state` is a RoomState; `parts` has what views call or draw from: connection, act, links, later, panels, toasts,
 * confirmation, history, token, clock (a function: the server's time in ms); `moment` what holds just now: wide, lost,
 * offline, offersNudge, calledBack.
 * @param {import("./state.js").RoomState} state
 * @param {Room.Parts & {connection: Line}} parts
 * @param {Room.Moment} moment
 * @returns {Room.Model | Room.Opening}
 */
export function model(state, parts, moment) {
  const {docs: {table, seat}, ui, shortcuts} = state;
  const {connection, ...rest} = parts;
  const tools = /** @type {import("./later.js").Tools} */ (parts.later.tools || {}); // read by views that come with them
  const me = seat ? seat.player : undefined;
  const known = table !== null;
  const playsNow = known && table.phase === "playing" && role(table, seat) === "player" && can(seat, "play_cards");
  return {
    ...rest, ...moment, ...tools, table, seat, me, ui, shortcuts,
    connection: connection.status,
    connected: connection.status === "open",
    sending: (/** @type {string} */ move) => connection.outgoing.has(move),
    isHost: known && hosts(table, me),
    lang: known ? languageOf(table) : "",
    status: known ? statusLine(table, seat) : "",
    mine: myTurn(table, seat),
    chooses: playsNow && !seat?.play?.length,
    focus: known ? focusOf(state, table, seat) : undefined,
    marked: marked(ui.picks, seat),
    gains: known ? gains(table, state.beside) : {},
  };
}
