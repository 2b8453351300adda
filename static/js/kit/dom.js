/**
 * Elements that a page's own template has, and listeners that hand on what a form's field holds.
 * The one place where scripts say of what kind an element is: TypeScript cannot know it.
 */

/**
 * The element for this selector. Throws an Error that names the selector where the page has none.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {Kind}
 */
export function element(selector, root = document) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector} here`);
  return /** @type {Kind} */ (found);
}

/**
 * The element for this selector, or null.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {?Kind}
 */
export const elementIfAny = (selector, root = document) => /** @type {?Kind} */ (root.querySelector(selector));

/**
 * All elements for this selector.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 */
export const elements = (selector, root = document) => /** @type {Kind[]} */ ([...root.querySelectorAll(selector)]);

/**
 * Give the focus to the element for this selector once it is drawn, if it is there.
 * @type {(root: ?ParentNode, selector: string) => void}
 */
export const focusSoon = (root, selector) => {
  setTimeout(() => elementIfAny(selector, root || document)?.focus());
};

/**
 * The nearest element around what an event came from, or null.
 * @template {Element} [Kind=HTMLElement]
 * @param {Event} event
 * @param {string} selector
 */
export const elementAround = (event, selector) => /** @type {?Kind} */ (/** @type {Element} */ (event.target).closest(selector));

/**
 * A listener that hands on the text of its field, or the choice of its list.
 * @param {(value: string) => void} take
 */
export const onValue = (take) => (/** @type {Event} */ event) => take(/** @type {HTMLInputElement} */ (event.target).value);

/**
 * A listener that hands on whether its box is ticked.
 * @param {(checked: boolean) => void} take
 */
export const onTick = (take) => (/** @type {Event} */ event) => take(/** @type {HTMLInputElement} */ (event.target).checked);

/**
 * A listener for a form that a script sends: the browser does not.
 * @param {() => void} send
 */
export const onSubmit = (send) => (/** @type {Event} */ event) => {
  event.preventDefault();
  send();
};
