/** What has the whole middle of the big screen for some seconds: a fresh answer inside its sentence, or the verdict. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {styleMap} from "../../../../lit/directives/style-map.js";
import {blackCard} from "../../../kit/card.js";
import {face} from "../../../kit/face.js";
import {fill} from "../../../kit/text.js";
import {listed} from "../../../kit/words.js";
import {bestOf} from "../../rounds/deciding.js";
import {cardsOf, nameOf} from "../../roles.js";
import {fitted, stepsDown} from "../../tv/fit.js";
import {sentenceType} from "../../tv/layout.js";

const NAME = 12;
const FACE = 10; // beside the name of a winner, with a gap of two
/** More winning sentences than these are only marked among the answers. */
export const MOST_SENTENCES = 3;

/** A sentence as it is drawn, with its lines; a blank is about this long. @type {(black: Wire.BlackCard, cards: string[]) => string} */
const drawn = (black, cards) => fill(black, cards).map(({text}) => text ?? "______").join("");

/**
 * A black card set as large as its box allows.
 * @type {(room: Room.Model, black: Wire.BlackCard, cards: string[], box: {width: number, height: number}, look?: {largest?: number, winner?: boolean}) => unknown}
 */
export function large(room, black, cards, box, {largest, winner = false} = {}) {
  const type = sentenceType(drawn(black, cards), box, largest);
  return html`<div class="tv-sentence" style=${styleMap({"--type": String(type), "--wide": String(box.width), "--tall": String(box.height)})}>
    ${blackCard(black, cards, {lang: room.lang, winner, extra: winner ? "winning" : ""})}</div>`;
}

/** @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage) => unknown} */
function verdict(room, {width, middle}) {
  const {table} = room;
  const best = bestOf(table);
  const shown = best.slice(0, MOST_SENTENCES);
  const names = listed(best.map(({player}) => nameOf(table, player)));
  const faces = shown.map(({player}) => table.players[player]).filter(Boolean);
  const type = fitted(names, {width: width - 2 - faces.length * (FACE + 2), height: 16, line: 1.1}, stepsDown(NAME, 3.7));
  const box = {width: (width - (shown.length - 1) * 2.4) / shown.length, height: middle - 18};
  return html`<div class="tv-verdict"><div class="tv-sentences">${shown.map(({play}) => large(room, /** @type {Wire.BlackCard} */ (table.black_card), cardsOf(table, play), box, {winner: true, largest: 14}))}</div>
    <p class="tv-name" style=${styleMap({"--type": String(type), "--tall": String(FACE)})}>${faces.map((look) => face(room.links.faces, look))}<span>${names}</span></p></div>`;
}

/** @type {(room: Room.Model, stage: import("../../tv/stage.js").Stage, spot: ?import("../../tv/show.js").Spot) => unknown} */
export function spotlight(room, stage, spot) {
  const {table} = room;
  if (!spot || !table.black_card) return nothing;
  if (spot.kind === "answer") {
    return html`<div class="tv-spot">${large(room, table.black_card, cardsOf(table, spot.play), {width: stage.width, height: stage.middle}, {largest: 17})}</div>`;
  }
  return spot.kind === "verdict" ? html`<div class="tv-spot">${verdict(room, stage)}</div>` : nothing;
}
