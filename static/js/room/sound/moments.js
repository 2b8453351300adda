/** Which sounds go with a change of the documents. Pure: old documents, new ones and the log -> names of notes.js, in order. */
import {isRunning} from "../roles.js";
import {myTurn} from "../texts/words.js";

/** @typedef {{table: ?Wire.Table, seat: ?Wire.Seat}} Documents */

/** How many answers have come in. @param {Wire.Table} table */
const answered = (table) => (table.crowd ? table.crowd.answered : Object.values(table.players).filter((player) => player.played).length);

/** @type {(old: Wire.Table, table: Wire.Table) => boolean} */
const isSamePhase = (old, table) => old.phase === table.phase && old.round === table.round && old.game === table.game;

/** @type {(table: Wire.Table) => boolean} */
const isWon = (table) => Boolean(table.phase === "round_over" ? table.verdict?.length : table.phase === "game_over" && table.winners?.length);

/**
 * What everybody hears.
 * @type {(old: Wire.Table, table: Wire.Table, log: Wire.LogEntry[]) => import("./notes.js").SoundName[]}
 */
function ofTheTable(old, table, log) {
  if (!isSamePhase(old, table)) {
    if (isWon(table)) return ["roll", "fanfare"];
    if (table.phase === "playing" || (table.phase === "choosing" && !isRunning(old))) return ["deal"];
  }
  if (log.some(({type}) => type === "revealed")) return ["flip"];
  const lands = table.phase === "playing" && isSamePhase(old, table) && answered(table) > answered(old);
  return lands || log.some(({type}) => type === "joined") ? ["land"] : [];
}

/**
 * @type {(old: Documents, docs: Documents, log: Wire.LogEntry[]) => import("./notes.js").SoundName[]}
 */
export function soundsFor(old, {table, seat}, log) {
  if (!old.table || !table) return [];
  const called = myTurn(table, seat) && !(myTurn(old.table, old.seat) && isSamePhase(old.table, table));
  return [...(old.table === table ? [] : ofTheTable(old.table, table, log)), ...(called ? [/** @type {const} */ ("turn")] : [])];
}

/**
 * When the last seconds of a phase tick, ms from `now`; [] without a timer.
 * @type {(table: Wire.Table, now: number) => number[]}
 */
export function ticksOf({deadline, phase}, now) {
  if (!deadline || phase === "round_over") return [];
  return [5, 4, 3, 2, 1].map((left) => deadline - left * 1000 - now).filter((ms) => ms > 0);
}
