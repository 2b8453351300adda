/** Who may play with the deck: its maker alone, friends with the code, everybody. Each is one press away. */
import {html, nothing} from "../../../lit/lit-html.js";
import {twoStep} from "../../kit/confirm.js";
import {linkIcon, shareIcon} from "../../kit/icons.js";
import {listed} from "../../kit/words.js";
import {KINDS} from "../cards.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/** @type {Record<string, string>} */
const STATES = {draft: gettext("Only for me"), review: gettext("In review"), published: gettext("For everybody"), archived: gettext("Archived")};

/** @param {Pick<Builder.Standing, "status" | "listed">} standing */
export const stateOf = ({status, listed: open}) => (status === "published" && !open ? gettext("For friends") : STATES[status]);

/** @param {Pick<Builder.Standing, "off">} standing */
export const offNotice = ({off}) => (off ? html`<p class="notice" data-testid="off"><b>${gettext("Switched off for this site.")}</b>
  ${gettext("Nobody else finds this deck, and no table can choose it, until those who look after the site switch it on again. Your cards stay, and you can go on writing.")}</p>` : nothing);

/**
 * "3 more black cards and 4 more white cards", or "" when it has enough.
 * @param {Builder.Counts} missing
 */
export function lacks(missing) {
  /** @type {Record<string, (count: number) => string>} */
  const words = {black: (count) => ngettext("%(count)s more black card", "%(count)s more black cards", count), white: (count) => ngettext("%(count)s more white card", "%(count)s more white cards", count)};
  const lacking = KINDS.filter((kind) => missing[kind]).map((kind) => words[kind](missing[kind]));
  return listed(lacking);
}

/** @typedef {{title: string, says: string, now: boolean, press: unknown, more?: unknown}} Audience */

/** @param {Audience} audience */
const row = ({title, says, now, press, more = nothing}) => html`<li class=${now ? "now" : ""} aria-current=${now ? "true" : nothing}>
  <div class="head"><b>${now ? html`<span aria-hidden="true">\u2713 </span>` : nothing}${title}</b><span>${says}</span></div>${now ? nothing : press}${more}</li>`;

/** @param {Builder.Model} builder */
export function audiencePanel(builder) {
  const {act, ui, standing, facts} = builder;
  const {status, listed: open, review_note: note} = standing;
  const empty = standing.counts.black + standing.counts.white === 0;
  const everybody = status === "published" && open;
  const friends = status === "published" && !open;
  const busy = Boolean(ui.busy);
  /** @type {(testid: string, label: string, name: string, look?: string) => unknown} */
  const button = (testid, label, name, look = "quiet") => html`<button type="button" class=${look} data-testid=${testid} ?disabled=${busy || (empty && name !== "withdraw")} @click=${() => act.publish(name)}>${label}</button>`;
  /** @type {(testid: string, label: string, sure: string, name: string) => unknown} */
  const twice = (testid, label, sure, name) => twoStep(builder.confirmation, {key: testid, label, sure, act: () => act.publish(name), disabled: busy});
  return html`${offNotice(standing)}${note && status === "draft" ? html`<p class="notice"><b>${gettext("The reviewer says:")}</b> ${note}</p>` : nothing}
    <ul class="audiences" role="list">
    ${row({title: gettext("Only me"), says: gettext("Nobody else finds it. You can play with it at your own tables."), now: status === "draft",
    press: everybody ? nothing : twice("withdraw", status === "review" ? gettext("Take it back to me alone") : gettext("Keep it to myself"), gettext("Yes, its code opens nothing then"), "withdraw")})}
    ${row({title: gettext("Friends"), says: gettext("Whoever has the code or the link. Nobody is asked, and you can go on writing."), now: friends,
    press: everybody ? twice("unlist", gettext("Take it off the shelf"), gettext("Yes, only by its code"), "unlist") : button("share", gettext("Play it with friends"), "share", status === "draft" ? "primary" : "quiet"),
    more: status === "draft" ? nothing : codeCard(builder)})}
    ${row({title: gettext("Everybody"), says: status === "review" ? gettext("A reviewer will read all cards and check the rating: %(rating)s. Friends with the code can play already.", {rating: facts.rating})
      : everybody ? gettext("It stands on the shelf.") : gettext("On the shelf, once a reviewer has read all cards and checked the rating: %(rating)s.", {rating: facts.rating}), now: everybody || status === "review",
    press: html`${checks(builder)}${button("ask", gettext("Ask a reviewer"), "ask")}`, more: everybody ? html`<a class="quiet button" href=${builder.links.page}>${gettext("Look at its page")}</a>` : nothing})}
    </ul>`;
}

/** @param {Builder.Model} builder */
function codeCard({act, standing, links}) {
  const code = `${standing.code.slice(0, 4)} ${standing.code.slice(4)}`;
  return html`<section class="code-card card black"><span class="label">${gettext("The code, to type in at a table")}</span><b class="share-code" data-testid="share-code">${code}</b>
    <span class="row"><button type="button" class="quiet" @click=${() => act.copyCode(standing.code, gettext("Code"))}>${linkIcon} ${gettext("Copy code")}</button>
      <button type="button" class="quiet" @click=${() => act.share()}>${shareIcon} ${gettext("Share link")}</button></span></section>
    <a class="primary button" href=${links.play} data-testid="open-room">${gettext("Open a room with it")}</a>`;
}

/** @param {Builder.Model} builder */
function checks({standing: {missing}, facts}) {
  const needs = lacks(missing);
  /** @type {[boolean, string][]} */
  const list = [[Boolean(facts.description), "a description"], [Boolean(facts.licence), "a licence"]];
  const better = list.filter(([done]) => !done);
  return html`${needs ? html`<p class="hint" data-testid="missing">${gettext("As it is, it stands there as an expansion: only together with other decks. With %(cards)s it is a deck of its own.", {cards: needs})}</p>` : nothing}
    ${better.length ? html`<p class="hint">${gettext("Better with %(facts)s.", {facts: listed(better.map(([, label]) => label))})}</p>` : nothing}`;
}
