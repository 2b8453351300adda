/** Numbers and lists as people write them. Pure; the language is the pages' own, English. */

const plurals = new Intl.PluralRules("en");
const lists = new Intl.ListFormat("en-GB");

/**
 * The form that goes with a number: (1, "card goes", "cards go") -> "card goes"
 * @type {(number: number, one: string, many?: string) => string}
 */
export const plural = (number, one, many = `${one}s`) => (plurals.select(number) === "one" ? one : many);

/**
 * 1 -> "1 card", 2 -> "2 cards"
 * @type {(number: number, one: string, many?: string) => string}
 */
export const counted = (number, one, many = `${one}s`) => `${number} ${plural(number, one, many)}`;

/**
 * ["Ann", "Bo", "Cleo"] -> "Ann, Bo and Cleo"
 * @param {string[]} names
 */
export const listed = (names) => lists.format(names);
