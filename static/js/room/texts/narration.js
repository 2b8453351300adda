/** What people who listen are told when the documents change, from the log. Pure: documents + log -> texts. */
import {sentence} from "../../kit/text.js";
import {bestOf, placeOf} from "../rounds/deciding.js";
import {cardsOf, nameOf, plays} from "../roles.js";
import {lastRound, statusLine} from "./words.js";
import {gettext} from "../../kit/i18n.js";

const PLACES = ["", "", gettext("Second"), gettext("Third")];

/**
 * The winning sentences, and who is second and third.
 * @param {Wire.Table} table
 */
function verdict(table) {
  const black = table.black_card;
  const best = bestOf(table).map(({play}) => cardsOf(table, play)).filter((cards) => black && cards.length);
  const said = best.map((cards) => sentence(/** @type {Wire.BlackCard} */ (black), cards));
  const placed = (table.verdict || []).filter(({play}) => placeOf(table, play) > 1)
    .map(({player, play}) => `${PLACES[placeOf(table, play)]}: ${nameOf(table, player)}.`);
  return [said.length ? `: ${said.join(" And: ")}` : "", ...placed].join(" ").trimEnd();
}

/**
 * "Answer 2 of 4: In the beginning there was a duck."
 * @param {Wire.Table} table
 * @param {string} [number]
 */
export function answerInWords(table, number) {
  const all = plays(table);
  const place = all.findIndex(([other]) => other === number);
  const cards = place >= 0 && all[place][1].cards;
  return cards && table.black_card ? gettext("Answer %(place)s of %(count)s: %(sentence)s", {place: place + 1, count: all.length, sentence: sentence(table.black_card, cards)}) : "";
}

/** @type {(table: Wire.Table, seat: ?Wire.Seat) => string} */
function phaseText(table, seat) {
  const finale = table.phase === "playing" || table.phase === "choosing" ? lastRound(table) : "";
  const line = (finale && `${finale}. `) + statusLine(table, seat);
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
  const othersDecide = table.phase === "judging" && log.some((entry) => entry.type === "table_decides");
  const begins = othersDecide || !old || old.phase !== table.phase || old.round !== table.round || old.game !== table.game;
  const turned = log.filter((entry) => entry.type === "revealed").map((entry) => answerInWords(table, entry.play));
  return [...turned, begins ? phaseText(table, seat) : ""].filter(Boolean);
}
