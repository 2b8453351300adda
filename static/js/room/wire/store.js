/**
 * The two documents of a room, and how a message from the server changes them.
 * Pure: knows no socket, no clock and no page.
 */

/** @typedef {{version: number, seatVersion: number, table: ?Wire.Table, seat: ?Wire.Seat}} Documents */

/**
 * What a client knows before the first welcome.
 * @returns {Documents}
 */
export function nothing() {
  return {version: 0, seatVersion: 0, table: null, seat: null};
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
          table: message.table, seat: message.seat,
        },
        log: [], gap: false,
      };
    case "patch":
      if (!docs.table || message.version <= docs.version) return same;
      if (message.from !== docs.version) return {...same, gap: true};
      return {
        docs: {...docs, version: message.version, table: mergePatch(docs.table, message.table)},
        log: message.log || [], gap: false,
      };
    case "seat":
      if (!docs.table || message.version <= docs.seatVersion || message.version < docs.version) return same;
      return {
        docs: {...docs, seatVersion: message.version, seat: message.seat},
        log: [], gap: message.version > docs.version,
      };
    default:
      return same;
  }
}
