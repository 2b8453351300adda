/**
 * What follows on this page when the documents have changed: choices that mean nothing any more are forgotten.
 * Changes the state it is given; asks and sends nothing.
 */
import {can, role} from "./roles.js";
import {keep, needed, playable} from "./rounds/selection.js";

const CALLED_MS = 8000;

/**
 * The black card was put aside, and another one lies there in the same round.
 * @param {Wire.Table} old
 * @param {Wire.Table} table
 */
function isReplaced(old, table) {
  return old.black_card !== undefined && table.black_card !== undefined && old.black_card.text !== table.black_card.text;
}

/** @type {(old: ?Wire.Table, table: Wire.Table) => boolean} */
function isNewRound(old, table) {
  return !old || old.round !== table.round || old.game !== table.game || isReplaced(old, table);
}

/** @type {(state: import("./state.js").RoomState, log: Wire.LogEntry[]) => void} */
function addPoints(state, log) {
  for (const {type, player, points} of log) {
    if (type === "points" && player && points) state.beside = {...state.beside, [player]: (state.beside[player] || 0) + points};
  }
}

/**
 * Have the answers of this round ended while this person had chosen some and not played them? `state` has not followed yet.
 * @type {(state: import("./state.js").RoomState, old: ?Wire.Table, log: Wire.LogEntry[]) => boolean}
 */
export function wasLate({docs: {table, seat}, ui}, old, log) {
  if (!table || !seat || !old || !ui.chosen.length) return false;
  const ended = old.phase === "playing" && table.phase !== "playing" && table.game === old.game && table.round === old.round;
  const played = old.players[seat.player].played || seat.mine || log.some((entry) => entry.type === "played" && entry.player === seat.player);
  return ended && !played && role(old, seat) === "player" && table.void !== "stopped";
}

/**
 * Bring `state` (RoomState, with the new documents) up to date. `old` is the table before, null for none, `log` the entries
 * that came along. Returns {phase: whether another phase began, nudged: whether the others wait for this person}.
 * @param {import("./state.js").RoomState} state
 * @param {?Wire.Table} old
 * @param {Wire.LogEntry[]} log
 * @param {number} now
 */
export function follow(state, old, log, now) {
  const {docs: {table, seat}, ui} = state;
  if (!table) return {phase: false, nudged: false};
  const phase = !old || old.phase !== table.phase;
  if (isNewRound(old, table)) Object.assign(ui, {chosen: [], picks: [], aside: [], look: null, question: null, draft: "", tool: "", away: null});
  if (phase) Object.assign(state, {lastTurned: undefined, beside: {}});
  if (phase || old?.decided_by !== table.decided_by) Object.assign(ui, {look: null, picks: [], question: null});
  if (ui.tool && !can(seat, ui.tool)) Object.assign(ui, {tool: "", away: null});
  if (seat && table.black_card) ui.chosen = keep(ui.chosen, playable({...seat, hand: seat.hand || []}), needed(ui, table));
  if (ui.picks.some((play) => !(table.plays || {})[play]) || ui.picks.join() === seat?.vote?.join()) ui.picks = [];
  if (typeof ui.question === "number" && !seat?.choices?.[ui.question]) ui.question = null;
  const turned = log.filter((entry) => entry.type === "revealed");
  if (turned.length === 1) { // of several that open together none is the last
    state.lastTurned = turned[0].play;
    ui.look = null;
  }
  addPoints(state, log);
  const nudged = seat !== null && log.some((entry) => entry.type === "nudged" && entry.player === seat.player);
  if (nudged) state.calledUntil = now + CALLED_MS;
  return {phase, nudged};
}
