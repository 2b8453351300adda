/** What people who listen are told when the documents change, from the log. Pure: documents + log -> texts. */
import {sentence} from "../kit/text.js";
import {plays} from "./roles.js";
import {statusLine} from "./words.js";

/** @param {Wire.Table} table */
function verdict(table) {
  const won = table.winner && table.plays && table.plays[table.winner.play];
  return won && won.cards && table.black_card ? `: ${sentence(table.black_card, won.cards)}` : "";
}

/**
 * "Answer 2 of 4: In the beginning there was a duck."
 * @param {Wire.Table} table
 * @param {string} [number]
 */
function revealed(table, number) {
  const all = plays(table);
  const place = all.findIndex(([other]) => other === number);
  const cards = place >= 0 && all[place][1].cards;
  return cards && table.black_card ? `Answer ${place + 1} of ${all.length}: ${sentence(table.black_card, cards)}` : "";
}

/** @type {(table: Wire.Table, seat: ?Wire.Seat) => string} */
function phaseText(table, seat) {
  const line = statusLine(table, seat);
  if (table.phase === "round_over") return line + verdict(table);
  if (table.phase === "playing" && table.black_card) return `${line} ${sentence(table.black_card)}`;
  return line;
}

/**
 * The texts to say, in order. `old` is the table before, null for none; `seat` the person's own document or null.
 * @param {?Wire.Table} old
 * @param {Wire.Table} table
 * @param {?Wire.Seat} seat
 * @param {Wire.LogEntry[]} log
 */
export function narrate(old, table, seat, log) {
  const begins = !old || old.phase !== table.phase || old.round !== table.round || old.game !== table.game;
  const turned = log.filter((entry) => entry.type === "revealed").map((entry) => revealed(table, entry.play));
  return [...turned, begins ? phaseText(table, seat) : ""].filter(Boolean);
}
