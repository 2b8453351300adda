/**
 * Everything a view may read, gathered from the documents, the local choices and the clock.
 * Pure: a fresh object for every drawing.
 */
import {can, plays, role} from "./roles.js";
import {myTurn, statusLine} from "./words.js";

/** The play whose answers stand in the black card's blanks: the judge's pick, a look, or the last turned. */
function focusOf({ui, lastTurned}, table, seat) {
  const open = new Set(plays(table).filter(([, play]) => play.cards).map(([number]) => number));
  const judges = can(seat, "pick_winner");
  const wanted = judges ? [ui.pick] : [ui.look];
  return [...wanted, lastTurned].find((number) => open.has(number));
}

export function model(state, {connection, act, links, guests, shelf, now, wide, lost, offline, offersNudge}) {
  const {docs: {table, seat}, ui, history} = state;
  const me = seat ? seat.player : undefined;
  const known = table !== null;
  const playsNow = known && table.phase === "playing" && role(table, seat) === "player" && can(seat, "play_cards");
  return {
    table, seat, me, ui, history, act, links, guests, shelf, now, wide, lost, offline, offersNudge,
    connection: connection.status,
    connected: connection.status === "open",
    sending: (move) => connection.outgoing.has(move),
    isHost: known && Boolean(me) && table.host === me,
    status: known ? statusLine(table, seat) : "",
    mine: myTurn(table, seat),
    chooses: playsNow && !(seat.play && seat.play.length),
    focus: known ? focusOf(state, table, seat) : undefined,
    calledBack: Boolean(state.calledUntil && state.calledUntil > now),
  };
}
