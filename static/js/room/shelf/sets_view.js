/** Sets in the deck chooser: chips to take them whole, and the choices that the host keeps. */
import {html, nothing} from "../../../lit/lit-html.js";
import {live} from "../../../lit/directives/live.js";
import {repeat} from "../../../lit/directives/repeat.js";
import {onSubmit, onValue} from "../../kit/dom.js";
import {checkIcon} from "../../kit/icons.js";
import {taken} from "./set_choice.js";
import {gettext, ngettext} from "../../kit/i18n.js";

/** @type {(shelf: Room.Model["shelf"], set: Wire.DeckSet) => unknown} */
function chip(shelf, set) {
  const state = taken(set.decks, shelf.chosen);
  return html`<li><button type="button" class="deck-set" data-testid="deck-set" aria-pressed=${state} title=${set.description || nothing}
      @click=${() => shelf.toggleSet(set)}>
    <span class="tick-box" aria-hidden="true">${state === "true" ? checkIcon : state === "mixed" ? "\u2013" : nothing}</span>
    <b>${set.name}</b> <span class="counts">${ngettext("%(count)s deck", "%(count)s decks", set.decks.length)}${set.own ? ` \u00B7 ${gettext("kept")}` : ""}</span></button></li>`;
}

/** @param {Room.Model["shelf"]} shelf */
export function setChips(shelf) {
  const sets = shelf.takeable;
  if (!sets.length || shelf.words.trim()) return nothing;
  return html`<section aria-label=${gettext("Sets of decks")}><p class="label">${gettext("Take a whole set")}</p>
    <ul class="deck-sets" role="list">${repeat(sets, (set) => set.id, (set) => chip(shelf, set))}</ul></section>`;
}

/**
 * Below the chosen decks: keep them for the next table, or let earlier choices go.
 * @param {Room.Model["shelf"]} shelf
 */
export function keeping({sets, chosen}) {
  return html`<form class="keeping" @submit=${onSubmit(() => sets.keep(chosen))}>
      <label for="kept-name">${gettext("Keep this choice for the next table")}</label>
      <div class="row"><input id="kept-name" type="text" maxlength="200" placeholder=${gettext("Friday at ours")} autocomplete="off" data-testid="kept-name"
        .value=${live(sets.name)} @input=${onValue((name) => sets.call(name))}>
      <button class="quiet" ?disabled=${sets.busy} data-testid="keep-decks">${gettext("Keep")}</button></div>
      ${sets.trouble ? html`<p class="trouble" role="alert">${sets.trouble}</p>` : nothing}
      <p class="said" role="status">${sets.said}</p>
      ${sets.signedIn ? nothing : html`<p class="hint">${gettext("Kept in this browser. Sign in, and your choices are kept with your account.")}</p>`}
    </form>
    ${sets.own.length ? html`<ul class="kept" role="list">${repeat(sets.own, (set) => set.id, (set) => html`<li><span>${set.name}
      <span class="hint">${ngettext("%(count)s deck", "%(count)s decks", set.decks.length)}</span></span>
      <button type="button" class="quiet" aria-label=${gettext("Let %(name)s go", {name: set.name})} @click=${() => sets.forget(set)}>${gettext("Let go")}</button></li>`)}</ul>` : nothing}`;
}
