/** What opens over the builder: the deck's facts, who may find it, cards that read alike. */
import {html, nothing} from "../../../lit/lit-html.js";
import {listed} from "../../kit/words.js";
import {twoStep} from "../../kit/confirm.js";
import {linkIcon, shareIcon} from "../../kit/icons.js";
import {panelView} from "../../kit/overlay.js";
import {savingStatus} from "./status.js";

const TITLES = {deck: "This deck", facts: "Name and facts", publish: "Share and publish", doubles: "Cards that read alike"};
export const STATES = {draft: "Draft", review: "In review", published: "Published", archived: "Archived"};

export const stateOf = ({status, listed: open}) => (status === "published" && !open ? "Shared by its code" : STATES[status]);

/** "3 black and 4 white cards more", or "" when it has enough. */
export function lacks(missing) {
  const parts = ["black", "white"].filter((kind) => missing[kind]).map((kind) => `${missing[kind]} ${kind}`);
  const one = missing.black + missing.white === 1;
  return parts.length ? `${listed(parts)} ${one ? "card" : "cards"} more` : "";
}

function menu(builder) {
  const {act, standing, links} = builder;
  const entry = (panel, label, hint) => html`<li><button type="button" data-testid="open-${panel}" @click=${() => act.open(panel)}><b>${label}</b><span>${hint}</span></button></li>`;
  return html`<ul class="links-list" role="list">
    ${entry("publish", "Share and publish", stateOf(standing))}
    ${entry("facts", "Name and facts", "description, tags, licence, language, rating")}
    ${entry("doubles", "Look for doubles", "cards that read alike")}
    ${links.import ? html`<li><a href=${links.import}><b>Bring cards from a file</b><span>or another game</span></a></li>` : nothing}
    ${links.export ? html`<li class="copies"><b>Save a copy</b><span>${builder.formats.map(([form, label]) => html`<a href=${links.export.replace(/form\/$/, `${form}/`)} download>${label}</a>`)}</span></li>` : nothing}
  </ul>
  ${builder.own ? html`<div class="stack">${twoStep(builder.confirmation, {key: "archive", label: "Put it into the archive", sure: "Yes, put it away", act: () => act.publish("archive"), disabled: Boolean(builder.ui.busy)})}
    <p class="hint">Nobody finds it there; you can take it out again, or delete it for good.</p></div>` : nothing}`;
}

function factsPanel(builder) {
  const {facts, act, ratings, languages, standing} = builder;
  const line = (name, label, hint = "", attributes = {}) => html`<label class="field"><span>${label}</span>
    <input type="text" name=${name} maxlength=${attributes.longest || 200} autocomplete="off" autocapitalize=${attributes.capitals || "sentences"} .value=${facts[name]}
      @change=${(event) => act.facts(name, event.target.value)}>${hint ? html`<span class="helptext">${hint}</span>` : nothing}</label>`;
  return html`<div class="facts-form">
    ${line("name", "Name")}
    <label class="field"><span>Description</span><textarea name="description" rows="3" maxlength="2000" .value=${facts.description}
      @change=${(event) => act.facts("description", event.target.value)}></textarea></label>
    <div class="field"><span id="rating-label">For which table</span><div class="thirds" role="group" aria-labelledby="rating-label">
      ${ratings.map(([value, label]) => html`<button type="button" aria-pressed=${facts.rating === value ? "true" : "false"} data-testid="rating-${value}"
        @click=${() => act.facts("rating", value)}><b>${label.split(":")[0]}</b><span>${label.split(":")[1]}</span></button>`)}</div>
      ${standing.status === "review" || (standing.status === "published" && standing.listed)
    ? html`<span class="helptext">Reviewers have seen it: you can make it stricter, not milder.</span>` : nothing}</div>
    <label class="field"><span>Language</span><select name="language" @change=${(event) => act.facts("language", event.target.value)}>
      ${languages.map(([tag, name]) => html`<option value=${tag} ?selected=${facts.language === tag}>${name}</option>`)}</select></label>
    ${line("tags", "Tags", "Words with spaces between: people search by them.", {capitals: "none", longest: 300})}
    ${line("author", "Author", "", {capitals: "words"})}
    ${line("licence", "Licence", "For example CC BY-SA 4.0; empty means all rights are yours.", {capitals: "none"})}
    <label class="field"><span>Where the cards come from</span><textarea name="source_note" rows="2" maxlength="2000" .value=${facts.source_note}
      @change=${(event) => act.facts("source_note", event.target.value)}></textarea></label>
  </div>`;
}

function publishPanel(builder) {
  const {act, ui, standing, links, facts} = builder;
  const {status, listed: open, missing, review_note: note} = standing;
  const needs = lacks(missing);
  const code = `${standing.code.slice(0, 4)} ${standing.code.slice(4)}`;
  const shared = status === "published" || status === "review";
  const say = {
    draft: "Nobody finds it but you. You may play with it at your own tables.",
    review: "A reviewer will read it. Friends with the code can play with it already.",
    published: open ? "Everybody finds it on the shelf." : "Whoever has the code can play with it; it is not on the shelf.",
  }[status];
  const button = (key, label, name, extra = "quiet", off = false) => html`<button type="button" class=${extra} data-testid=${key}
    ?disabled=${off || Boolean(ui.busy)} @click=${() => act.publish(name)}>${label}</button>`;
  return html`<p class="state"><b class="chip-state ${status}">${stateOf(standing)}</b> ${say}</p>
    ${note && status === "draft" ? html`<p class="notice"><b>The reviewer says:</b> ${note}</p>` : nothing}
    ${shared ? html`<section class="code-card card black"><span class="label">Share code</span><b class="share-code" data-testid="share-code">${code}</b>
      <span class="row"><button type="button" class="quiet" @click=${() => act.copyCode(standing.code, "Code")}>${linkIcon} Copy code</button>
        <button type="button" class="quiet" @click=${() => act.share()}>${shareIcon} Share link</button></span></section>` : nothing}
    ${status === "draft" ? html`<h3>For friends</h3>
      <p class="hint">With the code they can play with it and look at it. You can go on writing.</p>
      ${button("share", "Share it by a code", "share", "quiet", standing.counts.black + standing.counts.white === 0)}` : nothing}
    ${status === "draft" || (status === "published" && !open) ? html`<h3>For everybody</h3>
      ${needs ? html`<p class="notice" data-testid="missing">It needs ${needs} before a reviewer looks at it.</p>` : html`<p class="hint">A reviewer reads all cards and checks the rating:
        <b>${facts.rating}</b>. Then it stands on the shelf.</p>`}
      <ul class="checks" role="list">
        ${[[!missing.black, "five black cards that a game deals"], [!missing.white, "ten white cards"], [Boolean(facts.description), "better with a description, so that people know what it is"],
    [Boolean(facts.licence), "better with a licence, so that others know what they may do with it"]].map(([done, label]) => html`<li class=${done ? "done" : ""}><span aria-hidden="true">${done ? "\u2713" : "\u25CB"}</span> ${label}<span class="sr">${done ? ": done" : ": missing"}</span></li>`)}</ul>
      ${button("ask", "Ask to publish", "ask", "primary", Boolean(needs))}` : nothing}
    ${status === "review" ? html`${button("withdraw", "Take it back to the drafts", "withdraw")}
      <p class="hint">Its code opens nothing then, until you share it again.</p>` : nothing}
    ${status === "published" && open ? html`${twoStep(builder.confirmation, {key: "unlist", label: "Take it off the shelf", sure: "Yes, only by its code", act: () => act.publish("unlist"), disabled: Boolean(ui.busy)})}
      <a class="quiet button" href=${links.page}>Look at its page</a>` : nothing}`;
}

function doublesPanel(builder) {
  const {ui, act} = builder;
  const {doubles} = ui;
  if (doubles === "failed") return html`<p>Looking did not work. <button type="button" class="quiet" @click=${() => act.loadDoubles()}>Try again</button></p>`;
  if (!doubles) return html`<p class="hint">Looking\u2026</p>`;
  const here = doubles.pairs.filter((pair) => !builder.gone.has(pair.one.id) && !builder.gone.has(pair.other.id));
  if (!here.length) return html`<p class="nobody">No two cards read alike. ${doubles.complete ? "" : "Not all of them could be compared."}</p>`;
  return html`<p class="hint">A game deals cards that read the same once. Which of two near ones is funnier?</p>
    <ul class="pairs" role="list">${here.map((pair) => html`<li>
      ${[pair.one, pair.other].map((card) => html`<div class="card small ${pair.kind}"><span class="text" lang=${builder.facts.language}>${card.text}</span>
        <button type="button" class="quiet" @click=${() => act.remove(card.id)}>Delete</button></div>`)}
      <span class="label">${pair.same ? "read the same" : "nearly the same"}</span></li>`)}</ul>
    ${doubles.complete ? nothing : html`<p class="hint">There are more than these.</p>`}`;
}

const PANELS = {deck: menu, facts: factsPanel, publish: publishPanel, doubles: doublesPanel};

/** The open panel. */
export function panel(builder) {
  const {name} = builder.panels;
  const head = name === "facts" ? html`<p class="status" role="status" data-testid="facts-saved">${savingStatus(builder)}</p>` : nothing;
  return panelView(builder.panels, builder.toasts, {title: TITLES[name], head, body: PANELS[name](builder)});
}
