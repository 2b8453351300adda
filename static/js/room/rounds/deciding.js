/**
 * How a round is decided: by a judge or by everybody's votes, for one answer or for three in order.
 * Pure: reads the documents; what is allowed is the server's word.
 */
import {can, plays} from "../roles.js";

const PLACES = 3;

/**
 * Whether everybody votes in this round; a big crowd does so twice.
 * @param {Wire.Table} table
 */
export const isVote = ({decided_by: by}) => by === "vote" || by === "heats";

/**
 * The move with which this person decides now, or "".
 * @param {?Wire.Seat} seat
 * @returns {"pick_winner" | "vote" | ""}
 */
export function decidingMove(seat) {
  if (can(seat, "pick_winner")) return "pick_winner";
  return can(seat, "vote") ? "vote" : "";
}

/**
 * Whether that play is this person's, as the first answer or the second one.
 * @type {(seat: ?Wire.Seat, number: string) => boolean}
 */
export const isOwn = (seat, number) => seat?.mine === number || seat?.second_mine === number;

/**
 * Whether this person may choose that play: voters may choose any but their own.
 * @type {(seat: ?Wire.Seat, number: string) => boolean}
 */
export function mayChoose(seat, number) {
  const move = decidingMove(seat);
  return move === "pick_winner" || (move === "vote" && !isOwn(seat, number));
}

/**
 * Whether answers are put in order; those of a heat are not.
 * @param {Wire.Table} table
 */
export const isRanked = ({settings, heat}) => Boolean(settings.top_three) && !heat;

/**
 * How many plays this person chooses.
 * @type {(table: Wire.Table, seat: ?Wire.Seat) => number}
 */
export function placesToGive(table, seat) {
  const open = plays(table).filter(([number]) => mayChoose(seat, number)).length;
  return isRanked(table) ? Math.max(1, Math.min(PLACES, open)) : 1;
}

/**
 * The plays that this person has chosen, in order: as they stand on the page, else as the server has them.
 * @type {(picks: string[], seat: ?Wire.Seat) => string[]}
 */
export const marked = (picks, seat) => (picks.length ? picks : (decidingMove(seat) === "vote" && seat?.vote) || []);

/**
 * The play whose answers stand in the black card's blanks: a look, what was chosen last, or the last turned.
 * @type {(state: Pick<import("../state.js").RoomState, "ui" | "lastTurned">, table: Wire.Table, seat: ?Wire.Seat) => string | undefined}
 */
export function focusOf({ui, lastTurned}, table, seat) {
  const open = new Set(plays(table).filter(([, play]) => play.cards).map(([number]) => number));
  const chosen = decidingMove(seat) ? ui.picks[ui.picks.length - 1] || seat?.vote?.[0] : undefined;
  return [ui.look, chosen, lastTurned].find((number) => number && open.has(number)) || undefined;
}

/**
 * Whether what is chosen on the page can be sent: it is complete, and not what the server has already.
 * @type {(table: Wire.Table, seat: ?Wire.Seat, picks: string[]) => boolean}
 */
export function isDecision(table, seat, picks) {
  return decidingMove(seat) !== "" && picks.length === placesToGive(table, seat) && picks.join() !== (seat?.vote || []).join();
}

/**
 * The move and its arguments for these plays.
 * @type {(table: Wire.Table, seat: ?Wire.Seat, picks: string[]) => [string, object]}
 */
export function decision(table, seat, picks) {
  return [decidingMove(seat), isRanked(table) ? {plays: picks} : {play: picks[0]}];
}

/**
 * The best of a verdict: one entry, or those that share it; [] for none.
 * @param {Wire.Table} table
 * @returns {Wire.Verdict[]}
 */
export function bestOf({verdict = []}) {
  return verdict.filter((one) => one.points === verdict[0].points);
}

/**
 * The place of a play in the verdict, from 1; equal points share one. 0 for a play that won nothing.
 * @type {(table: Wire.Table, number: string) => number}
 */
export function placeOf({verdict = []}, number) {
  const own = verdict.find((one) => one.play === number);
  return own ? 1 + verdict.filter((one) => one.points > own.points).length : 0;
}

/**
 * The points that players have just got: by the verdict, and `beside` it.
 * @type {(table: Wire.Table, beside: Record<string, number>) => Record<string, number>}
 */
export function gains({verdict = []}, beside) {
  const sums = {...beside};
  for (const {player, points} of verdict) sums[player] = (sums[player] || 0) + points;
  return sums;
}

/**
 * 2 -> "+2"
 * @param {number} points
 */
export const signed = (points) => (points < 0 ? `\u2212${-points}` : `+${points}`);
