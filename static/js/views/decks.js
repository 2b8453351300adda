/** The deck chooser: a shelf of card boxes with a search field. */
import {html, nothing} from "../../lit/lit-html.js";
import {repeat} from "../../lit/directives/repeat.js";
import {counted} from "../text.js";
import {checkIcon} from "./icons.js";

function matches(deck, words) {
  const text = `${deck.name} ${deck.description} ${deck.language} ${deck.rating}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function box(room, deck) {
  const chosen = room.ui.decks.includes(deck.id);
  return html`<li><button type="button" class="box option" data-testid="deck-option" data-deck=${deck.id}
      aria-pressed=${chosen ? "true" : "false"} @click=${() => room.act.toggleDeck(deck.id)}>
    <span class="mark" aria-hidden="true">${chosen ? checkIcon : nothing}</span>
    <b>${deck.name}</b>
    <span class="tags">${[deck.rating, deck.language].filter(Boolean).join(" \u00B7 ")}</span>
    ${deck.description ? html`<span class="about">${deck.description}</span>` : nothing}
    <span class="counts">${deck.black} black \u00B7 ${deck.white} white</span>
  </button></li>`;
}

export function decksPanel(room) {
  const {ui, decks, table} = room;
  if (decks === "failed") {
    return html`<p>The shelf did not open. <button type="button" class="quiet" @click=${() => room.act.loadDecks()}>Try again</button></p>`;
  }
  if (!decks) return html`<p class="hint">Opening the shelf\u2026</p>`;
  const words = ui.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = decks.filter((deck) => matches(deck, words));
  return html`
    <label class="search"><span class="sr">Search decks</span>
      <input type="search" placeholder="Search ${counted(decks.length, "deck")}" .value=${ui.filter}
        autocomplete="off" @input=${(event) => room.act.filter(event.target.value)}></label>
    ${shown.length === 0 ? html`<p class="hint">No deck has these words.</p>` : html`<ul class="shelf" role="list">
      ${repeat(shown, (deck) => deck.id, (deck) => box(room, deck))}</ul>`}
    <footer class="panel-foot">
      <p class="hint">${ui.decks.length ? `${counted(ui.decks.length, "deck")} chosen${table.serves === undefined ? "" : `, serves up to ${counted(table.serves, "player")}`}` : "Pick one or more"}</p>
      <button type="button" class="primary" data-testid="decks-done" @click=${() => room.act.close()}>Done</button>
    </footer>`;
}
