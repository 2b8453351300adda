/** What was written and not taken, beside what the card says now, with the ways on. */
import {html, nothing} from "../../../lit/lit-html.js";
import {find} from "../cards.js";
import {CONFLICT} from "../steps.js";
import {plainCard, sizeOf} from "./surface.js";
import {gettext} from "../../kit/i18n.js";

/** @type {(builder: Builder.Model, held: Builder.Held) => unknown} */
function one(builder, held) {
  const {act, cards, facts: {language}} = builder;
  const now = held.gone ? undefined : find(cards, held.id);
  const kind = held.facts.kind || (now && now.kind) || (held.id.startsWith("b") ? "black" : "white");
  const {text} = held.facts;
  /** @type {(label: string, card: {kind: Builder.Kind, text: string}) => unknown} */
  const side = (label, card) => html`<div><span class="label">${label}</span><article class="card small ${card.kind} ${sizeOf(card.text)}">${plainCard(card, language)}</article></div>`;
  /** @type {(testid: string, label: string, run: () => void, look?: string) => unknown} */
  const button = (testid, label, run, look = "quiet") => html`<button type="button" class=${look} data-testid=${testid} @click=${run}>${label}</button>`;
  return html`<section class="held" role="alert" data-testid="held"><p><b>${held.message}</b>${text === undefined ? ` ${gettext("What you changed about it was not saved.")}` : nothing}</p>
    ${text === undefined ? nothing : html`<div class="both">${now ? side(gettext("It says"), now) : nothing}${side(gettext("You wrote"), {kind, text})}</div>`}
    <div class="tools">${held.gone ? html`${button("throw-away", gettext("Throw mine away"), () => act.letGo(held, false), "primary")}${text ? button("as-new", gettext("Write it as a new card"), () => act.letGo(held, true)) : nothing}`
    : html`${button("keep-theirs", held.message === CONFLICT ? gettext("Keep theirs") : gettext("Leave it as it is"), () => act.letGo(held, false), "primary")}${
      held.message === CONFLICT || !now ? button("put-mine", gettext("Put mine in its place"), () => act.putMine(held)) : button("change-mine", gettext("Change mine"), () => act.changeMine(held))}`}</div>
  </section>`;
}

/** @param {Builder.Model} builder */
export const heldCards = (builder) => builder.ui.held.map((held) => one(builder, held));
