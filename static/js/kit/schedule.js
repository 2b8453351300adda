/** When something runs: once for everything that happens in one turn, or after a pause. */

/**
 * A function that runs `run` at the end of this turn, once however often it is called.
 * @param {() => void} run
 */
export function oncePerTurn(run) {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    queueMicrotask(() => {
      waits = false;
      run();
    });
  };
}

/**
 * A function that calls `run` with its last arguments once nobody has called it for `ms`; `cancel()` forgets the call.
 * @template {unknown[]} Arguments
 * @param {(...args: Arguments) => void} run
 * @param {number} ms
 */
export function debounce(run, ms) {
  let timer = 0;
  /** @param {Arguments} args */
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), ms);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
