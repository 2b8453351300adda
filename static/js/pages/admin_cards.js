/**
 * The admin's card editor: shows the card that is being typed as a phone of a player shows it, with the game's own pieces.
 * Changes and sends nothing.
 */
import {html, render} from "../../lit/lit-html.js";
import {element, elementAround, elementIfAny, elements} from "../kit/dom.js";
import {blackCard, whiteText} from "../kit/card.js";
import {fill, size} from "../kit/text.js";

const MOST = 10;

/** @param {string} text */
function tidy(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
}

/**
 * A black card as it will be stored: it gets the blanks that it lacks at its end. With a pick of 0, its blanks tell it.
 * @param {string} text
 * @param {number} wanted
 */
function black(text, wanted) {
  const asked = 1 + Math.max(-1, ...fill({text, pick: MOST}).map((part) => part.blank ?? -1));
  const pick = wanted || asked || 1;
  return {pick, text: text + " _".repeat(Math.max(0, pick - asked))};
}

/** @type {(kind: string | undefined, text: string, pick: number) => unknown} */
function card(kind, text, pick) {
  if (!text) return html`<p class="hint">This card is empty.</p>`;
  return kind === "black" ? blackCard(black(text, pick)) : html`<div class="card white ${size(text)}">${whiteText(text)}</div>`;
}

/** @type {(editor: HTMLElement, phone: HTMLElement) => void} */
function watch(editor, phone) {
  const {kind} = editor.dataset;
  phone.textContent = "";
  render(html`<p class="hint">Type in a card to see it here.</p>`, phone);
  /** @param {Event} event */
  const show = (event) => {
    const row = elementAround(event, ".card-row");
    if (!row) return;
    elements(".card-row.shown", editor).forEach((other) => other.classList.toggle("shown", other === row));
    row.classList.add("shown");
    /** @type {?HTMLInputElement} */
    const pick = elementIfAny("[name$=-pick]", row);
    /** @type {HTMLTextAreaElement} */
    const text = element("textarea", row);
    render(card(kind, tidy(text.value), pick ? Number(pick.value) : 0), phone);
  };
  editor.addEventListener("focusin", (event) => {
    show(event);
    elementAround(event, ".card-row")?.scrollIntoView({block: "nearest"});
  });
  editor.addEventListener("input", show);
}

const editor = elementIfAny(".card-editor");
if (editor) watch(editor, element(".phone .shows"));
document.dispatchEvent(new Event("page-ready"));  // boot.js waits for it
