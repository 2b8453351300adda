/** Paper bits that fall once. Pure: the same seed gives the same fall; hidden when less motion is asked for. */
import {html} from "../../../../lit/lit-html.js";
import {keyed} from "../../../../lit/directives/keyed.js";
import {styleMap} from "../../../../lit/directives/style-map.js";

/**
 * A small repeatable sequence of numbers from 0 to 1.
 * @param {number} seed
 */
function* numbers(seed) {
  let state = seed * 7919 + 17;
  for (;;) {
    state = (state * 16807 + 11) % 2147483647;
    yield state / 2147483647;
  }
}

/**
 * @param {number} seed
 * @param {number} count
 */
export function confetti(seed, count) {
  const sequence = numbers(seed);
  /** @type {(from: number, to: number) => number} */
  const next = (from, to) => from + (to - from) * Number(sequence.next().value);
  const bit = () => html`<i style=${styleMap({
    "--x": `${next(0, 100).toFixed(1)}%`, "--drift": `${next(-70, 70).toFixed(0)}px`, "--turn": `${next(360, 1080).toFixed(0)}deg`,
    "--wait": `${next(0, 700).toFixed(0)}ms`, "--fall": `${next(1600, 2900).toFixed(0)}ms`,
  })}></i>`;
  return keyed(seed, html`<div class="confetti" aria-hidden="true">${Array.from({length: count}, bit)}</div>`);
}
