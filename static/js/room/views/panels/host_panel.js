/** The host's panel: whom the table waits for and what helps, the time, the door, who hosts. For others: the vote for another host. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {repeat} from "../../../../lit/directives/repeat.js";
import {twoStep} from "../../../kit/confirm.js";
import {can, isRunning, nameOf, present, seated} from "../../roles.js";
import {minutes} from "../../wire/clock.js";
import {clockControls} from "../clock.js";
import {countingUp, everySecond} from "../every_second.js";
import {seatState} from "../parts.js";
import {gettext, ngettext} from "../../../kit/i18n.js";

/** So long nobody hosts before the page itself offers a vote, in ms. */
const PATIENCE_MS = 60000;
/** @type {[string, string, string][]}  values of the option `door`, with the button and what it means */
const DOORS = [
  ["open", gettext("Open"), gettext("Anybody with the code can sit down.")],
  ["ask", gettext("Ask me"), gettext("Whoever hosts lets new people in, one by one. Guests with a personal link come in by themselves.")],
  ["locked", gettext("Locked"), gettext("Nobody new can sit down. Who has a seat comes back, and everybody may watch.")],
];
/** A list that a thumb can still go through. */
const MOST = 12;

/** @type {(room: Room.Model, move: string, label: unknown, args: object, testid?: string) => unknown} */
function button({act, sending}, move, label, args, testid = move.replace(/_/g, "-")) {
  return html`<button type="button" class="quiet" data-testid=${testid} ?disabled=${sending(move)} @click=${() => act.move(move, args)}>${label}</button>`;
}

/** @param {Room.Model} room */
function judgeTools(room) {
  const {table, me, seat} = room;
  if (!can(seat, "replace_judge")) return nothing;
  const laid = table.phase === "revealing" || table.phase === "judging";
  return html`${button(room, "replace_judge", laid ? gettext("Let the table vote") : gettext("Another judge"), {})}
    ${!laid && table.judge !== me ? button(room, "replace_judge", "I judge", {player: me}, "judge-myself") : nothing}`;
}

/** @type {(room: Room.Model, number: string) => unknown} */
function toolsFor(room, number) {
  const {table, me, seat} = room;
  const [judges, others] = [table.judge === number, number !== me];
  return html`<span class="tools">
    ${others ? button(room, "nudge", gettext("Nudge"), {player: number}) : nothing}
    ${others && can(seat, "skip") ? button(room, "skip", gettext("Skip"), {player: number}) : nothing}
    ${others && can(seat, "play_for") && !judges ? button(room, "play_for", gettext("Play for them"), {player: number}) : nothing}
    ${others && can(seat, "bot_takes") && number !== table.host ? button(room, "bot_takes", gettext("Bot plays"), {player: number}) : nothing}
    ${judges ? judgeTools(room) : nothing}</span>`;
}

/** @type {(room: Room.Model, number: string) => unknown} */
function waitedFor(room, number) {
  const {table, me, clock} = room;
  const since = table.waiting_since;
  return html`<li data-player=${number}><span class="name">${nameOf(table, number)}${number === me ? " (you)" : ""}</span>
    <span class="word">${seatState(table, number)[1]}</span>
    <b class="since" role="timer">${since ? countingUp(since, clock, (gone) => html`${minutes(gone)}`) : nothing}</b>
    ${table.players[number]?.bot ? nothing : toolsFor(room, number)}</li>`;
}

/** @param {Room.Model} room */
function waiting(room) {
  const {table} = room;
  if (!isRunning(table)) return nothing;
  const numbers = table.waiting_for;
  const more = (table.crowd ? table.crowd.waiting : numbers.length) - Math.min(numbers.length, MOST);
  return html`<section aria-label=${gettext("Waiting for")} data-testid="host-waiting"><h3>${gettext("Waiting for")}</h3>
    ${numbers.length || more ? html`<ul class="people waited" role="list">${repeat(numbers.slice(0, MOST), (number) => number, (number) => waitedFor(room, number))}</ul>`
    : html`<p class="hint">${gettext("Nobody: it goes on by itself.")}</p>`}
    ${more > 0 ? html`<p class="hint">${ngettext("and %(count)s other", "and %(count)s others", more)}</p>` : nothing}</section>`;
}

/** @param {Room.Model} room */
function asleep(room) {
  const {table, seat} = room;
  const numbers = seated(table).filter(([number, player]) => number !== table.host && !table.waiting_for.includes(number)
    && (player.presence === "away" || player.presence === "gone" || player.nudged) && !player.bot);
  if (!numbers.length || !can(seat, "bot_takes")) return nothing;
  return html`<section aria-label=${gettext("Asleep")}><h3>${gettext("Asleep")}</h3><ul class="people" role="list">${numbers.slice(0, MOST).map(([number, player]) => html`<li>
    <span class="name">${player.name}</span><span class="word">${seatState(table, number)[1]}</span>
    <span class="tools">${player.presence === "here" ? nothing : button(room, "bot_takes", gettext("Bot plays"), {player: number})}${number === table.judge ? judgeTools(room) : nothing}</span></li>`)}</ul></section>`;
}

/** @param {Room.Model} room */
function door(room) {
  const {table, seat, act} = room;
  if (!can(seat, "change_settings")) return nothing;
  const chosen = String(table.settings.door);
  return html`<section aria-label=${gettext("The door")}><h3>${gettext("The door")}</h3><div class="doors" role="group" aria-label=${gettext("Who may sit down")}>
    ${DOORS.map(([name, label]) => html`<button type="button" class="quiet" data-testid="door-${name}" aria-pressed=${name === chosen ? "true" : "false"}
      @click=${() => name !== chosen && act.changeOption("door", name)}>${label}</button>`)}
  </div><p class="hint">${DOORS.find(([name]) => name === chosen)?.[2]}</p></section>`;
}

/** @param {Room.Model} room */
function power({table, act, seat, confirmation}) {
  const back = table.handed_over;
  return html`<div class="stack">
    ${back && can(seat, "make_host") ? twoStep(confirmation, {key: "give-back", label: gettext("Give the room back to %(name)s", {name: nameOf(table, back)}), sure: gettext("Yes, %(name)s hosts", {name: nameOf(table, back)}), act: () => act.move("make_host", {player: back})}) : nothing}
    <button type="button" class="quiet" data-testid="host-people" @click=${() => act.open("menu")}>${gettext("Remove, let in, co-hosts")}</button>
    ${can(seat, "end_game") ? twoStep(confirmation, {key: "end-game", label: gettext("End this game"), sure: gettext("Yes, end it for everybody"), act: () => act.endGame()}) : nothing}
  </div>`;
}

/** @type {(room: Room.Model, number: string, name: string) => unknown} */
function candidate(room, number, name) {
  const {table, seat, act} = room;
  const votes = table.host_vote?.votes.find(({player}) => player === number)?.votes || 0;
  const mine = seat?.host_vote === number;
  return html`<li><span class="name">${name}${number === room.me ? " (you)" : ""}</span>
    <span class="word">${votes ? gettext("%(votes)s of %(needed)s", {votes, needed: table.host_vote?.needed}) : ""}</span>
    <button type="button" class=${mine ? "primary" : "quiet"} data-testid="vote-host" aria-pressed=${mine ? "true" : "false"}
      @click=${() => act.move("vote_host", {player: mine ? table.host : number})}>${mine ? gettext("My vote") : gettext("Vote")}</button></li>`;
}

/** @param {Room.Model} room */
function hostVote(room) {
  const {table, clock} = room;
  const known = present(table).filter(([number, player]) => !player.bot && !player.stand_in && number !== table.host).map(([number, {name}]) => ({number, name}));
  const others = (table.host_vote?.votes || []).filter(({player}) => !table.players[player]).map(({player, name}) => ({number: player, name}));
  return html`<p class="hint">${gettext("Half of the people who are here, and two at least, choose another host. Nobody sees who voted.")}</p>
    <ul class="people" role="list" data-testid="host-vote">${repeat([...others, ...known], ({number}) => number, ({number, name}) => candidate(room, number, name))}</ul>
    ${table.host_vote ? html`<p class="hint">${everySecond(table.host_vote.until, clock, (left) => html`${gettext("The vote ends in %(time)s.", {time: minutes(left)})}`)}</p>` : nothing}`;
}

/** @param {Room.Model} room */
export function hostPanel(room) {
  if (!room.isHost) return hostVote(room);
  return html`<div class="host-panel">${waiting(room)}${asleep(room)}${clockControls(room)}${door(room)}${power(room)}</div>`;
}

/** @type {(room: Room.Model, text: string) => unknown} */
const offer = ({act}, text) => html`<div class="banner" role="status" data-testid="host-banner"><span>${text}</span>
  <button type="button" class="quiet" @click=${() => act.open("host")}>${gettext("Choose a host")}</button></div>`;

/**
 * For those who do not host: a vote that runs, or one to begin where nobody has hosted for a minute.
 * @param {Room.Model} room
 */
export function hostBanner(room) {
  const {table, clock} = room;
  const best = table.host_vote?.votes[0];
  if (best) return offer(room, gettext("%(votes)s of %(needed)s want %(name)s as the host", {votes: best.votes, needed: table.host_vote?.needed, name: best.name}));
  const host = table.host ? table.players[table.host] : undefined;
  if (!host) return nothing;
  const text = gettext("%(name)s, the host, seems to be asleep.", {name: host.name});
  if (host.presence === "away") return offer(room, text);
  const since = host.gone_at || (table.waiting_for.includes(table.host || "") && table.waiting_since);
  return since ? everySecond(since + PATIENCE_MS, clock, (left) => (left ? nothing : offer(room, text))) : nothing;
}
