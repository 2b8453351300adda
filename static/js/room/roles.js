/**
 * Who somebody is at this table, read from the documents.
 * Pure: decides what to show, never what is allowed; that is the server's word.
 */
import {gettext} from "../kit/i18n.js";

/**
 * "spectator", "away", "judge", "late" (in from the next round), "player" or, before a game, "seated".
 * @param {Wire.Table} table
 * @param {?Wire.Seat} seat
 */
export function role(table, seat) {
  const me = seat ? table.players[seat.player] : undefined;
  if (!seat || !me || me.presence === "left") return "spectator";
  if (me.presence === "away" || me.stand_in) return "away";
  if (table.phase === "lobby" || table.phase === "game_over") return "seated";
  if (table.judge === seat.player) return "judge";
  return me.next_round ? "late" : "player";
}

/**
 * Does this player host, alone or beside the host?
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export const hosts = (table, me) => Boolean(me) && (table.host === me || Boolean(table.cohosts?.includes(me || "")));

/**
 * May players want another host now: a vote runs, or the host may be asleep?
 * @param {Wire.Table} table
 */
export function wantsHost({host_vote: vote, host, players, waiting_for: waiting}) {
  const hosting = host ? players[host] : undefined;
  return Boolean(vote) || Boolean(host && (hosting?.presence !== "here" || hosting?.nudged || waiting.includes(host)));
}

/**
 * Does a game run?
 * @param {Wire.Table} table
 */
export const isRunning = ({phase}) => phase !== "lobby" && phase !== "game_over";

/**
 * Does this move make sense now?
 * @param {?Wire.Seat} seat
 * @param {string} move
 */
export function can(seat, move) {
  return Boolean(seat && seat.can && seat.can.includes(move));
}

/**
 * [number, player] of everybody who still belongs to the room, in the order of joining.
 * @param {Wire.Table} table
 */
export function seated(table) {
  return Object.entries(table.players)
    .filter(([, player]) => player.presence !== "left")
    .sort(([a], [b]) => Number(a) - Number(b));
}

/**
 * How many seats people have; a bot takes nobody's.
 * @param {Wire.Table} table
 */
export function peopleSeated(table) {
  return table.crowd ? table.crowd.seats : seated(table).filter(([, player]) => !player.bot).length;
}

/**
 * How many of a crowd the page does not know by name.
 * @param {Wire.Table} table
 */
export function notListed(table) {
  return table.crowd ? Math.max(0, table.crowd.seats - seated(table).length) : 0;
}

/**
 * Those of them who are there now, or lost the connection a moment ago.
 * @param {Wire.Table} table
 */
export function present(table) {
  return seated(table).filter(([, player]) => player.presence !== "away");
}

/**
 * "Ann will start the game", or who is waited for when nobody can.
 * @param {Wire.Table} table
 */
export function whoStarts(table) {
  const host = table.host ? table.players[table.host] : undefined;
  if (!host) return seated(table).length ? gettext("Waiting for the host") : gettext("Waiting for the first player");
  return host.presence === "away" ? gettext("Waiting for %(name)s, the host", {name: host.name}) : gettext("%(name)s will start the game", {name: host.name});
}

/**
 * The same by score, the best first.
 * @param {Wire.Table} table
 */
export function ranking(table) {
  return Object.entries(table.players)
    .filter(([, player]) => player.presence !== "left" || player.score > 0)
    .sort(([a, one], [b, other]) => other.score - one.score || Number(a) - Number(b));
}

/**
 * The name of a player number; a kind word for one nobody knows any more.
 * @param {Wire.Table} table
 * @param {string} [number]
 */
export function nameOf(table, number) {
  return number && table.players[number] ? table.players[number].name : gettext("Somebody");
}

/**
 * The language of the cards on the table, where all chosen decks have the same one; else "".
 * @param {Wire.Table} table
 */
export function languageOf(table) {
  const languages = new Set(table.decks.map((deck) => deck.language || ""));
  return languages.size === 1 ? [...languages][0] : "";
}

/**
 * The plays on the table: [[number, play]], in the shuffled order.
 * @param {Wire.Table} table
 */
export function plays(table) {
  return Object.entries(table.plays || {}).sort(([a], [b]) => Number(a) - Number(b));
}

/**
 * The texts of an open play, in order; [] for one that lies face down or is not there.
 * @param {Wire.Table} table
 * @param {?string} [number]
 */
export function cardsOf(table, number) {
  return (table.plays || {})[number ?? ""]?.cards || [];
}

/**
 * How many cards an answer has in this round.
 * @param {?Wire.Table} table
 */
export function pickOf(table) {
  return table?.black_card?.pick ?? 1;
}

/**
 * May this player give the phase more time?
 * @param {Wire.Table} table
 * @param {string} [me]
 */
export function mayAddTime(table, me) {
  const runs = table.deadline || table.clock_stopped?.left;
  return Boolean(me && runs && (hosts(table, me) || table.judge === me));
}

/**
 * What keeps the host from starting: "" when nothing does.
 * @param {Wire.Table} table
 */
export function startNeeds(table) {
  const [players, here] = table.crowd ? [table.crowd.seats, table.crowd.here] : [seated(table).length, present(table).length];
  if (here < 3) return [gettext("Three more players to start"), gettext("Two more players to start"), gettext("One more player to start")][here];
  if (table.decks.length === 0) return gettext("Choose a deck first");
  if (table.serves !== undefined && table.serves < players) return gettext("Choose more cards first");
  return "";
}

/**
 * The places of a podium, 1 to 3, with the numbers of the players; ties together.
 * @param {Wire.Table} table
 */
export function podium(table) {
  const scorers = ranking(table).filter(([, player]) => player.score > 0);
  /** @type {{place: number, score: number, players: string[]}[]} */
  const places = [];
  scorers.forEach(([number, player], index) => {
    const last = places[places.length - 1];
    if (last && last.score === player.score) last.players.push(number);
    else if (index < 3) places.push({place: index + 1, score: player.score, players: [number]});
  });
  return places;
}
