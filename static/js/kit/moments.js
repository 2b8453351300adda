/** Moments on the clock of a place and on the reader's own, as letters and the server's pages write them (invitations/mail/dates.py).
 The page's language says how, not the browser's: a page has one way of telling the time. */

/** @type {(ms: number, options: Intl.DateTimeFormatOptions, language?: string) => string} */
const told = (ms, options, language) => new Date(ms).toLocaleString(language || document.documentElement.lang || "en", options).replaceAll("\u202F", "\u00A0");
/** @type {Intl.DateTimeFormatOptions} */
const LONG = {weekday: "long", day: "numeric", month: "long"};
/** @type {Intl.DateTimeFormatOptions} */
const SHORT = {weekday: "short", day: "numeric", month: "short"};
/** @type {Intl.DateTimeFormatOptions} */
const DAY = {year: "numeric", month: "numeric", day: "numeric"};
/** @type {Intl.DateTimeFormatOptions} */
const CLOCK = {hour: "numeric", minute: "2-digit"};

/** @type {(ms: number, day: Intl.DateTimeFormatOptions, zone?: string, language?: string) => string} */
const dayAndTime = (ms, day, timeZone, language) => `${told(ms, {...day, timeZone}, language)}, ${told(ms, {...CLOCK, timeZone}, language)}`;

/** "8:00 PM" for the reader. @param {number} ms */
export const clock = (ms) => told(ms, CLOCK);
/** "Fri, 8:00 PM" for the reader. @param {number} ms */
export const weekdayAndTime = (ms) => dayAndTime(ms, {weekday: "short"});
/** "Fri, Nov 27, 8:00 PM" for the reader. @param {number} ms */
export const shortDay = (ms) => dayAndTime(ms, SHORT);

/**
 * The zone, or none where this browser does not know it: then everything is told by the reader's clock.
 * @param {string} zone
 */
function known(zone) {
  try {
    new Intl.DateTimeFormat([], {timeZone: zone});
    return zone;
  } catch (error) {
    return undefined;
  }
}

/**
 * "Friday, November 27, 8:00 PM" on the clocks of `zone`.
 * @type {(ms: number, zone: string, language?: string) => string}
 */
export const inZone = (ms, zone, language) => dayAndTime(ms, LONG, known(zone), language);

/**
 * The same moment for the reader, "11:00 AM", with the day where that is another one; "" where their clock shows the same.
 * @type {(ms: number, zone: string, language?: string) => string}
 */
export function yours(ms, zone, language) {
  const there = {timeZone: known(zone)};
  const sameDay = told(ms, DAY, "en") === told(ms, {...DAY, ...there}, "en");
  if (sameDay && told(ms, CLOCK, "en") === told(ms, {...CLOCK, ...there}, "en")) return "";
  return sameDay ? told(ms, CLOCK, language) : dayAndTime(ms, LONG, undefined, language);
}

/**
 * Fill an element of a template with the reader's own time; `data-words` has "{time}" in it. Hidden where it says nothing new.
 * @param {HTMLElement} place
 */
export function tellYours(place) {
  const {yours: moment = "", zone = "", words = ""} = place.dataset;
  const language = /** @type {?HTMLElement} */ (place.closest("[lang]"))?.lang;
  const time = yours(Date.parse(moment), zone, language);
  place.hidden = !time;
  place.textContent = time ? `, ${words.replace("{time}", time)}` : "";
}
