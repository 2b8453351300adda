/**
 * What can be chosen for a game, read from the options and presets that the page's document has (game/rules/documents/described.py):
 * no option is known by name here. Pure: the server has the last word.
 */

/** @param {number} seconds */
const time = (seconds) => (seconds < 60 ? `${seconds} seconds` : `${seconds / 60} min`.replace(/\.5 /, "\u00BD "));

/**
 * The value of "seconds.playing" in a settings document.
 * @param {Wire.Settings} settings
 * @param {string} name
 * @returns {Rules.Value}
 */
export function valueOf(settings, name) {
  const inside = /** @type {any} */ (settings); // what stands at each name of the path
  return name.split(".").reduce((part, one) => part[one], inside);
}

/**
 * The part of a settings document that changes one value: ("seconds.playing", 30) -> {seconds: {playing: 30}}
 * @param {string} name
 * @param {Rules.Value} value
 * @returns {object}
 */
export function change(name, value) {
  const inside = /** @type {any} */ (value); // a value, then objects around it
  return name.split(".").reduceRight((part, one) => ({[one]: part}), inside);
}

/**
 * A value in words: "On", "By the table", "No limit", "90 seconds", "7".
 * @param {Rules.Option} option
 * @param {Rules.Value} value
 * @returns {string}
 */
export function shown(option, value) {
  if (option.kind === "switch") return value ? "On" : "Off";
  if (option.kind === "choice") return option.values.find(([one]) => one === value)?.[1] ?? String(value);
  if (value === 0 && option.zero) return option.zero;
  return option.unit === "s" ? time(Number(value)) : String(value);
}

/**
 * What a list offers, [value, words], with the present value among numbers.
 * @param {Rules.Option} option
 * @param {Rules.Value} present
 * @returns {[Rules.Value, string][]}
 */
export function offered(option, present) {
  if (option.kind === "choice") return option.values;
  if (option.kind === "switch") return [];
  const numbers = new Set([...option.values, Number(present)]);
  return [...numbers].sort((a, b) => a - b).map((value) => [value, shown(option, value)]);
}

/**
 * Does this option mean anything beside the others?
 * @param {Rules.Option} option
 * @param {Wire.Settings} settings
 */
export function matters({only_with: needs}, settings) {
  return !needs || valueOf(settings, needs[0]) === needs[1];
}

/**
 * The rules of a page with all settings of each preset: there the first has all, the others what differs from it.
 * @type {(rules: Rules.Described) => Rules.Described}
 */
export const whole = ({presets, ...rules}) => ({...rules, presets: presets.map((preset) => ({...preset, settings: {...presets[0].settings, ...preset.settings}}))});

/**
 * The preset that equals these settings in all that matters, if any.
 * @param {Rules.Described} rules
 * @param {Wire.Settings} settings
 */
export function presetOf({options, presets}, settings) {
  const deciding = options.filter((option) => option.group !== "door" && matters(option, settings));
  return presets.find((preset) => deciding.every(({name}) => valueOf(preset.settings, name) === valueOf(settings, name)));
}

/** @type {(value: Rules.Value, wanted: Rules.Value) => boolean} */
const is = (value, wanted) => (wanted === true ? Boolean(value) : value === wanted);

/**
 * Why this option cannot have this value beside the others; "" where it can.
 * @param {Rules.Described} rules
 * @param {Wire.Settings} settings
 * @param {string} name
 * @param {Rules.Value} value
 */
export function whyNot({options}, settings, name, value) {
  /** @param {string} one */
  const would = (one) => (one === name ? value : valueOf(settings, one));
  const found = options.flatMap((option) => option.conflicts
    .filter(({when, other, value: wanted}) => [option.name, other].includes(name) && is(would(option.name), when) && is(would(other), wanted)));
  return found.length ? found[0].why : "";
}

/**
 * "Points to win: 10", "Top three", "no Top three"
 * @param {Rules.Option} option
 * @param {Wire.Settings} settings
 */
export function inWords(option, settings) {
  const value = valueOf(settings, option.name);
  if (option.kind === "switch") return value ? option.label : `no ${option.label}`;
  return `${option.label}: ${shown(option, value)}`;
}

/**
 * What is not as usual, out of all options or of these.
 * @param {Rules.Option[]} options
 * @param {Wire.Settings} settings
 */
export function differences(options, settings) {
  return options.filter((option) => matters(option, settings) && valueOf(settings, option.name) !== option.default)
    .map((option) => inWords(option, settings));
}

const MOST_ON_A_LINE = 2;

/**
 * The first of these, and how many more there are: "Who decides: Top three \u00B7 Wager \u00B7 and 4 more". One more stands there itself.
 * @param {string[]} words
 */
export function shortened(words) {
  const more = words.length - MOST_ON_A_LINE;
  return (more > 1 ? [...words.slice(0, MOST_ON_A_LINE), `and ${more} more`] : words).join(" \u00B7 ");
}

/**
 * The groups that have something to choose: [title, options].
 * @param {Rules.Described} rules
 * @param {Wire.Settings} settings
 * @returns {[string, Rules.Option[]][]}
 */
export function groupsOf({groups, options}, settings) {
  return groups.map(([group, title]) => /** @type {[string, Rules.Option[]]} */ (
    [title, options.filter((option) => option.group === group && matters(option, settings))]))
    .filter(([, inside]) => inside.length);
}

const MOST_NAMED = 3;

/**
 * What somebody has changed, by the names of the log: "Points to win: 10, Time: Fixed seconds"; "" for nothing that matters.
 * @param {Rules.Described} rules
 * @param {Wire.Settings} settings
 * @param {string[]} names
 */
export function changedInWords({options}, settings, names) {
  const changed = options.filter((option) => names.includes(option.name) && matters(option, settings));
  return changed.length > MOST_NAMED ? `${changed.length} rules` : changed.map((option) => inWords(option, settings)).join(", ");
}
