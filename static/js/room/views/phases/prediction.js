/** Guessing the winner while the judge reads: a button for the answer one reads, and the list of right guesses. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {can, cardsOf, nameOf} from "../../roles.js";
import {listed} from "../../../kit/words.js";
import {isMine} from "./likes.js";
import {gettext, ngettext, pgettext} from "../../../kit/i18n.js";

/**
 * Whether this person may guess: a player by the rules, who watches while a judge reads.
 * @param {Room.Model} room
 */
function mayGuess({table, seat}) {
  if (seat) return can(seat, "predict");
  return Boolean(table.settings.prediction && table.judge) && (table.phase === "revealing" || table.phase === "judging");
}

/** @param {Room.Model} room */
function guessOf({table, seat, guesses}) {
  return seat ? seat.prediction : guesses.of(table);
}

/**
 * Beside the reader, for the answer that stands in the black card.
 * @type {(room: Room.Model, number: string) => unknown}
 */
export function guessButton(room, number) {
  const {seat, act} = room;
  if (!mayGuess(room) || isMine(room, number)) return nothing;
  const guessed = guessOf(room) === number;
  return html`<button type="button" class="quiet small guess" data-testid="guess" aria-pressed=${guessed ? "true" : "false"} aria-label=${gettext("I guess this one wins: %(answer)s", {answer: cardsOf(room.table, number).join(" / ")})}
    ?disabled=${room.sending("predict")} @click=${() => guessed || (seat ? act.move("predict", {play: number}) : act.guess(number))}>${gettext("My guess")}</button>`;
}

/**
 * On the answer that somebody has guessed.
 * @type {(room: Room.Model, number: string) => unknown}
 */
export function guessMark(room, number) {
  return mayGuess(room) && guessOf(room) === number ? html`<span class="badge guessed" data-testid="guessed">${gettext("Your guess")}</span>` : nothing;
}

/**
 * What the dock says while others read: how to guess, or that one has.
 * @param {Room.Model} room
 */
export function guessHint(room) {
  const {table} = room;
  if (!mayGuess(room) || !Object.values(table.plays || {}).some((play) => play.cards)) return nothing;
  return html`<p class="wait">${guessOf(room) ? gettext("Let us see whether you are right") : gettext("Guess the winner: tap or swipe")}</p>`;
}

/**
 * Who guessed right, once the verdict is told.
 * @param {Room.Model} room
 */
export function rightGuesses({table, me, seat, guesses}) {
  const {right, told, game} = guesses.mine;
  const own = !seat && told && game === table.game ? html`<p class="hint guesses" data-testid="own-guesses">${gettext("You knew %(right)s of %(told)s", {right, told})}</p>` : nothing;
  const names = (table.guessed || []).map((number) => (number === me ? pgettext("guessed right", "you") : nameOf(table, number)));
  return html`${names.length ? html`<p class="hint guesses" data-testid="right-guesses">${gettext("Guessed right: %(names)s", {names: listed(names)})}</p>` : nothing}${own}`;
}

/**
 * Right guesses of the whole game, the best first.
 * @param {Room.Model} room
 */
export function guessList({table}) {
  const list = Object.entries(table.predictions || {}).sort(([a, one], [b, other]) => other - one || Number(a) - Number(b));
  if (!list.length) return nothing;
  return html`<section class="guess-list" aria-label=${gettext("Right guesses")}><h2>${gettext("Who knew it")}</h2>
    <ul class="others" role="list" data-testid="guess-list">${list.map(([number, count]) => html`<li>${nameOf(table, number)} <b>${ngettext("%(count)s right guess", "%(count)s right guesses", count)}</b></li>`)}</ul></section>`;
}
