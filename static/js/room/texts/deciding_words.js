/** What the page says about who decides, and of the verdict. Pure: from documents to text. */
import {counted, listed} from "../../kit/words.js";
import {bestOf, decidingMove, isRanked, isVote, placesToGive} from "../rounds/deciding.js";
import {nameOf} from "../roles.js";
import {gettext} from "../../kit/i18n.js";

const MOST_NAMES = 4;
export const NUMBERS = ["", "one", "two", "three"];

/**
 * "Waiting for Ann and you"; of a crowd only the number is known.
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function waiting(table, me) {
  if (table.crowd) return table.crowd.waiting ? `Waiting for ${counted(table.crowd.waiting, "player")}` : "";
  const names = table.waiting_for.map((number) => (number === me ? "you" : nameOf(table, number)));
  if (names.length === 0) return "";
  if (names.length > MOST_NAMES) return `Waiting for ${counted(names.length, "player")}`;
  return gettext("Waiting for %(names)s", {names: listed(names)});
}

/**
 * "Ann is gone", where the table decides instead of her.
 * @type {(table: Wire.Table, former: Wire.FormerJudge, me?: string) => string}
 */
function lost(table, {player, why}, me) {
  if (why === "judge_slept") return player === me ? gettext("Your time is up") : gettext("%(name)s ran out of time", {name: nameOf(table, player)});
  if (why === "judge_replaced") return player === me ? gettext("The host lets the table decide") : gettext("%(name)s does not judge this time", {name: nameOf(table, player)});
  return gettext("%(name)s is gone", {name: nameOf(table, player)});
}

/**
 * "Cleo judges.", "Everybody votes."
 * @param {Wire.Table} table
 */
export function whoDecides(table) {
  if (!isVote(table)) return `${nameOf(table, table.judge)} judges.`;
  return table.former_judge ? gettext("%(lost)s: everybody votes.", {lost: lost(table, table.former_judge)}) : gettext("Everybody votes.");
}

/**
 * The status line while the winner is chosen.
 * @type {(table: Wire.Table, me: string | undefined, seat: ?Wire.Seat) => string}
 */
export function decidingLine(table, me, seat) {
  if (!isVote(table)) return table.judge === me ? chooseLine(table, seat) : `${nameOf(table, table.judge)} is choosing the ${isRanked(table) ? "top three" : "winner"}`;
  if (seat?.vote) return waiting(table, me) || gettext("All votes are in");
  if (table.former_judge) {
    const who = decidingMove(seat) && table.former_judge.player !== me ? "you decide" : "everybody votes";
    return `${lost(table, table.former_judge, me)}: ${who}${table.deadline ? ", 20 seconds" : ""}`;
  }
  if (decidingMove(seat)) return isRanked(table) ? chooseLine(table, seat) : gettext("Vote for the best answer");
  return gettext("Everybody votes. %(waiting)s", {waiting: waiting(table, me)});
}

/** @type {(table: Wire.Table, seat: ?Wire.Seat) => string} */
function chooseLine(table, seat) {
  const places = placesToGive(table, seat);
  return isRanked(table) && places > 1 ? gettext("Choose your best %(places)s, in order", {places: NUMBERS[places]}) : gettext("Choose the winner");
}

/**
 * "Ann wins the round", "You and Bo share it, 2 points each"; "" where nobody won.
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function verdictLine(table, me) {
  const best = bestOf(table);
  if (best.length === 0) return "";
  const [{player, points}] = best;
  if (best.length > 1) return `${sharing(table, best, me)} share it${points === 1 ? "" : `, ${counted(points, "point")} each`}`;
  const worth = points === 1 ? "" : `: ${counted(points, "point")}`;
  return player === me ? gettext("You win the round%(worth)s!", {worth}) : gettext("%(name)s wins the round%(worth)s", {name: nameOf(table, player), worth});
}

/** @type {(table: Wire.Table, best: Wire.Verdict[], me?: string) => string} */
function sharing(table, best, me) {
  const mine = best.some(({player}) => player === me);
  if (best.length > MOST_NAMES) return mine ? gettext("You and %(count)s others", {count: best.length - 1}) : counted(best.length, "player");
  const others = best.filter(({player}) => player !== me).map(({player}) => nameOf(table, player));
  return listed(mine ? [gettext("You"), ...others] : others);
}

/**
 * "3 votes"; where three are ranked, a vote is worth 3, 2 or 1. "" where nobody has voted.
 * @type {(table: Wire.Table, votes: number | undefined) => string}
 */
export function votesLine(table, votes) {
  if (votes === undefined) return "";
  return isRanked(table) ? counted(votes, "vote point") : counted(votes, "vote");
}

/**
 * What is said when the table decides in the middle of a round; once answers lie open the status line says it.
 * @param {Wire.Table} table
 */
export const tableDecides = (table) => (table.phase === "playing" ? whoDecides(table) : "");

/**
 * The rules in three sentences.
 * @param {Wire.Settings} settings
 */
export function howItGoes(settings) {
  const vote = settings.decides === "vote";
  return [
    vote ? gettext("Everybody answers the black card with white cards.") : gettext("Everybody but the judge answers the black card with white cards."),
    vote ? gettext("All answers are turned together, and everybody votes, but not for their own. Nobody knows whose is whose.") : gettext("The judge turns the answers and picks the funniest. Nobody knows whose is whose."),
    settings.top_three ? gettext("Three points for the best answer, two and one for those behind it; then a new round.")
      : `One point for the winner${vote ? ", ties share it" : ", a new judge"}; then a new round.`,
  ];
}
