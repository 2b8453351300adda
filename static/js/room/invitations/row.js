/** The rows of guests, and what a host may do with one. Pure. */
import {whereabouts} from "./words.js";

/**
 * The list with `news` in it: in its place, or at the top when it is new.
 * @type {(invitations: Wire.Invitation[], news: Wire.Invitation) => Wire.Invitation[]}
 */
export function merged(invitations, news) {
  if (!invitations.some((one) => one.id === news.id)) return [news, ...invitations];
  return invitations.map((one) => (one.id === news.id ? news : one));
}

/**
 * Also to send what this guest has missed; nothing is sent where letters are `kept` here, and to who wants none.
 * @type {(one: Wire.Invitation, kept?: boolean) => boolean}
 */
export const maySendAgain = ({status, missed, stops}, kept = false) => !kept && !stops && (["failed", "kept"].includes(missed?.state || "") || ["sent", "kept", "opened", "failed", "declined"].includes(status));

/** @param {Wire.Invitation} one */
export const hasLink = ({status}) => !["joined", "revoked"].includes(status);

/**
 * Also of who has left the table, or was removed from it.
 * @param {Wire.Invitation} one
 * @param {Wire.Table} table
 */
export const mayRevoke = (one, table) => ["queued", "sent", "kept", "opened", "declined", "failed"].includes(one.status) || whereabouts(one, table) === "left";
