/**
 * What is happening, in short warm words: the status line, the log and the errors.
 * Pure: from documents to text.
 */
import {changedInWords} from "./presets.js";
import {isVote} from "../rounds/deciding.js";
import {decidingLine, tableDecides, verdictLine, waiting, whoDecides} from "./deciding_words.js";
import {can, isRunning, nameOf, pickOf, role, startNeeds, whoStarts} from "../roles.js";
import {listed} from "../../kit/words.js";
import {gettext, ngettext, pgettext} from "../../kit/i18n.js";

/** @type {Record<string, string>} */
const VOID = {
  judge_gone: gettext("The judge had to go. Nobody scores, new round."),
  judge_slept: gettext("The judge fell asleep over the cards. Nobody scores, new round."),
  no_plays: gettext("Nobody played a card. Let us say it was a hard one."),
  no_votes: gettext("Nobody voted. They were all too good to choose from."),
  stopped: gettext("The host stopped this round."),
};

/** @type {Record<Wire.Phase, (table: Wire.Table, me: string | undefined, seat: ?Wire.Seat) => string>} */
const PHASES = {
  lobby(table, me) {
    if (!table.host || table.host !== me) return whoStarts(table);
    return startNeeds(table) || gettext("Everybody here? Start when you like.");
  },
  choosing(table, me) {
    return table.judge === me ? gettext("You judge: choose the question") : gettext("%(name)s is choosing the question", {name: nameOf(table, table.judge)});
  },
  playing(table, me, seat) {
    const judge = whoDecides(table);
    switch (role(table, seat)) {
      case "judge": return gettext("You judge this round. %(waiting)s", {waiting: waiting(table, me)});
      case "late": return isVote(table) ? gettext("You are in from the next round, and vote in this one. %(waiting)s", {waiting: waiting(table, me)}) : gettext("You are in from the next round. %(waiting)s", {waiting: waiting(table, me)});
      case "player":
        if (can(seat, "take_back") || (me && table.players[me].played)) return `${waiting(table, me) || gettext("All cards are in")}`;
        return `${judge} ${ngettext("Choose %(count)s card.", "Choose %(count)s cards.", pickOf(table))}`;
      default: return `${judge} ${waiting(table, me)}`;
    }
  },
  revealing(table, me) {
    return table.judge === me ? gettext("You judge: turn the cards") : gettext("%(name)s turns the cards", {name: nameOf(table, table.judge)});
  },
  judging: decidingLine,
  round_over(table, me) {
    if (table.paused) return gettext("A little break: the game goes on when three players are here");
    if (table.void) return VOID[table.void] || VOID.stopped;
    return verdictLine(table, me) || gettext("The round is over");
  },
  game_over(table, me) {
    const winners = table.winners || [];
    if (winners.length === 0) return gettext("The game is over, and nobody scored");
    const names = winners.map((number) => (number === me ? pgettext("shares the win", "you") : nameOf(table, number)));
    if (winners.length === 1) return winners[0] === me ? gettext("You win the game!") : gettext("%(name)s wins the game", {name: names[0]});
    const text = gettext("%(names)s share the win", {names: listed(names)});
    return text[0].toUpperCase() + text.slice(1);
  },
};

/** @type {Record<Wire.Phase, (table: Wire.Table) => string>} */
const TITLES = {
  lobby: () => gettext("before the game"), choosing: ({round}) => gettext("round %(round)s, the question", {round}), playing: ({round}) => gettext("round %(round)s, answering", {round}), revealing: ({round}) => gettext("round %(round)s, the answers", {round}),
  judging: ({round}) => gettext("round %(round)s, choosing the winner", {round}), round_over: ({round}) => gettext("round %(round)s, the verdict", {round}), game_over: () => gettext("the game is over"),
};

/**
 * What a phase is called: "Room KX7PQ: round 3, the answers"
 * @param {Wire.Table} table
 */
export function phaseTitle(table) {
  return gettext("Room %(code)s: %(phase)s", {code: table.code, phase: TITLES[table.phase](table)});
}

/**
 * The one line that says what is happening.
 * @param {Wire.Table} table
 * @param {?Wire.Seat} seat
 */
export function statusLine(table, seat) {
  const me = seat ? seat.player : undefined;
  return PHASES[table.phase](table, me, seat).trim();
}

/**
 * What makes the last round of a game another one than those before; "" in all others.
 * @param {Wire.Table} table
 */
export function lastRound({finale}) {
  if (finale === "haiku") return gettext("Last round: a haiku, double points");
  return finale ? gettext("Last round: double points") : "";
}

/** @type {(entry: Wire.LogEntry, table: Wire.Table, me?: string) => string} */
function dropped(entry, table, me) {
  if (!entry.player) return gettext("A card was taken out of the game");
  const mine = entry.player === me;
  const name = nameOf(table, entry.player);
  if (entry.kind === "black" && table.phase === "playing") return mine ? gettext("You put the black card aside: here is another") : gettext("%(name)s put the black card aside: here is another", {name});
  return mine ? gettext("You put a card aside: it stays away from this table") : gettext("%(name)s put a card aside: it stays away from this table", {name});
}

/**
 * Points beside those of the verdict; those that a person has paid knowingly are no news to them.
 * @type {(entry: Wire.LogEntry, name: string, mine: boolean) => string}
 */
function points({why}, name, mine) {
  if (why === "favourite") return mine ? gettext("The crowd likes you best: a point more") : gettext("The crowd likes %(name)s best: a point more", {name});
  if (why === "wager") return mine ? gettext("Neither of your two answers wins: a point goes") : gettext("%(name)s bet a point on two answers, and it is gone", {name});
  return "";
}

/**
 * "Ann changed: Points to win 10"; in a lobby everybody sees the rules themselves.
 * @type {(entry: Wire.LogEntry, table: Wire.Table, rules: Rules.Described, me?: string) => string}
 */
function changedRules(entry, table, rules, me) {
  const what = changedInWords(rules, table.settings, entry.changed || []);
  return what && isRunning(table) ? (entry.player === me ? gettext("You changed: %(rules)s", {rules: what}) : gettext("%(name)s changed: %(rules)s", {name: nameOf(table, entry.player), rules: what})) : "";
}

/** @type {(entry: Wire.LogEntry, table: Wire.Table) => string} */
function newDecks({decks = []}, table) {
  const names = table.decks.filter((deck) => decks.includes(deck.id)).map((deck) => deck.name);
  return names.length > 3 ? ngettext("%(count)s deck", "%(count)s decks", names.length) : listed(names);
}

/**
 * A short word for a log entry worth telling, else "".
 * @param {Wire.LogEntry} entry
 * @param {Wire.Table} table
 * @param {string | undefined} me
 * @param {Rules.Described} rules
 * @param {?Wire.Table} [old]  the table before
 */
export function told(entry, table, me, rules, old = null) {
  const name = nameOf(table, entry.player);
  const mine = entry.player === me;
  switch (entry.type) {
    case "joined": return mine || table.phase === "lobby" ? "" : gettext("%(name)s sits down", {name});
    case "bot_added": return table.phase === "lobby" ? "" : gettext("%(name)s, a bot, rolls in", {name});
    case "bot_removed": return table.phase === "lobby" ? "" : gettext("%(name)s, a bot, goes home", {name: entry.name});
    case "left": return mine ? "" : gettext("%(name)s has left. The seat stays warm.", {name});
    case "watches": return mine ? "" : gettext("%(name)s watches for a while", {name});
    case "kicked": return gettext("%(name)s was asked to leave", {name: entry.name || name});
    case "away": case "skipped": return mine ? "" : gettext("%(name)s is away: we go on without", {name});
    case "renamed": return mine ? gettext("You are %(name)s now", {name}) : gettext("%(before)s is %(name)s now", {before: old ? nameOf(old, entry.player) : gettext("Somebody"), name});
    case "cohost": return mine ? gettext("You are a co-host now") : gettext("%(name)s is a co-host now", {name});
    case "cohost_dropped": return mine ? gettext("You are no co-host any more") : "";
    case "host_vote": return gettext("Some would like %(name)s as the host", {name});
    case "played_for": return mine ? gettext("The host has played for you") : gettext("%(name)s gets cards played by chance", {name});
    case "bot_takes": return mine ? "" : gettext("A bot plays for %(name)s until they are back", {name});
    case "judge_replaced": return mine ? gettext("You judge this round now") : gettext("%(name)s judges this round now", {name});
    case "host": return mine ? gettext("You are the host now") : gettext("%(name)s is the host now", {name});
    case "nudged": return mine ? "" : gettext("Nudged %(name)s", {name});
    case "discarded": return mine ? "" : gettext("%(name)s puts away \u201C%(text)s\u201D", {name, text: entry.text});
    case "swapped": return mine ? "" : gettext("%(name)s takes a new hand", {name});
    case "points": return points(entry, name, mine);
    case "settings": return changedRules(entry, table, rules, me);
    case "decks_added": return mine ? gettext("You add %(decks)s", {decks: newDecks(entry, table)}) : gettext("%(name)s adds %(decks)s", {name, decks: newDecks(entry, table)});
    case "clock_started": return gettext("The clock runs again");
    case "time_added": return mine ? gettext("You give everybody %(seconds)s seconds more", {seconds: entry.seconds ?? 0}) : gettext("%(name)s gives everybody %(seconds)s seconds more", {name, seconds: entry.seconds ?? 0});
    case "table_decides": return tableDecides(table);
    case "written": return mine ? "" : gettext("%(name)s wrote this question", {name});
    case "dropped": return dropped(entry, table, me);
    case "reshuffled": return gettext("The white cards ran out: shuffled and dealt on");
    case "paused": return gettext("A little break: three players are needed");
    case "resumed": return gettext("On we go");
    default: return "";
  }
}

/** @type {(table: Wire.Table, ask: Wire.Ask) => string} */
export const askInWords = (table, {player, name}) => (name ? gettext("%(name)s asks for a seat: let them in?", {name}) : gettext("%(name)s wants their seat back: let them?", {name: nameOf(table, player)}));

export const TOO_LATE = gettext("Too late this time, your hand is kept");

/** @type {Record<string, string>} */
const ERRORS = {
  nothing_due: "", nudged_already: gettext("Somebody was nudged a moment ago"), not_now: gettext("Too late: the table has moved on"),
  already_revealed: "", too_late: TOO_LATE, not_waiting_for_you: gettext("You are in from the next round"),
  too_fast: gettext("That was fast. Try again in a moment."), too_big: gettext("That was too much at once"),
  access_changed: "", slow_down: "",
  server_error: gettext("That was our mistake, nothing was changed. Please try again."),
};

/**
 * What to say about a refusal; "" for one nobody needs to know.
 * @param {Wire.Refusal} error
 */
export function refusal(error) {
  return error.code in ERRORS ? ERRORS[error.code] : error.message || gettext("That did not work. Please try again.");
}

/**
 * For the tab's title and the phone's buzz: is it this person's turn?
 * @param {?Wire.Table} table
 * @param {?Wire.Seat} seat
 */
export function myTurn(table, seat) {
  return Boolean(table && seat && table.waiting_for.includes(seat.player) && table.phase !== "lobby");
}

/**
 * The result as text to share.
 * @param {Wire.Table} table
 * @param {string[]} rounds
 */
export function resultText(table, rounds) {
  const scores = Object.values(table.players).filter((player) => player.score > 0)
    .sort((a, b) => b.score - a.score).map((player) => `${player.name} ${player.score}`);
  const best = rounds.slice(0, 3).map((round) => `"${round}"`);
  return [`${statusLine(table, null)}.`, scores.join(", "), ...best].filter(Boolean).join("\n");
}
