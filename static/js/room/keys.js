/**
 * The keyboard: digits choose, arrows read the answers, X puts one aside, Enter plays, turns the next one or confirms, Escape puts back.
 * Digits and X can be switched off. "?" is help_key.js's.
 * Leaves every key alone that a field, a link or another button needs.
 */
import {decision, isDecision, mayChoose} from "./rounds/deciding.js";
import {can, plays} from "./roles.js";
import {heardBy} from "./help_key.js";
import {nextToTurn} from "./rounds/answers.js";
import {needed, playable} from "./rounds/selection.js";

/** @type {Record<string, 1 | -1>} */
const STEPS = {ArrowRight: 1, ArrowLeft: -1};

/** @param {string} key */
function digit(key) {
  return /^[0-9]$/.test(key) ? (Number(key) + 9) % 10 : -1;
}

/** @param {Room.Model} room */
const isReading = ({table: {phase}}) => phase === "revealing" || phase === "judging";

/** @type {(room: Room.Model, index: number) => void} */
function pressDigit(room, index) {
  const {act, reading, seat, table} = room;
  if (room.chooses) {
    const card = seat && playable(seat)[index];
    if (card) act.choose(card.id);
    return;
  }
  if (can(seat, "choose_black")) {
    if (seat?.choices?.[index]) act.ask(index);
    return;
  }
  const entry = isReading(room) ? plays(table)[index] : undefined;
  if (!entry) return;
  const [number, play] = entry;
  if (!play.cards) {
    if (can(seat, "reveal_play")) act.move("reveal_play", {play: number});
  } else if (mayChoose(seat, number)) reading.pick(number);
  else reading.look(number);
}

/**
 * True when Enter meant something here; `onCard`: a card has the focus, and Enter turns that one.
 * @type {(room: Room.Model, onCard: boolean) => boolean}
 */
function pressEnter(room, onCard) {
  const {act, ui, seat, table} = room;
  if (ui.tool === "discard") {
    act.discard();
    return true;
  }
  if (room.chooses && ui.chosen.length === needed(ui, table) && !room.sending("play_cards") && !room.sending("wager")) {
    act.play();
    return true;
  }
  if (can(seat, "choose_black") && typeof ui.question === "number" && !room.sending("choose_black")) {
    act.move("choose_black", {choice: ui.question});
    return true;
  }
  const down = nextToTurn(table, seat);
  if (down && !onCard) {
    if (!room.sending("reveal_play")) act.move("reveal_play", {play: down});
    return true;
  }
  if (!isDecision(table, seat, ui.picks)) return false;
  const [move, args] = decision(table, seat, ui.picks);
  if (room.sending(move)) return false;
  act.move(move, args);
  return true;
}

/** @param {Room.Model} room */
function pressEscape(room) {
  if (room.ui.tool) room.act.take("");
  else if (room.chooses && room.ui.chosen.length) room.act.choose(room.ui.chosen[room.ui.chosen.length - 1]);
  else if (room.ui.picks.length) room.reading.pick(room.ui.picks[room.ui.picks.length - 1]);
  else if (room.ui.question !== null) room.act.ask(room.ui.question);
}

/**
 * Listen for keys; `current()` gives the room as it is drawn now.
 * @param {() => (Room.Model | Room.Opening | null)} current
 */
export function watchKeys(current) {
  document.addEventListener("keydown", (event) => {
    const room = heardBy(current(), event);
    if (!room) return;
    const target = /** @type {Element} */ (event.target);
    const card = target.closest("button[data-card], button[data-play]");
    if (event.key === "Escape") pressEscape(room);
    else if (isReading(room) && event.key in STEPS) room.reading.step(STEPS[event.key]);
    else if (isReading(room) && event.key.toLowerCase() === "x" && room.shortcuts && room.focus) room.reading.putAside(room.focus, true);
    else if (digit(event.key) >= 0 && room.shortcuts) pressDigit(room, digit(event.key));
    else if (event.key === "Enter" && (card || !target.closest("button")) && pressEnter(room, Boolean(card))) event.preventDefault();
  });
}
