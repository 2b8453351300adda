/**
 * Writing on a card: typing, tapping words, putting blanks, choosing its kind; for the new card (`composing`) and for the one
 * that is changed in its place (`changing`). Sends nothing: what was written is saved by `soon` and by `act`.
 */
import {elementIfAny} from "../kit/dom.js";
import {debounce} from "../kit/schedule.js";
import {composerKind, draftOf, hasBlank, lines, retyped, shown, tapped, withBlank} from "./words.js";

const HINT_AFTER = 600;

/**
 * The field that belongs to the surface with this name, where it is drawn.
 * @param {string} name
 * @returns {?HTMLTextAreaElement}
 */
export const fieldOf = (name) => elementIfAny(`#text-${name}`);

/**
 * {composing, changing}: what surface.js wants of whoever it draws for.
 * @param {Pick<Builder.Parts, "saving" | "links" | "ask" | "draw" | "focus"> & {ui: Builder.Ui, act: Builder.Actions, soon: () => void}} parts
 * @returns {Builder.Writing}
 */
export function writingActions({ui, saving, links, ask, draw, focus, act, soon}) {
  const hint = debounce(async () => {
    const {draft} = ui.composer;
    const text = draft.text.trim();
    if (text.length < 6 || ui.composer.many || saving.status !== "saved") return;
    /** @type {?{near: string}} */
    const answer = await ask(`${links.near}?${new URLSearchParams({kind: composerKind(ui), text: shown(text, composerKind(ui))})}`);
    if (answer && ui.composer.draft === draft) {
      ui.composer.near = answer.near;
      draw();
    }
  }, HINT_AFTER);

  /** @type {Builder.Writing["composing"]} */
  const composing = {
    name: "new", enterHint: "send", longest: 400000, enter: () => act.add(),
    type(text) {
      const {composer} = ui;
      composer.draft = retyped(composer.draft, text);
      composer.near = "";
      composer.problems = composer.problems.filter((one) => text.includes(one.text));
      if (lines(text).length > 1) composer.many = composer.many || "auto";
      else Object.assign(composer, {many: "", oneCard: false});
      hint();
      draw();
    },
    tap: (token) => changeDraft(ui.composer, token, "new", () => hint()),
    blank: () => putBlank(ui.composer, "new"),
    kind(kind) {
      ui.composer.kind = kind;
      if (kind === "white") ui.composer.draft = unblanked(ui.composer.draft);
      draw();
      focus("new");
    },
    /** What many lines are: cards "auto" (by their blanks), all "black", all "white", or "one" card with line breaks. */
    linesAre(kind) {
      Object.assign(ui.composer, kind === "one" ? {oneCard: true} : {many: kind, oneCard: false});
      draw();
    },
  };

  /** @type {Builder.Writing["changing"]} */
  const changing = {
    name: "card", enterHint: "done", enter: () => act.close(),
    type(text) {
      if (ui.editing) ui.editing.draft = retyped(ui.editing.draft, text);
      soon();
    },
    tap: (token) => ui.editing && changeDraft(ui.editing, token, "card", soon),
    blank: () => ui.editing && putBlank(ui.editing, "card", soon),
    kind(kind) {
      if (!ui.editing) return;
      if (kind === "white") ui.editing.draft = unblanked(ui.editing.draft);
      ui.editing.kind = kind;
      soon();
    },
  };

  /** @type {(sheet: Builder.Composer | Builder.Editing, token: Builder.Token, name: string, then: () => void) => void} */
  function changeDraft(sheet, token, name, then) {
    const next = tapped(sheet.draft, token.from);
    if (next === sheet.draft) selectIn(name, token);
    else {
      sheet.draft = next;
      sheet.kind = hasBlank(next.text) ? "black" : sheet.kind;
    }
    then();
    draw();
  }

  /**
   * @param {Builder.Composer | Builder.Editing} sheet
   * @param {string} name
   */
  function putBlank(sheet, name, then = () => {}) {
    const field = fieldOf(name);
    const {draft, cursor} = withBlank(sheet.draft, field ? field.selectionStart : sheet.draft.text.length, field ? field.selectionEnd : sheet.draft.text.length);
    Object.assign(sheet, {draft, kind: "black"});
    then();
    draw();
    queueMicrotask(() => field && field.setSelectionRange(cursor, cursor));
  }

  return {composing, changing};
}

/**
 * Write over a blank under which there is no word.
 * @type {(name: string, token: Builder.Token) => void}
 */
function selectIn(name, token) {
  const field = fieldOf(name);
  if (!field) return;
  field.focus();
  field.setSelectionRange(token.from, token.to);
}

/**
 * A draft whose blanks have given their words back, as far as they cover any.
 * @param {Builder.Draft} draft
 */
function unblanked(draft) {
  let number = -1;
  const text = draft.text.replace(/_+(?:\{[^}]*\})?/g, (blank) => {
    number += 1;
    return draft.under[number] || blank;
  });
  return retyped(draftOf(""), text);
}
