/** What a host has typed into the panel, and what of it this tab keeps over a reload. */

/**
 * @typedef {{addresses: string, note: string, language: string, starts: string, hours: number, title: string, place: string, night_note: string, plus_one: boolean, message: string}} Draft
 * @typedef {{step: "" | "email" | "code", email: string, until: number}} Step  how far signing in is; the code is good until then (ms)
 */

/** @type {() => Draft} */
export const emptyDraft = () => ({addresses: "", note: "", language: "", starts: "", hours: 3, title: "", place: "", night_note: "", plus_one: false, message: ""});

/**
 * What is worth keeping: of a night that is set, the server knows more.
 * @type {(draft: Draft, isSet: boolean) => Partial<Draft>}
 */
export const worthKeeping = ({addresses, note, language, message, ...night}, isSet) => ({addresses, note, language, message, ...isSet ? {} : night});

/**
 * A step as it is now: without a code that is good, the address is asked for again.
 * @type {(step: Step, now: number) => Step}
 */
export const stillGood = (step, now) => (step.step === "code" && step.until <= now ? {...step, step: "email"} : step);

/**
 * Where it is kept.
 * @param {Pick<Room.Links, "invite">} links
 */
export const keyOf = ({invite}) => `guests ${invite}`;

/**
 * Whether a code was sent before the page came anew, and is good still.
 * @type {(store: Pick<import("../../kit/storage.js").Store, "get">, links: Pick<Room.Links, "invite">, now?: number) => boolean}
 */
export function waitsForCode(store, links, now = Date.now()) {
  /** @type {Step | undefined} */
  const kept = store.get(keyOf(links))?.step;
  return Boolean(kept && stillGood(kept, now).step === "code");
}
