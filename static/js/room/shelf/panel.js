/** The deck chooser: sets and decks in rows, with all the ways to find one. */
import {html, nothing} from "../../../lit/lit-html.js";
import {live} from "../../../lit/directives/live.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {elementAround, focusSoon, onSubmit, onTick, onValue} from "../../kit/dom.js";
import {sentence} from "../../kit/text.js";
import {checkIcon} from "../../kit/icons.js";
import {doubled} from "./doubled.js";
import {keeping, setChips} from "./sets_view.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/** @type {[string, string][]} */
const TABS = [["all", gettext("All")], ["favourites", "\u2665"], ["recent", gettext("Recent")], ["chosen", gettext("Chosen")]];
/** @type {[string, string][]} */
const RATINGS = [["", gettext("Any rating")], ["family", gettext("Family")], ["teen", gettext("Teen")], ["adult", gettext("Adult")]];
/** @type {Record<string, string>} */
const EMPTY = {
  all: gettext("No deck has these words."),
  favourites: gettext("No favourites here. Give decks a heart where all decks are shown, when you are signed in."),
  recent: gettext("Decks that you choose on this device will be here."),
  chosen: gettext("Nothing is chosen yet."),
};

/**
 * "serves 12 alone", or why it does not
 * @param {Wire.OfferedDeck} deck
 */
function alone(deck) {
  if (!deck.white) return gettext("questions only");
  if (!deck.black) return gettext("answers only");
  if (deck.expansion) return gettext("only together with others");
  return deck.serves === undefined ? "" : deck.serves < 3 ? gettext("too few for a game alone") : gettext("serves %(players)s alone", {players: deck.serves});
}

/** @type {(room: Room.Model, deck: Wire.OfferedDeck, testid?: string) => unknown} */
function row({shelf}, deck, testid = "deck-option") {
  const chosen = shelf.chosen.includes(deck.id);
  const fixed = shelf.fixed.includes(deck.id);
  const facts = [fixed ? gettext("in the game") : "", deck.language, deck.own ? gettext("yours") : "", deck.code ? gettext("by code") : "", alone(deck)];
  return html`<li><button type="button" class="deck-row" data-testid=${testid} data-deck=${deck.id} title=${deck.description || nothing}
      aria-pressed=${chosen ? "true" : "false"} ?disabled=${fixed} @click=${() => shelf.toggle(deck.id)}>
    <span class="tick-box" aria-hidden="true">${chosen ? checkIcon : nothing}</span>
    <b>${deck.name}${deck.favourite ? html` <span class="heart" title=${gettext("Your favourite")}>\u2665<span class="sr"> ${gettext("your favourite")}</span></span>` : nothing}</b>
    <span class="counts"><span class="dot-kind black"></span>${deck.black}<span class="sr"> ${gettext("black,")}</span> <span class="dot-kind white"></span>${deck.white}<span
      class="sr"> ${gettext("white")}</span></span>
    <span class="facts">${deck.rating ? html`<span class="rating ${deck.rating}">${deck.rating}</span>` : nothing} ${facts.filter(Boolean).join(" \u00B7 ")}</span>
  </button></li>`;
}

/**
 * A language and what people call it: "de" is "Deutsch"; a tag that the browser does not know stands for itself.
 * @type {(tag: string) => [string, string]}
 */
function named(tag) {
  try {
    return [tag, new Intl.DisplayNames([tag], {type: "language"}).of(tag) || tag];
  } catch (error) {
    return [tag, tag];
  }
}

/** @type {(name: string, label: string, present: string, values: [string, string][], change: (value: string) => void) => unknown} */
function select(name, label, present, values, change) {
  return html`<label><span class="sr">${label}</span><select name=${name} .value=${live(present)} @change=${onValue(change)}>
    ${values.map(([value, text]) => html`<option value=${value} ?selected=${value === present}>${text}</option>`)}
  </select></label>`;
}

/** @param {Room.Model["shelf"]} shelf */
function byCode(shelf) {
  return html`<details class="by-code"><summary>${gettext("I have a code")}</summary>
    <form @submit=${onSubmit(() => shelf.addCode())}>
      <input type="text" aria-label=${gettext("Code of the deck")} placeholder=${"CDF4 GHJ7"} maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false"
        enterkeyhint="go" data-testid="deck-code" .value=${live(shelf.code)} @input=${onValue((code) => shelf.look({code}))}>
      <button class="quiet" ?disabled=${shelf.busy} data-testid="add-code">${gettext("Add")}</button></form>
    ${shelf.trouble ? html`<p class="trouble" role="alert">${shelf.trouble}</p>` : nothing}</details>`;
}

/** @param {Room.Model["shelf"]} shelf */
function finding(shelf) {
  return html`<div class="finding">
    <label class="search"><span class="sr">${gettext("Search decks")}</span>
      <input type="search" placeholder=${shelf.more ? gettext("Search all decks") : ngettext("Search %(count)s deck", "Search %(count)s decks", shelf.decks.length)} .value=${live(shelf.words)}
        autocomplete="off" @input=${onValue((words) => shelf.look({words}))}></label>
    <div class="tabs" role="group" aria-label=${gettext("Which decks")}>
      ${TABS.map(([tab, text]) => html`<button type="button" aria-pressed=${shelf.tab === tab ? "true" : "false"} data-testid="tab-${tab}" aria-label=${tab === "favourites" ? gettext("Favourites") : nothing}
        @click=${() => shelf.look({tab})}>${text}${tab === "chosen" && shelf.chosen.length ? ` ${shelf.chosen.length}` : ""}</button>`)}</div>
    <div class="narrow">
      ${shelf.family ? nothing : select("rating", gettext("For whom"), shelf.rating, RATINGS, (rating) => shelf.look({rating}))}
      ${shelf.languages.length > 1 ? select("language", gettext("Language"), shelf.language,
    [["", gettext("All languages")], ...shelf.languages.map(named)], (language) => shelf.look({language})) : nothing}
      ${shelf.tags.length ? select("tag", gettext("Tag"), shelf.tag, [["", gettext("Any tag")], ...shelf.tags.map((tag) => /** @type {[string, string]} */ ([tag, tag]))],
    (tag) => shelf.look({tag})) : nothing}
    </div>
    <div class="narrow">
      <label class="tick"><input type="checkbox" data-testid="family-table" .checked=${live(shelf.family)}
        @change=${onTick((family) => shelf.setFamily(family))}> ${gettext("Family table")}</label>
      ${byCode(shelf)}
    </div>
    <p class="said" role="status">${shelf.said}</p></div>`;
}

/** @param {Room.Model} room */
function sum({shelf, table}) {
  if (shelf.fixed.length) return gettext("What is in the hands stays there");
  if (!shelf.chosen.length) return gettext("Pick one or more");
  const decks = ngettext("%(count)s deck", "%(count)s decks", shelf.chosen.length);
  return table.serves === undefined ? decks : ngettext("%(decks)s, serves up to %(count)s player", "%(decks)s, serves up to %(count)s players", table.serves, {decks});
}

/**
 * How many cards are double, to press: which ones then takes the place of the shelf, until it is pressed again.
 * @param {Room.Model} room
 */
function doubles({shelf, table}) {
  if (!doubled(table)) return nothing;
  return html`<button type="button" class="alike" data-testid="doubles" aria-expanded=${shelf.alike ? "true" : "false"}
    @click=${(/** @type {Event} */ event) => {
    elementAround(event, "dialog")?.scrollTo({top: 0});
    shelf.tellAlike();
  }}>${shelf.alike ? gettext("Back to the decks") : doubled(table)}</button>`;
}

/** @param {Wire.Double} double */
function twin({kind, text, deck, like, like_deck: dealt}) {
  const [reads, other] = [{text: like}, {text}].map((card) => sentence(card));
  return html`<li><span class="dot-kind ${kind}"><span class="sr">${kind === "black" ? gettext("black card") : gettext("white card")}</span></span>
    <p><b>${reads}</b> <span class="deck">${dealt}</span></p>
    <p>${reads.toLowerCase() === other.toLowerCase() ? gettext("also") : gettext("like \u201C%(card)s\u201D", {card: other})} <span class="deck">${gettext("in %(deck)s", {deck})}</span></p></li>`;
}

/** @param {Room.Alike} alike */
function twins(alike) {
  if ("failed" in alike) return html`<p role="status">${gettext("The list did not come. Go back and try again.")}</p>`;
  if ("asking" in alike) return html`<p class="hint" role="status">${gettext("Looking which\u2026")}</p>`;
  return html`<p class="hint">${gettext("Of cards that read alike, the game deals the first.")}</p>
    <ul class="twins" role="list" data-testid="twins">${alike.cards.map(twin)}
      ${alike.more ? html`<li class="hint">${gettext("and %(count)s more", {count: alike.more})}</li>` : nothing}</ul>`;
}

/**
 * What is chosen, in one line to open, above all that there is.
 * @param {Room.Model} room
 */
function picked(room) {
  const {picked: decks} = room.shelf;
  if (!decks.length) return nothing;
  const [black, white] = [(/** @type {Wire.OfferedDeck} */ deck) => deck.black, (/** @type {Wire.OfferedDeck} */ deck) => deck.white].map(
    (count) => decks.reduce((many, deck) => many + count(deck), 0));
  return html`<details class="picked"><summary data-testid="picked"><b>${ngettext("Chosen: %(count)s deck", "Chosen: %(count)s decks", decks.length)}</b>
      <span class="hint">${gettext("%(black)s black, %(white)s white", {black, white})}</span></summary>
    <ul class="shelf" role="list">${repeat(decks, (deck) => deck.id, (deck) => row(room, deck, "picked-deck"))}</ul></details>`;
}

/**
 * The rest of the list, some rows with each press; the first of them takes the focus.
 * @type {(shelf: Room.Model["shelf"], left: number) => unknown}
 */
function moreRows(shelf, left) {
  if (left <= 0) return nothing;
  return html`<button type="button" class="quiet more-decks" data-testid="more-decks" @click=${(/** @type {Event} */ event) => {
    const list = elementAround(event, "dialog");
    const before = shelf.rows;
    shelf.showMore();
    focusSoon(list, `.found > li:nth-child(${before + 1}) button`);
  }}>${ngettext("Show more of %(count)s other deck", "Show more of %(count)s other decks", left)}</button>`;
}

/** @param {Room.Model} room */
function findDecks(room) {
  const {shelf} = room;
  const {shown} = shelf;
  return html`${finding(shelf)}${shelf.tab === "all" ? [picked(room), setChips(shelf)] : nothing}${shelf.tab === "chosen" ? keeping(shelf) : nothing}
    ${shown.length === 0 ? html`<p class="hint">${shelf.words.trim() ? EMPTY.all : EMPTY[shelf.tab]}</p>` : html`<ul class="shelf found" role="list">
      ${repeat(shown.slice(0, shelf.rows), (deck) => deck.id, (deck) => row(room, deck))}</ul>${moreRows(shelf, shown.length - shelf.rows)}`}`;
}

/** @param {Room.Model} room */
function done({shelf, act}) {
  const count = shelf.added.length;
  if (!shelf.fixed.length || !count) return html`<button type="button" class="primary" data-testid="decks-done" @click=${() => act.close()}>${gettext("Done")}</button>`;
  return html`<button type="button" class="primary" data-testid="add-decks" @click=${() => act.addDecks()}>${ngettext("Add %(count)s deck", "Add %(count)s decks", count)}</button>`;
}

/** @param {Room.Model} room */
export function decksPanel(room) {
  const {shelf} = room;
  if (shelf.list === "failed") {
    return html`<p>${gettext("The shelf did not open.")} <button type="button" class="quiet" @click=${() => shelf.load()}>${gettext("Try again")}</button></p>`;
  }
  if (!shelf.list) return html`<p class="hint">${gettext("Opening the shelf\u2026")}</p>`;
  return html`
    ${shelf.alike ? twins(shelf.alike) : findDecks(room)}
    <footer class="panel-foot">
      <p class="hint">${sum(room)}${doubles(room)}</p>
      ${done(room)}
    </footer>`;
}
