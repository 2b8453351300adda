/** Moments on the clock of a place and on the reader's own. The page's language says how. */

/** @type {(ms: number, options: Intl.DateTimeFormatOptions, language?: string) => string} */
const told = (ms, options, language) => new Date(ms).toLocaleString(language || [], options);
/** @type {Intl.DateTimeFormatOptions} */
const LONG = {weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit"};
/** @type {Intl.DateTimeFormatOptions} */
const DAY = {year: "numeric", month: "numeric", day: "numeric"};
/** @type {Intl.DateTimeFormatOptions} */
const CLOCK = {hour: "numeric", minute: "2-digit"};

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
export const inZone = (ms, zone, language) => told(ms, {...LONG, timeZone: known(zone)}, language);

/**
 * The same moment for the reader, "11:00 AM", with the day where that is another one; "" where their clock shows the same.
 * @type {(ms: number, zone: string, language?: string) => string}
 */
export function yours(ms, zone, language) {
  const there = {timeZone: known(zone)};
  const sameDay = told(ms, DAY, "en") === told(ms, {...DAY, ...there}, "en");
  if (sameDay && told(ms, CLOCK, "en") === told(ms, {...CLOCK, ...there}, "en")) return "";
  return told(ms, sameDay ? CLOCK : LONG, language);
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
