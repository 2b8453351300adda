/** Whether this person wants less motion. */
export const lessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
