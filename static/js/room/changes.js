/**
 * What follows on this page when the documents have changed: choices that mean nothing any more are forgotten.
 * Changes the state it is given; asks and sends nothing.
 */
import {can} from "./roles.js";
import {keep, needed, playable} from "./selection.js";

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
  if (isNewRound(old, table)) Object.assign(ui, {chosen: [], pick: null, look: null, tool: "", away: null});
  if (phase) {
    state.lastTurned = undefined;
    Object.assign(ui, {look: null, pick: null});
  }
  if (ui.tool && !can(seat, ui.tool)) Object.assign(ui, {tool: "", away: null});
  if (seat && table.black_card) ui.chosen = keep(ui.chosen, playable({...seat, hand: seat.hand || []}), needed(ui, table));
  if (ui.pick !== null && !(table.plays || {})[ui.pick]) ui.pick = null;
  for (const entry of log) if (entry.type === "revealed") state.lastTurned = entry.play;
  const nudged = seat !== null && log.some((entry) => entry.type === "nudged" && entry.player === seat.player);
  if (nudged) state.calledUntil = now + CALLED_MS;
  return {phase, nudged};
}
