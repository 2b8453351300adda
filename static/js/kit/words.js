/** Lists as people write them, in the language of the page. Pure. */

const language = globalThis.document?.documentElement.lang;
const lists = new Intl.ListFormat(!language || language === "en" ? "en-GB" : language);

/**
 * ["Ann", "Bo", "Cleo"] -> "Ann, Bo and Cleo"
 * @param {string[]} names
 */
export const listed = (names) => lists.format(names);
