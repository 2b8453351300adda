/** What is chosen of sets of decks, and what a press on one chooses. Pure. */

/**
 * How much of a set is chosen: "true", "false", or "mixed".
 * @type {(decks: number[], chosen: number[]) => "true" | "false" | "mixed"}
 */
export function taken(decks, chosen) {
  const here = decks.filter((id) => chosen.includes(id)).length;
  return here === 0 ? "false" : here === decks.length ? "true" : "mixed";
}

/**
 * What is chosen once a set is pressed: all of it, or none of it where all was chosen. Decks that are there by default make room
 * for a set, and come back where it leaves nothing.
 * @type {(decks: number[], chosen: number[], byDefault?: number[]) => number[]}
 */
export function pressed(decks, chosen, byDefault = []) {
  if (taken(decks, chosen) === "true") {
    const left = chosen.filter((id) => !decks.includes(id));
    return left.length ? left : byDefault.filter((id) => !decks.includes(id));
  }
  return [...chosen.filter((id) => !byDefault.includes(id)), ...decks.filter((id) => byDefault.includes(id) || !chosen.includes(id))];
}

/**
 * These sets with no other decks than those with these ids; without those that are left empty.
 * @type {(sets: Wire.DeckSet[], ids: number[]) => Wire.DeckSet[]}
 */
export function within(sets, ids) {
  const fit = new Set(ids);
  return sets.map((set) => ({...set, decks: set.decks.filter((id) => fit.has(id))})).filter((set) => set.decks.length);
}
