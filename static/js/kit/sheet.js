/** Style sheets that a page brings after it has come up. boot.js leaves them alone: whoever brings one tells of its loss. */

/** @type {Map<string, Promise<unknown>>} */
const brought = new Map();

/** @param {string} href */
function add(href) {
  const link = Object.assign(document.createElement("link"), {rel: "stylesheet", href});
  link.dataset.later = "";
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      brought.delete(href);
      reject(new Error(`${href} did not load.`));
    };
    document.head.append(link);
  });
}

/**
 * Add this sheet to the page, once. Resolves when its rules hold, and rejects where it is lost on the way; another call tries again.
 * @param {string} href
 */
export function bringSheet(href) {
  const known = brought.get(href) || add(href);
  brought.set(href, known);
  return known;
}
