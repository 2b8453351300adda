/**
 * Where a card is written: the card as players see it, its words to tap, and the text below. Used for new cards, for cards
 * that are changed in their place, and on the page that proposes a card.
 * Views only; `sheet` is {draft, kind, lang?}, `act` has tap, type, blank, kind and enter.
 */
import {html, nothing} from "../../../lit/lit-html.js";
import {live} from "../../../lit/directives/live.js";
import {onValue} from "../../kit/dom.js";
import {size} from "../../kit/text.js";
import {KINDS} from "../cards.js";
import {hasBlank, pickFor, shown, tokens} from "../words.js";
import {gettext} from "../../kit/i18n.js";

const LONGEST = 500;
const WARN = 400;

/**
 * The card with each word and each blank to tap. They are no <button>s, because lines break around those.
 * @type {(sheet: Builder.Sheet, act: Pick<Builder.Surface, "tap">, placeholder: string) => unknown}
 */
export function wordCard({draft, kind, lang}, act, placeholder) {
  const text = draft.text;
  const length = text.replace(/_+/g, "______").length;
  const pick = pickFor(text);
  let number = -1;
  const piece = (/** @type {Builder.Token} */ token) => {
    if (token.kind === "rest") return token.em ? html`<em>${token.text}</em>` : token.text;
    const blank = token.kind === "blank";
    if (blank) number += 1;
    const label = blank ? (draft.under[number] ? gettext("blank, put back \u201C%(words)s\u201D", {words: draft.under[number]}) : gettext("blank")) : nothing;
    return html`<span role="button" class=${`word ${blank ? "blank" : ""} ${token.em ? "em" : ""}`} tabindex="-1" aria-label=${label}
      data-from=${token.from} @click=${() => act.tap(token)}>${blank ? "" : token.text}</span>`;
  };
  return html`<article class="card ${kind} ${size(" ".repeat(length))} writing" data-testid="writing">
    ${text.trim() ? html`<p class="text" lang=${lang ?? nothing}>${tokens(text).map(piece)}${kind === "black" && !hasBlank(text)
    ? html` <span class="blank ghost"><span class="sr">${gettext("blank")}</span></span>` : nothing}</p>`
    : html`<p class="text empty">${placeholder}</p>`}
    ${kind === "black" && pick > 1 ? html`<p class="pick">${gettext("Pick")} <b>${pick}</b></p>` : nothing}
  </article>`;
}

/**
 * Black or white, as two halves of one button.
 * @type {(kind: Builder.Kind, act: Pick<Builder.Surface, "kind">) => unknown}
 */
export function kindToggle(kind, act) {
  return html`<div class="halves" role="group" aria-label=${gettext("Kind of card")}>
    ${KINDS.map((one) => html`<button type="button" class="half ${one}" aria-pressed=${kind === one ? "true" : "false"}
      data-testid="kind-${one}" @click=${() => act.kind(one)}>${one === "black" ? gettext("Black") : gettext("White")}</button>`)}</div>`;
}

/**
 * The field for the text.
 * @param {Builder.Sheet} sheet
 * @param {Builder.Surface} act
 */
export function textField({draft, kind, lang}, act, label = gettext("Text of the card"), rows = 2) {
  return html`<label class="sr" for="text-${act.name}">${label}</label>
    <textarea id="text-${act.name}" data-testid="text-${act.name}" rows=${rows} maxlength=${act.longest || LONGEST} autocomplete="off" autocapitalize="sentences" lang=${lang ?? nothing}
      enterkeyhint=${act.enterHint || "done"} placeholder=${kind === "black" ? gettext("A sentence; tap its words to make blanks") : gettext("Something to fill a blank with")}
      .value=${live(draft.text)} @input=${onValue((text) => act.type(text))} @keydown=${(/** @type {KeyboardEvent} */ event) => pressed(event, act)}></textarea>`;
}

/** @type {(event: KeyboardEvent, act: Builder.Surface) => void} */
function pressed(event, act) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !act.enter) return;
  event.preventDefault();
  act.enter();
}

/**
 * "Blank", and how long the text is when that begins to matter.
 * @type {(sheet: Pick<Builder.Sheet, "draft">, act: Pick<Builder.Surface, "name" | "blank">) => unknown}
 */
export function blankButton({draft}, act) {
  const {length} = draft.text;
  return html`<button type="button" class="quiet blank-button" data-testid="blank-${act.name}" @mousedown=${(/** @type {Event} */ event) => event.preventDefault()}
      @click=${() => act.blank()}><span class="bar" aria-hidden="true"></span>${gettext("Blank")}</button>
    ${length > WARN ? html`<span class="hint length">${gettext("%(length)s of %(most)s", {length, most: LONGEST})}</span>` : nothing}`;
}

/**
 * A card as it lies in the list: what players see, nothing to tap inside.
 * @type {(card: Pick<Builder.Card, "kind" | "text" | "pick">, lang?: string) => unknown}
 */
export function plainCard(card, lang) {
  const text = shown(card.text, card.kind);
  return html`<span class="text" lang=${lang ?? nothing}>${tokens(text).map((token) => {
    if (token.kind === "blank") return html`<span class="blank"><span class="sr">${gettext("blank")}</span></span>`;
    return token.em ? html`<em>${token.text}</em>` : token.text;
  })}</span>${card.kind === "black" && (card.pick || pickFor(text)) > 1 ? html`<span class="pick">${gettext("Pick")} <b>${card.pick || pickFor(text)}</b></span>` : nothing}`;
}

/**
 * The beginning of a text, for whoever knows the rest.
 * @param {string} text
 */
export const short = (text) => (text.length > 40 ? `${text.slice(0, 40)}\u2026` : text);

/** @param {string} text */
export const sizeOf = (text) => size(text.replace(/_+/g, "______"));
