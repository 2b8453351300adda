/**
 * What somebody wrote on a card and the server did not take, because the card was changed or removed elsewhere, or cannot be
 * so. It is held beside what the card says now until they decide; it never becomes a second card by itself.
 */
import {find} from "./cards.js";
import {GONE} from "./steps.js";
import {draftOf, shown} from "./words.js";

/**
 * @param {Pick<Builder.Parts, "saving" | "draw"> & {ui: Builder.Ui, act: Builder.Actions}} parts
 * @returns {Builder.HeldActions}
 */
export function heldActions({ui, saving, draw, act}) {
  /** @param {Builder.Held} held */
  const forget = (held) => { ui.held = ui.held.filter((one) => one !== held); };
  return {
    hold({id, facts, message}) {
      const mine = {...facts};
      if (ui.editing && ui.editing.id === id) {
        const text = shown(ui.editing.draft.text.trim(), ui.editing.kind);
        if (text) mine.text = text;
        ui.editing = null;
        ui.dirty = false;
      }
      ui.held = [...ui.held.filter((one) => one.id !== id), {id, facts: mine, message, gone: message === GONE}];
      draw();
    },

    putMine(held) {
      forget(held);
      const card = find(saving.cards, held.id);
      saving.push({verb: "change", id: held.id, ...(card && {was: card.text}), facts: held.facts, session: saving.newId()});
      draw();
    },

    changeMine(held) {
      const card = find(saving.cards, held.id);
      if (!card) return;
      forget(held);
      act.tab(card.kind);
      act.edit(held.id);
      if (ui.editing && held.facts.text) ui.editing.draft = draftOf(held.facts.text);
      draw();
    },

    letGo(held, asNew) {
      forget(held);
      if (asNew && held.facts.text) act.putBack([held.facts.text], []);
      draw();
    },
  };
}
