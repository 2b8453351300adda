/** Which decks fit what a host looks for. Pure. */

/**
 * Decks without those that are not for children; a deck whose rating nobody knows is not for them either.
 * @param {Wire.OfferedDeck[]} decks
 */
export const forFamilies = (decks) => decks.filter((deck) => deck.rating === "family");

/**
 * Whether each of the words stands somewhere in the deck's facts.
 * @type {(deck: Wire.OfferedDeck, words: string) => boolean}
 */
export function matches(deck, words) {
  const text = [deck.name, deck.description, deck.language, deck.rating, ...(deck.tags || [])].join(" ").toLowerCase();
  return words.toLowerCase().split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

/**
 * The decks with these words, in this language, with this tag and rating; for a family table those for families.
 * @type {(decks: Wire.OfferedDeck[], wanted: {words: string, language: string, tag: string, rating: string, family: boolean}) => Wire.OfferedDeck[]}
 */
export function fitting(decks, {words, language, tag, rating, family}) {
  return (family ? forFamilies(decks) : decks).filter((deck) => matches(deck, words) && (!language || deck.language === language)
    && (!tag || (deck.tags || []).includes(tag)) && (family || !rating || deck.rating === rating));
}

/**
 * The list with `found` in it: in their places, or at the end when they are new.
 * @type {(decks: Wire.OfferedDeck[], found: Wire.OfferedDeck[]) => Wire.OfferedDeck[]}
 */
export function merged(decks, found) {
  const news = new Map(found.map((deck) => [deck.id, deck]));
  const known = new Set(decks.map((deck) => deck.id));
  return [...decks.map((deck) => news.get(deck.id) || deck), ...found.filter((deck) => !known.has(deck.id))];
}

/**
 * The tags of these decks, those of most decks first.
 * @param {Wire.OfferedDeck[]} decks
 */
export function tagsOf(decks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const tag of decks.flatMap((deck) => deck.tags || [])) counts.set(tag, (counts.get(tag) || 0) + 1);
  return [...counts.keys()].sort((one, other) => (counts.get(other) || 0) - (counts.get(one) || 0) || one.localeCompare(other));
}
