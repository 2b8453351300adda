/** What the page says about who decides, and of the verdict. Pure: from documents to text. */
import {listed} from "../../kit/words.js";
import {bestOf, decidingMove, isRanked, isVote, placesToGive} from "../rounds/deciding.js";
import {nameOf} from "../roles.js";
import {gettext, ngettext, pgettext} from "../../kit/i18n.js";

const MOST_NAMES = 4;
export const NUMBERS = ["", "one", "two", "three"];

/** @param {number} count */
const waitingForMany = (count) => ngettext("Waiting for %(count)s player", "Waiting for %(count)s players", count);

/**
 * "Waiting for Ann and you"; of a crowd only the number is known.
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function waiting(table, me) {
  if (table.crowd) return table.crowd.waiting ? waitingForMany(table.crowd.waiting) : "";
  const names = table.waiting_for.map((number) => (number === me ? pgettext("waiting for", "you") : nameOf(table, number)));
  if (names.length === 0) return "";
  if (names.length > MOST_NAMES) return waitingForMany(names.length);
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
  if (!isVote(table)) return table.judge === me ? chooseLine(table, seat) : isRanked(table) ? gettext("%(name)s is choosing the top three", {name: nameOf(table, table.judge)}) : gettext("%(name)s is choosing the winner", {name: nameOf(table, table.judge)});
  if (seat?.vote) return waiting(table, me) || gettext("All votes are in");
  if (table.former_judge) {
    const who = decidingMove(seat) && table.former_judge.player !== me ? gettext("you decide") : gettext("everybody votes");
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
  if (best.length > 1) return points === 1 ? gettext("%(names)s share it", {names: sharing(table, best, me)})
    : ngettext("%(names)s share it, %(count)s point each", "%(names)s share it, %(count)s points each", points, {names: sharing(table, best, me)});
  const name = nameOf(table, player);
  if (points === 1) return player === me ? gettext("You win the round!") : gettext("%(name)s wins the round", {name});
  return player === me ? ngettext("You win the round: %(count)s point!", "You win the round: %(count)s points!", points)
    : ngettext("%(name)s wins the round: %(count)s point", "%(name)s wins the round: %(count)s points", points, {name});
}

/** @type {(table: Wire.Table, best: Wire.Verdict[], me?: string) => string} */
function sharing(table, best, me) {
  const mine = best.some(({player}) => player === me);
  if (best.length > MOST_NAMES) return mine ? ngettext("You and %(count)s other", "You and %(count)s others", best.length - 1) : ngettext("%(count)s player", "%(count)s players", best.length);
  const others = best.filter(({player}) => player !== me).map(({player}) => nameOf(table, player));
  return listed(mine ? [gettext("You"), ...others] : others);
}

/**
 * "3 votes"; where three are ranked, a vote is worth 3, 2 or 1. "" where nobody has voted.
 * @type {(table: Wire.Table, votes: number | undefined) => string}
 */
export function votesLine(table, votes) {
  if (votes === undefined) return "";
  return isRanked(table) ? ngettext("%(count)s vote point", "%(count)s vote points", votes) : ngettext("%(count)s vote", "%(count)s votes", votes);
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
      : vote ? gettext("One point for the winner, ties share it; then a new round.") : gettext("One point for the winner, a new judge; then a new round."),
  ];
}
