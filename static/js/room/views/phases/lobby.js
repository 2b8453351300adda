/** Before the game: who is here, how to join, and the host's choices. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {present, seated, startNeeds} from "../../roles.js";
import {face} from "../../../kit/face.js";
import {doubled} from "../../shelf/doubled.js";
import {deckIcon, linkIcon, mailIcon, pencilIcon, shareIcon} from "../../../kit/icons.js";
import {andMore} from "../panels/crowd.js";
import {aboutBots, botSeat, freeSeats} from "../bots.js";
import {later} from "../later.js";
import {lengthy, nameStyle} from "../lines.js";
import {openToAll} from "../panels/open_to_all.js";
import {howWePlay, settingsForm} from "../panels/settings.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

const SHOWN_DECKS = 6;
const tally = later("evening");
/** A card that comes when its night is known. */
const nightCard = later("nightCard", () => nothing);

/** @param {Room.Model} room */
function invitation(room) {
  const {links, act} = room;
  return html`<section class="invitation" aria-label=${gettext("Invite others")}>
    <div><p class="label">${gettext("Room code")}</p>
      <p class="code" data-testid="room-code">${room.table.code}</p></div>
    <img class="qr" src=${links.qr} width="148" height="148" alt=${gettext("QR code with the link to this room")}>
    <div class="row">
      <button type="button" class="quiet" data-testid="copy-link" @click=${() => act.copyLink()}>${linkIcon} ${gettext("Copy link")}</button>
      <button type="button" class="quiet" @click=${() => act.shareLink()}>${shareIcon} ${gettext("Share")}</button>
      ${room.me && room.me === room.table.host ? html`<button type="button" class="quiet" data-testid="invite" @click=${() => act.open("invite")}>${mailIcon} ${gettext("Invite by e-mail")}</button>` : nothing}
    </div>
    ${room.later.views?.invitedLine(room)}
  </section>`;
}

/** @type {(room: Room.Model, number: string, player: Wire.Player) => unknown} */
function botChair(room, number, player) {
  return html`<li class="chair bot">${botSeat(room, number, player, html`${face(room.links.faces, player)}
    <span class="name ${lengthy(player.name)}" style=${nameStyle(player.name)}>${player.name}</span><span class="word">${player.bot === "sharp" ? gettext("sharp bot") : gettext("bot")}</span>`)}</li>`;
}

/**
 * "3 players here", "2 players and a bot here"
 * @type {(people: number, bots: number) => string}
 */
function headline(people, bots) {
  const players = ngettext("%(count)s player", "%(count)s players", people);
  if (!bots) return ngettext("%(count)s player here", "%(count)s players here", people);
  return ngettext("%(players)s and %(count)s bot here", "%(players)s and %(count)s bots here", bots, {players});
}

/** @param {Room.Model} room */
function chairs(room) {
  const {table, me} = room;
  const players = seated(table);
  const here = present(table);
  const bots = here.filter(([, player]) => player.bot).length;
  const [there, away] = table.crowd ? [table.crowd.here, table.crowd.seats - table.crowd.here] : [here.length - bots, players.length - here.length];
  const empty = table.crowd ? 0 : players.length - bots >= room.seats ? 0 : Math.max(0, 3 - players.length) || 1;
  return html`<section aria-label=${gettext("Who is here")}>
    <h2>${headline(there, table.crowd ? 0 : bots)}${away ? `, ${gettext("%(count)s away", {count: away})}` : ""}</h2>
    <ul class="chairs" role="list">
      ${repeat(players, ([number]) => number, ([number, player]) => player.bot ? botChair(room, number, player) : html`<li class="chair ${player.presence}" data-player=${number}>
        ${number === me ? html`<button type="button" class="my-look" data-testid="my-look" aria-label=${gettext("Change my face")} title=${gettext("Change my face")} @click=${() => room.act.open("look")}>${face(room.links.faces, player)}<span class="mark" aria-hidden="true">${pencilIcon}</span></button>` : face(room.links.faces, player)}
        <span class="name ${lengthy(player.name)}" style=${nameStyle(player.name)}>${player.name}</span>
        <span class="word">${[number === table.host ? gettext("host") : "", number === table.owner ? gettext("opened the room") : "", number === me ? gettext("you") : "", player.presence === "here" ? "" : player.presence === "gone" ? gettext("reconnecting") : gettext("away")].filter(Boolean).join(" \u00B7 ")}</span>
      </li>`)}
      ${table.crowd ? andMore(room) : freeSeats(room, empty)}
    </ul>
    ${aboutBots(room)}
  </section>`;
}

/**
 * The chosen decks; many are folded up under their number.
 * @param {Wire.Deck[]} decks
 */
function boxes(decks) {
  const list = html`<ul class="boxes" role="list">
    ${decks.map((deck) => html`<li class="box"><b>${deck.name}</b><span>${gettext("%(black)s black, %(white)s white", {black: deck.black, white: deck.white})}</span></li>`)}</ul>`;
  if (decks.length <= SHOWN_DECKS) return list;
  const questions = decks.reduce((sum, deck) => sum + deck.black, 0);
  return html`<details class="many-decks"><summary data-testid="many-decks">${ngettext("%(count)s deck", "%(count)s decks", decks.length)}, ${ngettext("%(count)s question", "%(count)s questions", questions)}</summary>${list}</details>`;
}

/** @type {(cards: number, serves?: number) => string} */
function answers(cards, serves) {
  const count = ngettext("%(count)s answer", "%(count)s answers", cards);
  return serves === undefined ? count : ngettext("%(cards)s, serves up to %(count)s player", "%(cards)s, serves up to %(count)s players", serves, {cards: count});
}

/** @param {Room.Model} room */
function chosenDecks(room) {
  const {table, isHost, act} = room;
  const cards = table.decks.reduce((sum, deck) => sum + deck.white, 0);
  return html`<section aria-label=${gettext("Decks")}>
    <h2>${gettext("Decks")}</h2>
    ${table.decks.length === 0 ? html`<p class="hint">${isHost ? gettext("No deck yet. Pick one or more.") : gettext("No deck chosen yet.")}</p>` : html`${boxes(table.decks)}
    <p class="hint">${answers(cards, table.serves)}${doubled(table) ? `. ${doubled(table)}.` : ""}</p>`}
    ${isHost ? html`<button type="button" class="quiet" data-testid="choose-decks" @click=${() => act.open("decks")}>${deckIcon} ${gettext("Choose decks")}</button>` : nothing}
  </section>`;
}

/**
 * The whole lobby.
 * @param {Room.Model} room
 */
export function lobby(room) {
  const {isHost} = room;
  return html`<div class="lobby">
    ${room.later.views?.goAlong(room)}
    ${room.night.shown && room.seat ? nightCard(room) : nothing}
    ${invitation(room)}
    ${chairs(room)}
    ${room.table.evening ? tally(room) : nothing}
    ${chosenDecks(room)}
    ${openToAll(room)}
    ${isHost ? settingsForm(room) : html`<section aria-label=${gettext("Settings")}><h2>${gettext("How we play")}</h2>${howWePlay(room)}</section>`}
  </div>`;
}

/**
 * The button at the bottom: start, or what is missing.
 * @param {Room.Model} room
 */
export function lobbyDock(room) {
  if (!room.isHost) return nothing; // the status line says who starts
  const needs = startNeeds(room.table);
  return html`<button type="button" class="primary" data-testid="start" ?disabled=${Boolean(needs) || room.sending("start_game")}
    @click=${() => room.act.move("start_game")}>${needs || gettext("Start the game")}</button>`;
}
