/** What each moment of a game sounds like. */

/** @typedef {"deal" | "land" | "flip" | "tick" | "roll" | "fanfare" | "turn"} SoundName */

const ROLL_SECONDS = 0.5;

/** Strokes of a drum that come faster and louder. */
const strokes = Array.from({length: 14}, (_, place) => ({
  at: ROLL_SECONDS * (place / 14) ** 0.85, length: 0.07, from: 190, to: 120, shape: /** @type {const} */ ("triangle"), loud: 0.25 + place * 0.04,
}));

/** @type {Record<SoundName, import("../../kit/sound.js").Note[]>} */
export const NOTES = {
  deal: [0, 0.09, 0.18].map((at) => ({at, length: 0.07, from: 2600, to: 1400, shape: "noise", loud: 0.7})),
  land: [{length: 0.09, from: 900, to: 300, shape: "noise", loud: 0.8}, {length: 0.12, from: 190, to: 110, loud: 0.6}],
  flip: [{length: 0.1, from: 1500, to: 4200, shape: "noise", loud: 0.8}, {at: 0.07, length: 0.14, from: 520, to: 660, shape: "triangle", loud: 0.35}],
  tick: [{length: 0.05, from: 1250, to: 1050, shape: "square", loud: 0.12}],
  roll: strokes,
  fanfare: [[0, 523], [0.13, 659], [0.26, 784], [0.39, 1047]].flatMap(([at, from]) => [
    {at, length: at === 0.39 ? 0.9 : 0.2, from, shape: /** @type {const} */ ("triangle"), loud: 0.6}, {at, length: at === 0.39 ? 0.9 : 0.2, from: from / 2, loud: 0.4}]),
  turn: [{length: 0.18, from: 660, shape: "triangle", loud: 0.5}, {at: 0.15, length: 0.35, from: 880, shape: "triangle", loud: 0.5}],
};

/** How long one waits with what follows a sound: the fanfare begins when the roll ends. @type {Partial<Record<SoundName, number>>} */
export const LASTS = {roll: ROLL_SECONDS};
