/**
 * The admin's card editor: shows the card that is being typed as a phone of a player shows it, with the game's own pieces.
 * Changes and sends nothing.
 */
import {html, render} from "../../lit/lit-html.js";
import {blackCard, whiteText} from "../kit/card.js";
import {fill, size} from "../kit/text.js";

const MOST = 10;

function tidy(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
}

/** A black card as it will be stored: it gets the blanks that it lacks at its end. Without a pick, its blanks tell it. */
function black(text, wanted) {
  const asked = 1 + Math.max(-1, ...fill({text, pick: MOST}).map((part) => part.blank ?? -1));
  const pick = wanted || asked || 1;
  return {pick, text: text + " _".repeat(Math.max(0, pick - asked))};
}

function card(kind, text, pick) {
  if (!text) return html`<p class="hint">This card is empty.</p>`;
  return kind === "black" ? blackCard(black(text, pick)) : html`<div class="card white ${size(text)}">${whiteText(text)}</div>`;
}

function watch(editor, phone) {
  const {kind} = editor.dataset;
  phone.textContent = "";
  render(html`<p class="hint">Type in a card to see it here.</p>`, phone);
  const show = ({target}) => {
    const row = target.closest(".card-row");
    if (!row) return;
    editor.querySelectorAll(".card-row.shown").forEach((other) => other.classList.toggle("shown", other === row));
    row.classList.add("shown");
    const pick = row.querySelector("[name$=-pick]");
    render(card(kind, tidy(row.querySelector("textarea").value), pick ? Number(pick.value) : 0), phone);
  };
  editor.addEventListener("focusin", (event) => {
    show(event);
    event.target.closest(".card-row")?.scrollIntoView({block: "nearest"});
  });
  editor.addEventListener("input", show);
}

const editor = document.querySelector(".card-editor");
if (editor) watch(editor, document.querySelector(".phone .shows"));
document.dispatchEvent(new Event("page-ready"));  // boot.js waits for it
