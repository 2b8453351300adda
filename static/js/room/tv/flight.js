/** The large card of the big screen flies to where it lies among the others; where less motion is wanted it is there at once. */
import {elementIfAny} from "../../kit/dom.js";
import {lessMotion} from "../../kit/motion.js";

const FLIGHT_MS = 550;

/**
 * Take the place of the large card. Call what is returned once the screen is to be drawn without it.
 * @param {string} play
 */
export function lift(play) {
  const from = elementIfAny(".tv-spot .card")?.getBoundingClientRect();
  return () => requestAnimationFrame(() => {
    const card = elementIfAny(`.tv-answers [data-play="${play}"]`);
    if (!from || !card?.animate || lessMotion()) return;
    const to = card.getBoundingClientRect();
    const [x, y] = [from.left + from.width / 2 - to.left - to.width / 2, from.top + from.height / 2 - to.top - to.height / 2];
    const large = Math.min(from.width / to.width, from.height / to.height);
    card.animate([{transform: `translate(${x}px, ${y}px) scale(${large})`, zIndex: 9}, {transform: "none", zIndex: 9}], {duration: FLIGHT_MS, easing: "cubic-bezier(.3, .7, .2, 1)"});
  });
}
