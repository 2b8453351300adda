/**
 * What people do with the deck as a whole: its facts, its state, doubles, proposals, its code. Draws nothing itself.
 */
import {copy, share} from "../kit/share.js";
import {gettext} from "../kit/i18n.js";

/**
 * @param {Pick<Builder.Parts, "state" | "saving" | "links" | "ask" | "draw" | "panels" | "confirmation"> & {act: Builder.Actions}} parts
 * @returns {Builder.DeckActions}
 */
export function deckActions({state, saving, links, ask, draw, act, panels, confirmation}) {
  const {ui} = state;
  return {
    open(panel) {
      act.close();
      confirmation.forget();
      ui.composer.open = false;
      if (panel === "doubles") act.loadDoubles();
      panels.open(panel);
    },

    facts(name, value) {
      if (value.trim() !== saving.shownFacts[name]) saving.push({verb: "facts", facts: {[name]: value.trim()}});
    },

    async loadDoubles() {
      ui.doubles = null;
      ui.doubles = await ask(links.doubles) || "failed";
      draw();
    },

    async loadProposals() {
      /** @type {?{proposals: Builder.Proposal[]}} */
      const answer = await ask(links.proposed);
      ui.proposals = answer ? answer.proposals : "failed";
      draw();
    },

    async decide(proposal, accept) {
      const answer = await act.post(links.decide, {proposal: proposal.id, accept});
      if (!answer) return;
      if (Array.isArray(ui.proposals)) ui.proposals = ui.proposals.filter((one) => one.id !== proposal.id);
      await saving.reload();
      act.say(accept ? gettext("It is in the deck now.") : gettext("Refused, kindly."));
    },

    async publish(name) {
      if (saving.steps.length) {
        act.say(gettext("One moment: your last changes are still on their way."));
        return;
      }
      const answer = await act.post(links.step, {step: name});
      if (answer && answer.gone) window.location.assign(links.mine);
      else if (answer) await saving.reload();
      draw();
    },

    /** The one decision: whoever has the code or the link plays with it. Then its code is shown. */
    async playWithFriends() {
      if (state.standing.status === "draft") await act.publish("share");
      if (state.standing.status !== "draft") act.open("publish");
    },

    /** Post something that is not a step of the cards; null when it was refused, which people are told. */
    async post(url, body) {
      if (ui.busy) return null;
      ui.busy = url;
      draw();
      const answer = await state.post(url, body);
      ui.busy = "";
      if (!answer.ok) act.say(answer.data.message);
      draw();
      return answer.ok ? answer.data : null;
    },

    async copyCode(text, what) {
      act.say(await copy(text) ? `${what} copied.` : gettext("Copying did not work; hold your finger on it instead."));
    },

    async share() {
      const done = await share({title: saving.shownFacts.name, text: gettext("Play with my cards: %(name)s", {name: saving.shownFacts.name}), url: links.share});
      if (done === "copied") act.say(gettext("Link copied."));
    },
  };
}
