/** What became of invitations, in words. Pure. */

/** @type {Record<Wire.Invitation["status"], string>} */
const WORDS = {
  queued: "being posted", sent: "sent", opened: "opened", joined: "here", declined: "declined",
  failed: "not delivered", revoked: "taken back",
};
/** @type {Wire.Invitation["status"][]} */
const COUNTED = ["joined", "opened", "sent", "queued", "declined", "failed"];

/**
 * Invitations as "2 here, 1 sent"; "" when nobody is invited.
 * @param {Wire.Invitation[]} invitations
 */
export function summary(invitations) {
  const counts = COUNTED.map((status) => ({status, count: invitations.filter((one) => one.status === status).length}));
  return counts.filter(({count}) => count).map(({status, count}) => `${count} ${WORDS[status]}`).join(", ");
}
