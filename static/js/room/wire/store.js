/**
 * The two documents of a room, and how a message from the server changes them.
 * Pure: knows no socket, no clock and no page.
 */

/**
 * `sent` is the table as the server told it; `table` has what only this seat knows of it beside (`withOwn`).
 * @typedef {{version: number, seatVersion: number, sent: ?Wire.Table, table: ?Wire.Table, seat: ?Wire.Seat}} Documents
 */

/**
 * What a client knows before the first welcome.
 * @returns {Documents}
 */
export function nothing() {
  return {version: 0, seatVersion: 0, sent: null, table: null, seat: null};
}

/** @param {unknown} value */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * JSON merge patch, RFC 7396. Returns a new value; parts without a change stay the same objects.
 * @param {any} target  any JSON value, like the patch
 * @param {any} patch
 */
export function mergePatch(target, patch) {
  if (!isObject(patch)) return patch;
  const merged = isObject(target) ? {...target} : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/**
 * The table as this seat sees it: in a crowd, with oneself among the players and those waited for, and with the answers
 * that one reads in a heat among the plays.
 * @param {Wire.Table} table
 * @param {?Wire.Seat} seat
 * @returns {Wire.Table}
 */
export function withOwn(table, seat) {
  if (!seat?.me && !seat?.heat) return table;
  const own = {...table};
  if (seat.me) {
    const {waiting, ...me} = seat.me;
    own.players = {...table.players, [seat.player]: me};
    if (waiting && !table.waiting_for.includes(seat.player)) own.waiting_for = [...table.waiting_for, seat.player];
  }
  if (seat.heat) own.plays = Object.fromEntries(seat.heat.map(({play, cards}) => [play, {cards}]));
  return own;
}

/**
 * Apply one message. Returns {docs, log, gap}: the new documents (the same object when nothing
 * changed), the log entries to tell, and whether a message is missing, so that a sync is needed.
 * @param {Documents} docs
 * @param {Wire.Message} message
 * @returns {{docs: Documents, log: Wire.LogEntry[], gap: boolean}}
 */
export function receive(docs, message) {
  const same = {docs, log: [], gap: false};
  switch (message.type) {
    case "welcome":
      if (message.version < docs.version) return same;
      return {
        docs: {
          version: message.version, seatVersion: message.version,
          sent: message.table, table: withOwn(message.table, message.seat), seat: message.seat,
        },
        log: [], gap: false,
      };
    case "patch": {
      if (!docs.sent || message.version <= docs.version) return same;
      if (message.from !== docs.version) return {...same, gap: true};
      const sent = mergePatch(docs.sent, message.table);
      return {
        docs: {...docs, version: message.version, sent, table: withOwn(sent, docs.seat)},
        log: message.log || [], gap: false,
      };
    }
    case "seat":
      if (!docs.sent || message.version <= docs.seatVersion || message.version < docs.version) return same;
      return {
        docs: {...docs, seatVersion: message.version, seat: message.seat, table: withOwn(docs.sent, message.seat)},
        log: [], gap: message.version > docs.version,
      };
    default:
      return same;
  }
}
