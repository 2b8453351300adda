/** What became of invitations, in words. Pure. */
import {shortDay} from "../../kit/moments.js";
import {gettext, pgettext} from "../../kit/i18n.js";

/** The words for what became of an invitation, as invitations/words.py has them. @type {Record<Wire.Invitation["status"], string>} */
export const STATES = {
  queued: gettext("being posted"), sent: pgettext("letter", "sent"), kept: gettext("kept here, not sent"), opened: pgettext("letter", "opened"), joined: gettext("with a seat"),
  declined: pgettext("letter", "declined"), failed: gettext("not delivered"), revoked: gettext("taken back"),
};
/** The words for answers, in the order in which they are shown; the same there. */
export const ANSWERS = {yes: pgettext("answer", "yes"), maybe: pgettext("answer", "maybe"), no: pgettext("answer", "no")};
/** Where somebody is who has come; only the table knows. */
const PRESENCE = {here: pgettext("presence", "here"), seated: STATES.joined, left: gettext("left the table")};
/** The words of `wordOf` that are counted, in their order; who was taken back is not. */
const COUNTED = [PRESENCE.here, STATES.joined, PRESENCE.left, STATES.opened, STATES.sent, STATES.kept, STATES.queued, STATES.declined, STATES.failed];

/**
 * Whoever came by an invitation: "here" now, "seated" without a page open, "left", or "" for nobody yet.
 * @type {(one: Wire.Invitation, table: Wire.Table) => "here" | "seated" | "left" | ""}
 */
export function whereabouts(one, table) {
  if (one.status !== "joined") return "";
  const presence = table.players[one.seat]?.presence || "left";
  if (presence === "left") return "left";
  return presence === "away" ? "seated" : "here";
}

/**
 * The one word for an invitation's state. `kept`: letters are kept on the machine and go nowhere, so one that waits will be.
 * @type {(one: Wire.Invitation, table: Wire.Table, kept: boolean) => string}
 */
export function wordOf(one, table, kept) {
  const where = whereabouts(one, table);
  if (where) return PRESENCE[where];
  return STATES[kept && one.status === "queued" ? "kept" : one.status];
}

/**
 * Invitations as "2 here, 1 sent"; "" when nobody is invited. `kept`: letters are kept on the machine and go nowhere.
 * @param {Wire.Invitation[]} invitations
 * @param {Wire.Table} table
 */
export function summary(invitations, table, kept = false) {
  const words = invitations.map((one) => wordOf(one, table, kept));
  return COUNTED.filter((word) => words.includes(word)).map((word) => `${words.filter((one) => one === word).length} ${word}`).join(", ");
}

/**
 * "The same guest as Ann" of a second address; "" for all others.
 * @type {(one: Wire.Invitation, invitations: Wire.Invitation[]) => string}
 */
export function sameAs(one, invitations) {
  const first = invitations.find(({id}) => id === one.same_as);
  return first ? gettext("The same guest as %(guest)s", {guest: first.name || first.email}) : "";
}

/** @type {Record<Wire.NewsKind, string>} */
const NEWS = {
  invited: gettext("the invitation"), night: gettext("the date"), moved: gettext("the new date"), changed: gettext("the change"), cancelled: gettext("the end of the game night"),
  withdrawn: gettext("the end of the invitation"), reminder: gettext("the beginning"),
  ask: gettext("your question"), message: gettext("your message"),
};

/**
 * What a guest was told last, in words; "" for what goes without saying. `night`: the date as it is now.
 * @type {(invitation: Wire.Invitation, night?: Pick<Wire.Night, "starts"> | null) => string}
 */
export function toldOf({told}, night = null) {
  if (!told) return "";
  if (told.kind === "cancelled") return gettext("Knows that it is off");
  if (told.kind === "withdrawn") return gettext("Knows that the invitation is over");
  if (!told.starts) return "";
  return night && night.starts !== told.starts ? gettext("Knows the old date: %(date)s", {date: shortDay(told.starts)}) : gettext("Knows the date: %(date)s", {date: shortDay(told.starts)});
}

/**
 * What a guest was not told, and why; "" for nothing.
 * @param {Wire.Invitation} invitation
 */
export function missedBy({missed}) {
  if (!missed) return "";
  const what = `${NEWS[missed.kind]}${missed.kind === "cancelled" && missed.starts ? ` (${shortDay(missed.starts)})` : ""}`;
  if (missed.state === "stopped") return gettext("Not told of %(what)s: they want no letters", {what});
  if (missed.state === "kept") return gettext("Not told of %(what)s: the letter is %(kept)s", {what, kept: STATES.kept});
  if (missed.state === "failed") return gettext("Not told of %(what)s: %(reason)s", {what, reason: missed.reason});
  return missed.reason ? gettext("Not told of %(what)s yet: the post is slow, we try again", {what}) : gettext("Being told of %(what)s", {what});
}

/**
 * How many guests one more letter may reach with news that they missed.
 `kept`: as for wordOf.
 * @type {(invitations: Wire.Invitation[], kept: boolean) => number}
 */
export const missedByHowMany = (invitations, kept) => invitations.filter(({missed}) => missed?.state === "failed" || missed?.state === "kept" && !kept).length;
