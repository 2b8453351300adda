/** What the page says to whoever waits, and to whoever comes back or comes late. Pure: from documents to text. */
import {listed} from "../../kit/words.js";
import {can, isRunning, nameOf, ranking, role} from "../roles.js";
import {isVote} from "../rounds/deciding.js";
import {gettext, ngettext, pgettext} from "../../kit/i18n.js";

const MOST_LEADERS = 2;

/**
 * "Bo leads with 3", "you and Bo lead with 3"; "" before anybody has a point.
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function whoLeads(table, me) {
  const order = ranking(table);
  const best = order[0]?.[1].score || 0;
  const leaders = order.filter(([, player]) => player.score === best).map(([number]) => number);
  if (best <= 0 || table.crowd && leaders.length > 1) return "";
  if (leaders.length > MOST_LEADERS) return ngettext("%(count)s player leads with %(points)s", "%(count)s players lead with %(points)s", leaders.length, {points: best});
  const names = leaders.sort((a, b) => Number(b === me) - Number(a === me)).map((number) => (number === me ? pgettext("leads", "you") : nameOf(table, number)));
  if (names.length > 1) return gettext("%(names)s lead with %(points)s", {names: listed(names), points: best});
  return leaders[0] === me ? gettext("you lead with %(points)s", {points: best}) : gettext("%(name)s leads with %(points)s", {name: names[0], points: best});
}

/**
 * gettext("you play now"), gettext("you judge"), gettext("you play next round"); "" for whoever watches, is away, or has nothing to do just now.
 * @type {(table: Wire.Table, seat: ?Wire.Seat) => string}
 */
function whatIDo(table, seat) {
  const is = role(table, seat);
  if (is === "judge") return gettext("you judge");
  if (is === "late") return gettext("you play next round");
  if (is !== "player") return "";
  if (can(seat, "play_cards")) return gettext("you play now");
  if (can(seat, "vote")) return gettext("you vote now");
  return (table.phase === "revealing" || table.phase === "judging") && !seat?.mine ? gettext("you play next round") : "";
}

/**
 * How the line begins; "" where nothing was missed.
 * @type {(table: Wire.Table, seat: ?Wire.Seat, missed: Room.Missed) => string}
 */
function whatHappened(table, seat, {first, before, rounds}) {
  const {game = 0, round = 0} = table;
  if (first) {
    if (!rounds) return "";
    return role(table, seat) === "late" ? gettext("You join in round %(round)s", {round}) : gettext("This is round %(round)s", {round});
  }
  const many = rounds ? ngettext("you missed %(count)s round", "you missed %(count)s rounds", rounds) : "";
  if (before === game) return many && `Y${many.slice(1)}`;
  return [before ? gettext("A new game has begun") : gettext("The game has begun"), many].filter(Boolean).join(", ");
}

/**
 * "You missed 2 rounds; Bo leads with 3; you play next round". "" where nothing was missed, or the page shows it all.
 * @type {(table: Wire.Table, seat: ?Wire.Seat, missed: Room.Missed) => string}
 */
export function caughtUp(table, seat, missed) {
  const begin = isRunning(table) && whatHappened(table, seat, missed);
  return begin ? [begin, whoLeads(table, seat?.player), whatIDo(table, seat)].filter(Boolean).join("; ") : "";
}

/** @type {Record<"judge" | "player" | "voter" | "late" | "spectator", string[]>} */
const TIPS = {
  judge: [
    gettext("You judge: nobody knows whose card is whose, not even you."),
    gettext("You judge: pick what makes you laugh, not what is true."),
    gettext("You judge: read the sentences aloud, slowly. It helps every one of them."),
    gettext("You judge: somebody dawdles? A nudge is a kind word."),
  ],
  player: [
    gettext("Play for the judge: what makes this one laugh?"),
    gettext("Short cards often hit hardest."),
    gettext("Nobody knows which card is yours until the verdict."),
    gettext("Keep a good card for the question that deserves it."),
  ],
  voter: [
    gettext("Everybody votes in a moment, but not for their own."),
    gettext("Short cards often hit hardest."),
    gettext("Nobody knows which card is yours until the votes are in."),
  ],
  late: [
    gettext("You get a full hand with the next round. Look around until then."),
    gettext("The faces below are for you, too: let them know what you think."),
    gettext("Who sits in late has lost nothing: everybody can catch up."),
  ],
  spectator: [
    gettext("Whoever watches may laugh as loud as the others: the faces below are yours."),
    gettext("You see every answer at the moment in which it is turned."),
    gettext("Nobody knows whose card is whose. You may guess, too."),
  ],
};

/**
 * Tips for what this person does in a round.
 * @type {(table: Wire.Table, seat: ?Wire.Seat) => string[]}
 */
export function tips(table, seat) {
  const is = role(table, seat);
  if (is === "judge" || is === "late") return TIPS[is];
  if (is !== "player") return TIPS.spectator;
  return isVote(table) ? TIPS.voter : TIPS.player;
}
