/** The page that proposes a card: shows it as players would see it, and makes blanks of words that are tapped. */
import "./plain.js";
import {html, render} from "../../lit/lit-html.js";
import {element, elements} from "../kit/dom.js";
import {blankButton, wordCard} from "../builder/views/surface.js";
import {draftOf, hasBlank, retyped, tapped, withBlank} from "../builder/words.js";
import {gettext} from "../kit/i18n.js";

const form = element("#proposal");
const place = element("#preview");
/** @type {HTMLTextAreaElement} */
const field = element("textarea", form);
/** @type {HTMLInputElement[]} */
const kinds = elements("[name=kind]", form);
/** @type {Builder.Sheet} */
const sheet = {draft: draftOf(field.value), kind: kindChosen(), lang: form.dataset.language};
let byHand = false;

function kindChosen() {
  return kinds.find((one) => one.checked)?.value === "black" ? "black" : "white";
}

function draw() {
  if (!byHand && hasBlank(sheet.draft.text)) sheet.kind = "black";
  kinds.forEach((one) => { one.checked = one.value === sheet.kind; });
  if (field.value !== sheet.draft.text) field.value = sheet.draft.text;
  render(html`${wordCard(sheet, act, sheet.kind === "black" ? gettext("A sentence with a blank\u2026") : gettext("Something funny\u2026"))}
    <div class="tools">${blankButton(sheet, act)}<span class="hint">${gettext("or tap a word of the card")}</span></div>`, place);
}

const act = {
  name: "proposal",
  /** @param {Builder.Token} token */
  tap(token) {
    const next = tapped(sheet.draft, token.from);
    if (next === sheet.draft) {
      field.focus();
      field.setSelectionRange(token.from, token.to);
      return;
    }
    Object.assign(sheet, {draft: next, kind: hasBlank(next.text) ? "black" : sheet.kind});
    draw();
  },
  blank() {
    const {draft, cursor} = withBlank(sheet.draft, field.selectionStart, field.selectionEnd);
    Object.assign(sheet, {draft, kind: "black"});
    draw();
    field.setSelectionRange(cursor, cursor);
  },
};

field.addEventListener("input", () => {
  sheet.draft = retyped(sheet.draft, field.value);
  draw();
});
kinds.forEach((one) => one.addEventListener("change", () => {
  byHand = true;
  sheet.kind = kindChosen();
  draw();
}));
draw();
