/** Black and white cards as everybody sees them. Pure. */
import {html, nothing} from "../../lit/lit-html.js";
import {emphasis, fill, size} from "./text.js";
import {gettext} from "./i18n.js";

/** @param {import("./text.js").Part} part */
function plainPart(part) {
  return part.em ? html`<em>${part.text}</em>` : part.text;
}

/** @param {import("./text.js").Part} part */
function blackPart(part) {
  if (part.blank !== undefined) return html`<span class="blank"><span class="sr">${gettext("blank")}</span></span>`;
  if (part.answer !== undefined) return html`<b class="answer">${emphasis(part.text).map(plainPart)}</b>`;
  return plainPart(part);
}

/**
 * The question, with the answers in its blanks. `corner` is a button that belongs to it, `lang` the language of its deck
 * ("" where nobody knows), `extra` more classes.
 * @param {Wire.BlackCard} black
 * @param {string[]} [cards]
 */
export function blackCard(black, cards = [], {extra = "", winner = false, corner = /** @type {unknown} */ (nothing), lang = ""} = {}) {
  const whole = fill(black, cards);
  const length = whole.reduce((sum, part) => sum + (part.text ? part.text.length : 6), 0);
  return html`<article class="card black ${size(" ".repeat(length))} ${extra}" data-testid=${winner ? "winner" : "black-card"}>
    <p class="text" lang=${lang || nothing}>${whole.map(blackPart)}</p>
    ${black.pick > 1 ? html`<p class="pick">${gettext("Pick")} <b>${black.pick}</b></p>` : nothing}
    ${corner}
  </article>`;
}

/**
 * The text of a white card: one text node, unless it has emphasis.
 * @param {string} text
 */
export function whiteText(text, lang = "") {
  return html`<span class="text" lang=${lang || nothing}>${emphasis(text).map(plainPart)}</span>`;
}
