/**
 * Dragging cards by their handle, with a finger, a pen or a mouse: a copy of the card follows, a bar shows where it will lie.
 * Moves nothing itself: `dropped(id, target, behind)` says what was let go before or behind which card.
 */

import {elementAround, elementIfAny, elements} from "../kit/dom.js";

const EDGE = 90;
const FASTEST = 18;

/**
 * @typedef {{target: HTMLElement, behind: boolean}} Mark  beside which card the dragged one would lie
 * @typedef {Object} Drag  a card on its way, px; `top` and `bottom` are the heights of the bars
 * @property {HTMLElement} item
 * @property {HTMLElement} copy
 * @property {number} pointer
 * @property {number} fromX
 * @property {number} fromY
 * @property {number} x
 * @property {number} y
 * @property {?Mark} mark
 * @property {number} top
 * @property {number} bottom
 * @property {number} frame
 */

/**
 * Watch `page` for handles ([data-handle] inside [data-card]); cards go among those of the same [data-kind].
 * @param {HTMLElement} page
 * @param {(id: string, target: string, behind: boolean) => void} dropped
 */
export function watchDrags(page, dropped) {
  /** @type {?Drag} */
  let drag = null;

  page.addEventListener("pointerdown", (event) => {
    const handle = elementAround(event, "[data-handle]");
    const item = elementAround(event, "[data-card]");
    if (!handle || !item || drag || event.button > 0) return;
    event.preventDefault();
    handle.focus({preventScroll: true});
    drag = begin(item, event);
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", escape, true);
    drag.frame = requestAnimationFrame(scroll);
  });

  /** @param {PointerEvent} event */
  function follow(event) {
    if (!drag || event.pointerId !== drag.pointer) return;
    Object.assign(drag, {x: event.clientX, y: event.clientY});
    show(drag);
  }

  function scroll() {
    if (!drag) return;
    const top = EDGE - drag.y + drag.top;
    const bottom = drag.y - (window.innerHeight - drag.bottom - EDGE);
    const speed = top > 0 ? -top : bottom > 0 ? bottom : 0;
    if (speed) {
      window.scrollBy(0, Math.max(-FASTEST, Math.min(FASTEST, speed / 4)));
      show(drag);
    }
    drag.frame = requestAnimationFrame(scroll);
  }

  /** @param {PointerEvent} event */
  function drop(event) {
    if (!drag || event.pointerId !== drag.pointer) return;
    const {item, mark} = drag;
    end();
    if (mark) dropped(item.dataset.card || "", mark.target.dataset.card || "", mark.behind);
  }

  /** @param {PointerEvent} event */
  function cancel(event) {
    if (drag && event.pointerId === drag.pointer) end();
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }

  function end() {
    if (!drag) return;
    cancelAnimationFrame(drag.frame);
    window.removeEventListener("pointermove", follow);
    window.removeEventListener("pointerup", drop);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("keydown", escape, true);
    drag.copy.remove();
    drag.item.classList.remove("dragged");
    if (drag.mark) drag.mark.target.classList.remove("drop-before", "drop-behind");
    drag = null;
  }
}

/** @param {Drag} drag */
function show(drag) {
  drag.copy.style.transform = `translate(${drag.x - drag.fromX}px, ${drag.y - drag.fromY}px) rotate(1.5deg)`;
  const found = place(drag);
  if (drag.mark) drag.mark.target.classList.remove("drop-before", "drop-behind");
  drag.mark = found;
  if (found) found.target.classList.add(found.behind ? "drop-behind" : "drop-before");
}

/** @type {(item: HTMLElement, event: PointerEvent) => Drag} */
function begin(item, event) {
  const box = item.getBoundingClientRect();
  const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
  copy.classList.add("dragging");
  copy.removeAttribute("data-card");
  copy.setAttribute("aria-hidden", "true");
  Object.assign(copy.style, {left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px`});
  item.parentElement?.append(copy);
  item.classList.add("dragged");
  const bars = {top: height("[data-bar=top]"), bottom: height("[data-bar=bottom]")};
  return {item, copy, pointer: event.pointerId, fromX: event.clientX, fromY: event.clientY, x: event.clientX, y: event.clientY, mark: null, frame: 0, ...bars};
}

/** @param {string} selector */
const height = (selector) => {
  const bar = elementIfAny(selector);
  return bar ? bar.getBoundingClientRect().height : 0;
};

/**
 * The card nearest to the pointer, and on which side of it the dragged one would lie: {target, behind} or null.
 * @param {Drag} drag
 * @returns {?Mark}
 */
function place({item, x, y}) {
  const others = item.parentElement ? elements(`[data-card][data-kind="${item.dataset.kind}"]`, item.parentElement).filter((other) => other !== item) : [];
  /** @type {?{target: HTMLElement, box: DOMRect, distance: number}} */
  let best = null;
  for (const target of others) {
    const box = target.getBoundingClientRect();
    const dx = Math.max(box.left - x, 0, x - box.right);
    const dy = Math.max(box.top - y, 0, y - box.bottom);
    const distance = dx * dx + dy * dy;
    if (!best || distance < best.distance) best = {target, box, distance};
  }
  if (!best) return null;
  const {box, target} = best;
  const sideBySide = others.concat(item).some((other) => other !== target && Math.abs(other.getBoundingClientRect().top - box.top) < 8);
  return {target, behind: sideBySide ? x > box.left + box.width / 2 : y > box.top + box.height / 2};
}
