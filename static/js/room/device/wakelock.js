/**
 * Keeps the screen awake while a game runs, where the browser can.
 * A refusal (low battery, no secure context) changes nothing else.
 */

let wanted = false;
/** @type {?WakeLockSentinel} */
let lock = null;

async function request() {
  if (!wanted || lock || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => { lock = null; });
    if (!wanted) await lock.release();
  } catch (error) {
    lock = null;
  }
}

document.addEventListener("visibilitychange", request);

/**
 * Ask for the screen to stay awake, or let it sleep again.
 * @param {boolean} on
 */
export function stayAwake(on) {
  if (on === wanted) return;
  wanted = on;
  if (on) request();
  else if (lock) lock.release();
}
