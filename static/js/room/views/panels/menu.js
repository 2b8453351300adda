/** The menu: players and the host's tools, my name, my seat on another device, the rules, the way out. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {live} from "../../../../lit/directives/live.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {twoStep} from "../../../kit/confirm.js";
import {face} from "../../../kit/face.js";
import {onTick} from "../../../kit/dom.js";
import {howItGoes} from "../../texts/deciding_words.js";
import {can, isRunning, ranking} from "../../roles.js";
import {addBot, botTag} from "../bots.js";
import {andMore, everybody, findPeople} from "./crowd.js";
import {myName} from "./my_name.js";
import {seatState} from "../parts.js";
import {clockControls} from "../clock.js";
import {howWePlay, liveSettings} from "./settings.js";
import {deckIcon, hushedIcon, linkIcon, mailIcon, shareIcon, speechIcon} from "../../../kit/icons.js";
import {gettext} from "../../../kit/i18n.js";

/** @type {(room: Room.Model, number: string, player: Wire.Player) => unknown} */
function botTools(room, number, player) {
  if (!can(room.seat, "remove_bot") || player.presence === "left") return nothing;
  return html`<span class="tools">${twoStep(room.confirmation, {key: `bot ${number}`, testid: "remove-bot", label: gettext("Remove"), sure: gettext("Yes, remove"),
    act: () => room.act.move("remove_bot", {player: number})})}</span>`;
}

/** @type {(room: Room.Model, number: string) => unknown} */
function cohostTool({table, me, act, seat}, number) {
  const is = table.cohosts?.includes(number);
  if (table.host !== me || !is && !can(seat, "make_cohost")) return nothing;
  return html`<button type="button" class="quiet" data-testid="cohost" @click=${() => act.move(is ? "drop_cohost" : "make_cohost", {player: number})}>${is ? gettext("No co-host any more") : gettext("Make co-host")}</button>`;
}

/**
 * Takes faces and words of somebody out of one's own sight.
 * @type {(room: Room.Model, number: string, player: Wire.Player) => unknown}
 */
function hushing({beside: {talk}, me}, number, player) {
  if (!talk || number === me || player.bot || player.presence === "left") return nothing;
  const hushed = talk.hushed.has(number);
  const label = gettext("Hide what %(name)s sends", {name: player.name});
  return html`<button type="button" class="hush" data-testid="hush" aria-label=${label} title=${label} aria-pressed=${hushed ? "true" : "false"} @click=${() => talk.hush(number)}>${hushed ? hushedIcon : speechIcon}</button>`;
}

/** @type {(room: Room.Model, number: string, player: Wire.Player) => unknown} */
function tools(room, number, player) {
  const {seat, me, table, act} = room;
  if (player.bot) return botTools(room, number, player);
  if (!room.isHost || number === me || player.presence === "left") return nothing;
  /** @param {import("../../../kit/confirm.js").Question} question */
  const ask = (question) => twoStep(room.confirmation, question);
  const skip = can(seat, "skip") && table.waiting_for.includes(number);
  const muted = seat?.muted_players?.includes(number);
  return html`<span class="tools">
    ${number === table.host ? nothing : html`<button type="button" class="quiet" data-testid="mute" aria-pressed=${muted ? "true" : "false"} @click=${() => act.move(muted ? "unmute" : "mute", {player: number})}>${muted ? gettext("Unmute") : gettext("Mute")}</button>`}
    ${skip ? html`<button type="button" class="quiet" @click=${() => act.move("skip", {player: number})}>${gettext("Skip")}</button>` : nothing}
    ${can(seat, "make_host") ? ask({key: `host ${number}`, testid: "make-host", label: gettext("Make host"), sure: gettext("Yes, %(name)s", {name: player.name}), act: () => act.move("make_host", {player: number})}) : nothing}
    ${cohostTool(room, number)}
    ${number === table.owner || number === table.host ? nothing : ask({key: `kick ${number}`, testid: "kick", label: gettext("Remove"), sure: gettext("Yes, remove"), act: () => act.move("kick", {player: number})})}
  </span>`;
}

/** @type {(room: Room.Model, number: string, player: Wire.Player) => unknown} */
function person(room, number, player) {
  const {table, me} = room;
  const state = table.players[number] ? seatState(table, number)[1] : player.presence === "away" ? gettext("away") : "";
  return html`<li class=${player.presence}>
    ${face(room.links.faces, player)}
    <span class="name">${player.name}${number === me ? ` (${gettext("you")})` : ""}${botTag(player)}${hushing(room, number, player)}</span>
    <span class="word">${[number === table.host ? gettext("host") : table.cohosts?.includes(number) ? gettext("co-host") : "", state].filter(Boolean).join(" \u00B7 ")}</span>
    <b class="score">${player.score}</b>
    ${tools(room, number, player)}</li>`;
}

/** @param {Room.Model} room */
function people(room) {
  const all = everybody(room);
  return html`<ul class="people" role="list" data-testid="people">
    ${repeat(all || ranking(room.table), ([number]) => number, ([number, player]) => person(room, number, player))}
    ${all ? nothing : andMore(room)}
  </ul>${findPeople(room, (number, player) => person(room, number, player))}`;
}

/**
 * Who was removed, for the host alone.
 * @param {Room.Model} room
 */
function removedPeople({isHost, removed, act}) {
  if (!isHost || !removed.people.length) return nothing;
  return html`<section aria-label=${gettext("Removed")}><h3>${gettext("Removed")}</h3><ul class="people removed" role="list">
    ${repeat(removed.people, ({player}) => player, ({player, name}) => html`<li><button type="button" class="quiet" data-testid="let-in" @click=${() => act.letIn(player)}>${gettext("Let %(name)s in again", {name})}</button></li>`)}
  </ul></section>`;
}

/** @param {Room.Model} room */
function mySeat(room) {
  const {links, act} = room;
  if (!links.seat || !room.me) return nothing;
  return html`<details><summary>${gettext("My seat on another device")}</summary>
    <p class="hint">${gettext("This link is yours alone: it takes your hand and your points with it.")}</p>
    <img class="qr" src=${links.seat_qr} width="180" height="180" loading="lazy" alt=${gettext("QR code with your personal link")}>
    <button type="button" class="quiet" @click=${() => act.copySeat()}>${linkIcon} ${gettext("Copy my link")}</button>
    ${links.sign_up ? html`<p class="hint">${gettext("With an account you find it again on every device.")} <a href=${links.sign_up} data-testid="keep-seat">${gettext("Make an account for it")}</a></p>` : nothing}</details>`;
}

/** @param {Room.Model} room */
const rulesList = ({table}) => html`<ol class="rules">${howItGoes(table.settings).map((rule) => html`<li>${rule}</li>`)}</ol>`;

/** What the keyboard does (keys.js). */
const keys = () => html`<p class="keys"><kbd>1</kbd>\u2013<kbd>0</kbd> ${gettext("choose a card")}<br><kbd>\u2190</kbd> <kbd>\u2192</kbd> ${gettext("read the answers")}<br><kbd>X</kbd> ${gettext("puts one aside")}<br>
  <kbd>Enter</kbd> ${gettext("plays, turns the next one or confirms")}<br><kbd>Esc</kbd> ${gettext("puts back or closes")}<br><kbd>?</kbd> ${gettext("shows this")}</p>`;

/** @param {Room.Model} room */
const rules = (room) => html`<details><summary>${gettext("How it goes")}</summary>${rulesList(room)}
  ${howWePlay(room)}
  ${keys()}<div class="keys">${shortcuts(room)}</div></details>`;

/** @param {Room.Model} room */
function soundTicks({me, sounds}) {
  const {wanted} = sounds;
  return html`${me ? html`<label class="tick"><input type="checkbox" data-testid="sound-turn" .checked=${live(wanted.turn)}
      @change=${onTick((checked) => sounds.want("turn", checked))}> ${gettext("A sound when it is my turn")}</label>` : nothing}
    <label class="tick"><input type="checkbox" data-testid="sound-table" .checked=${live(wanted.table)}
      @change=${onTick((checked) => sounds.want("table", checked))}> ${gettext("Sounds of the table")}</label>`;
}

/** @param {Room.Model} room */
export function menuPanel(room) {
  const {act, seat, links} = room;
  /** @param {import("../../../kit/confirm.js").Question} question */
  const ask = (question) => twoStep(room.confirmation, question);
  return html`
    <h3>${gettext("Players")}</h3>
    ${people(room)}
    ${removedPeople(room)}
    <div class="stack">
      ${addBot(room)}
      <button type="button" class="quiet" @click=${() => act.shareLink()}>${shareIcon} ${gettext("Invite others")}</button>
      ${room.me && room.me === room.table.host ? html`<button type="button" class="quiet" @click=${() => act.open("invite")}>${mailIcon} ${gettext("Invite by e-mail")}</button>` : nothing}
      ${room.me && room.night.shown ? html`<button type="button" class="quiet" data-testid="open-night" @click=${() => act.open("night")}>${gettext("Game night")}</button>` : nothing}
      ${room.me && !room.isHost ? html`<button type="button" class="quiet" data-testid="open-vote" @click=${() => act.open("host")}>${gettext("Another host?")}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => act.open("history")}>${gettext("Rounds so far")}</button>
      ${isRunning(room.table) && can(seat, "change_settings") ? html`<button type="button" class="quiet" data-testid="open-rules" @click=${() => act.open("rules")}>${gettext("Rules and time")}</button>` : nothing}
      ${isRunning(room.table) && can(seat, "choose_decks") ? html`<button type="button" class="quiet" data-testid="open-decks" @click=${() => act.open("decks")}>${deckIcon} ${gettext("Add a deck")}</button>` : nothing}
      ${room.me ? html`<button type="button" class="quiet" data-testid="change-look" @click=${() => act.open("look")}>${gettext("Change my face")}</button>` : nothing}
      ${links.tv ? html`<a class="quiet button" href=${links.tv} target="_blank" rel="noopener">${gettext("Show on a TV")}</a>` : nothing}
      ${links.language ? html`<a class="quiet button" href=${links.language} data-testid="language">${gettext("Language")}</a>` : nothing}
    </div>
    ${myName(room)}
    ${mySeat(room)}
    ${soundTicks(room)}
    ${rules(room)}
    <div class="stack">
      ${can(seat, "end_game") ? ask({key: "end-game", label: gettext("End this game"), sure: gettext("Yes, end it for everybody"), act: () => act.endGame()}) : nothing}
      ${room.me && room.table.phase !== "lobby" ? ask({key: "watch", testid: "watch-a-while", label: gettext("Watch for a while"), sure: gettext("Yes, watch. My points stay here."), act: () => act.watch()}) : nothing}
      ${room.me ? ask({key: "leave", label: gettext("Leave the table"), sure: gettext("Yes, leave. My points stay here."), act: () => act.leave()})
    : html`<a class="quiet button" href=${links.home}>${gettext("Leave")}</a>`}
    </div>`;
}

/**
 * What the host may change while a game runs; the clock is beside it.
 * @param {Room.Model} room
 */
export function rulesPanel(room) {
  if (!can(room.seat, "change_settings")) return howWePlay(room);
  return html`${clockControls(room)}
    <p class="hint">${gettext("What you change counts at once, and everybody is told.")}</p>
    ${liveSettings(room)}`;
}

/**
 * Single keys get in the way of people who speak to their device, so they can be switched off.
 * @param {Room.Model} room
 */
function shortcuts({shortcuts: on, act}) {
  return html`<label class="tick"><input type="checkbox" data-testid="shortcuts" .checked=${live(on)}
    @change=${onTick((checked) => act.setShortcuts(checked))}> ${gettext("Keys for cards:")} <kbd>1</kbd>\u2013<kbd>0</kbd>, <kbd>X</kbd>, <kbd>?</kbd></label>`;
}

/**
 * The short rules, for "?".
 * @param {Room.Model} room
 */
export function explainPanel(room) {
  return html`${rulesList(room)}
  ${keys()}${shortcuts(room)}`;
}
