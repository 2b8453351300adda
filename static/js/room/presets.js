/**
 * Ready-made settings, and the choices offered for each setting.
 * Pure: the server has the last word on limits.
 */

import {houseWay} from "./deciding_words.js";

/** @type {(score_limit: number, playing: number, revealing: number, judging: number, round_over: number) => Wire.Settings} */
const game = (score_limit, playing, revealing, judging, round_over) => ({
  hand_size: 10, score_limit, round_limit: 0, seconds: {playing, revealing, judging, round_over},
});

export const PRESETS = [
  {name: "Quick", hint: "5 points, brisk", settings: game(5, 60, 45, 45, 6)},
  {name: "Classic", hint: "7 points", settings: game(7, 90, 60, 60, 8)},
  {name: "Long night", hint: "10 points, no hurry", settings: game(10, 120, 90, 90, 10)},
  {name: "Talking", hint: "7 points, no timers", settings: game(7, 0, 0, 0, 0)},
];

/** @param {number} seconds */
const time = (seconds) => (seconds === 0 ? "No timer" : seconds < 60 ? `${seconds} seconds` : `${seconds / 60} min`.replace(".5", "\u00BD"));
/** @param {number} number */
const limit = (number) => (number === 0 ? "No limit" : String(number));

/** @typedef {{key: string, label: string, values: number[], show: (value: number) => string}} Choice */

/** @type {Choice[]} */
export const CHOICES = [
  {key: "score_limit", label: "Points to win", values: [0, 3, 5, 7, 10, 15, 20], show: limit},
  {key: "round_limit", label: "Rounds at most", values: [0, 5, 10, 15, 20, 30, 50], show: limit},
  {key: "hand_size", label: "Cards in a hand", values: [5, 6, 7, 8, 10, 12], show: String},
  {key: "seconds.playing", label: "Time to answer", values: [0, 30, 45, 60, 90, 120, 180, 300], show: time},
  {key: "seconds.revealing", label: "Time to turn the cards", values: [0, 30, 45, 60, 90, 120, 300], show: time},
  {key: "seconds.judging", label: "Time to judge", values: [0, 30, 45, 60, 90, 120, 300], show: time},
  {key: "seconds.round_over", label: "Pause between rounds", values: [0, 3, 6, 8, 10, 15, 30], show: (seconds) => (seconds === 0 ? "Until \u201Ccontinue\u201D" : time(seconds))},
];

/**
 * The value of "seconds.playing" in a settings document.
 * @param {Wire.Settings} settings
 * @param {string} key
 * @returns {number}
 */
export function valueOf(settings, key) {
  const inside = /** @type {any} */ (settings); // what stands at each name of the path
  return key.split(".").reduce((part, name) => part[name], inside);
}

/**
 * The part of a settings document that changes one value: ("seconds.playing", 30) -> {seconds: {playing: 30}}
 * @param {string} key
 * @param {number} value
 * @returns {object}
 */
export function change(key, value) {
  const inside = /** @type {any} */ (value); // a number, then objects around it
  return key.split(".").reduceRight((part, name) => ({[name]: part}), inside);
}

/**
 * Values to offer, with the present one among them.
 * @param {Choice} choice
 * @param {number} present
 */
export function offered(choice, present) {
  return choice.values.includes(present) ? choice.values : [...choice.values, present].sort((a, b) => a - b);
}

/**
 * The preset that equals these settings, if any.
 * @param {Wire.Settings} settings
 */
export function presetOf(settings) {
  return PRESETS.find((preset) => CHOICES.every(({key}) => valueOf(preset.settings, key) === valueOf(settings, key)));
}

/**
 * "First to 7 points, 10 cards each, 90 seconds to answer"
 * @param {Wire.Settings} settings
 */
export function summary(settings) {
  const end = settings.score_limit ? `First to ${settings.score_limit} points` : settings.round_limit ? "" : "Until the host ends it";
  const rounds = settings.round_limit ? `${settings.round_limit} rounds at most` : "";
  const answering = settings.seconds.playing ? `${settings.seconds.playing} s to answer` : "no hurry";
  return [end, rounds, `${settings.hand_size} cards each`, answering, ...houseWay(settings)].filter(Boolean).join(" \u00B7 ");
}
