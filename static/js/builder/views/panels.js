/** What opens over the builder: the deck's facts, who may play with it, cards that read alike. */
import {html, nothing} from "../../../lit/lit-html.js";
import {onValue} from "../../kit/dom.js";
import {twoStep} from "../../kit/confirm.js";
import {panelView} from "../../kit/overlay.js";
import {audiencePanel, stateOf} from "./audience.js";
import {savingStatus} from "./status.js";
import {gettext} from "../../kit/i18n.js";

/** @type {Record<string, string>} */
const TITLES = {deck: gettext("This deck"), facts: gettext("Name and facts"), publish: gettext("Who may play with it?"), doubles: gettext("Cards that read alike")};

/** @param {Builder.Model} builder */
function menu(builder) {
  const {act, standing, links} = builder;
  /** @type {(panel: string, label: string, hint: string | undefined) => unknown} */
  const entry = (panel, label, hint) => html`<li><button type="button" data-testid="open-${panel}" @click=${() => act.open(panel)}><b>${label}</b><span>${hint}</span></button></li>`;
  return html`<ul class="links-list" role="list">
    ${entry("publish", gettext("Who may play with it?"), stateOf(standing))}
    ${entry("facts", gettext("Name and facts"), gettext("description, tags, licence, language, rating"))}
    ${entry("doubles", gettext("Look for doubles"), gettext("cards that read alike"))}
    ${links.import ? html`<li><a href=${links.import}><b>${gettext("Bring cards from a file")}</b><span>${gettext("or another game")}</span></a></li>` : nothing}
    ${links.export ? html`<li class="copies"><b>${gettext("Save a copy")}</b><span>${builder.formats.map(([form, label]) => html`<a href=${links.export.replace(/form\/$/, `${form}/`)} download>${label}</a>`)}</span></li>` : nothing}
  </ul>
  ${builder.own ? html`<div class="stack">${twoStep(builder.confirmation, {key: "archive", label: gettext("Put it into the archive"), sure: gettext("Yes, put it away"), act: () => act.publish("archive"), disabled: Boolean(builder.ui.busy)})}
    <p class="hint">${gettext("Nobody finds it there; you can take it out again, or delete it for good.")}</p></div>` : nothing}`;
}

/** @param {Builder.Model} builder */
function factsPanel(builder) {
  const {facts, act, ratings, languages, standing} = builder;
  /** @type {(name: keyof Builder.Facts, label: string, hint?: string, attributes?: {longest?: number, capitals?: string}) => unknown} */
  const line = (name, label, hint = "", attributes = {}) => html`<label class="field"><span>${label}</span>
    <input type="text" name=${name} maxlength=${attributes.longest || 200} autocomplete="off" autocapitalize=${attributes.capitals || "sentences"} .value=${facts[name]}
      @change=${onValue((value) => act.facts(name, value))}>${hint ? html`<span class="helptext">${hint}</span>` : nothing}</label>`;
  return html`<div class="facts-form">
    ${line("name", gettext("Name"))}
    <label class="field"><span>${gettext("Description")}</span><textarea name="description" rows="3" maxlength="2000" .value=${facts.description}
      @change=${onValue((value) => act.facts("description", value))}></textarea></label>
    <div class="field"><span id="rating-label">${gettext("For which table")}</span><div class="thirds" role="group" aria-labelledby="rating-label">
      ${ratings.map(([value, label]) => html`<button type="button" aria-pressed=${facts.rating === value ? "true" : "false"} data-testid="rating-${value}"
        @click=${() => act.facts("rating", value)}><b>${label.split(":")[0]}</b><span>${label.split(":")[1]}</span></button>`)}</div>
      ${standing.status === "review" || (standing.status === "published" && standing.listed)
    ? html`<span class="helptext">${gettext("Reviewers have seen it: you can make it stricter, not milder.")}</span>` : nothing}</div>
    <label class="field"><span>${gettext("Language")}</span><select name="language" @change=${onValue((value) => act.facts("language", value))}>
      ${languages.map(([tag, name]) => html`<option value=${tag} ?selected=${facts.language === tag}>${name}</option>`)}</select></label>
    ${line("tags", gettext("Tags"), gettext("Words with spaces between: people search by them."), {capitals: "none", longest: 300})}
    ${line("author", gettext("Author"), "", {capitals: "words"})}
    ${line("licence", gettext("Licence"), gettext("For example CC BY-SA 4.0; empty means all rights are yours."), {capitals: "none"})}
    <label class="field"><span>${gettext("Where the cards come from")}</span><textarea name="source_note" rows="2" maxlength="2000" .value=${facts.source_note}
      @change=${onValue((value) => act.facts("source_note", value))}></textarea></label>
  </div>`;
}

/** @param {Builder.Model} builder */
function doublesPanel(builder) {
  const {ui, act} = builder;
  const {doubles} = ui;
  if (doubles === "failed") return html`<p>${gettext("Looking did not work.")} <button type="button" class="quiet" @click=${() => act.loadDoubles()}>${gettext("Try again")}</button></p>`;
  if (!doubles) return html`<p class="hint">${gettext("Looking\u2026")}</p>`;
  const here = doubles.pairs.filter((pair) => !builder.gone.has(pair.one.id) && !builder.gone.has(pair.other.id));
  if (!here.length) return html`<p class="nobody">${gettext("No two cards read alike.")} ${doubles.complete ? "" : gettext("Not all of them could be compared.")}</p>`;
  return html`<p class="hint">${gettext("A game deals cards that read the same once. Which of two near ones is funnier?")}</p>
    <ul class="pairs" role="list">${here.map((pair) => html`<li>
      ${[pair.one, pair.other].map((card) => html`<div class="card small ${pair.kind}"><span class="text" lang=${builder.facts.language}>${card.text}</span>
        <button type="button" class="quiet" @click=${() => act.remove(card.id)}>${gettext("Delete")}</button></div>`)}
      <span class="label">${pair.same ? gettext("read the same") : gettext("nearly the same")}</span></li>`)}</ul>
    ${doubles.complete ? nothing : html`<p class="hint">${gettext("There are more than these.")}</p>`}`;
}

/** @type {Record<string, (builder: Builder.Model) => unknown>} */
const PANELS = {deck: menu, facts: factsPanel, publish: audiencePanel, doubles: doublesPanel};

/**
 * The open panel.
 * @param {Builder.Model} builder
 */
export function panel(builder) {
  const {name} = builder.panels;
  const head = name === "facts" ? html`<p class="status" role="status" data-testid="facts-saved">${savingStatus(builder)}</p>` : nothing;
  return panelView(builder.panels, builder.toasts, {title: TITLES[name], head, body: PANELS[name](builder)});
}
