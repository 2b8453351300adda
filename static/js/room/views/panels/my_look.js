/** The person's own face and colour: a panel where one tap changes either. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {face} from "../../../kit/face.js";
import {gettext} from "../../../kit/i18n.js";

export const FACES = [
  gettext("Fox"), gettext("Kitten"), gettext("Owl"), gettext("Bear"), gettext("Frog"), gettext("Rabbit"), gettext("Penguin"),
  gettext("Octopus"), gettext("Snail"), gettext("Hedgehog"), gettext("Whale"), gettext("Chick"), gettext("Dinosaur"), gettext("Ghost"),
  gettext("Cactus"), gettext("Mushroom"), gettext("Teapot"), gettext("Toast"), gettext("Moon"), gettext("Cloud"), gettext("Planet"),
  gettext("Monster"), gettext("Pineapple"), gettext("Crab"),
];
export const COLOURS = [
  gettext("Wine"), gettext("Orange"), gettext("Honey"), gettext("Lemon"), gettext("Green"), gettext("Petrol"), gettext("Sky"),
  gettext("Blue"), gettext("Violet"), gettext("Pink"), gettext("Brown"), gettext("Sage"),
];

/**
 * The pairs that others have, as "7.3".
 * @param {Room.Model} room
 */
const takenBy = ({table, me}) => new Set(Object.entries(table.players).filter(([number]) => number !== me).map(([, one]) => `${one.face}.${one.colour}`));

/** @param {Room.Model} room */
export function lookPanel(room) {
  const {me, table, act, seat, links} = room;
  const mine = me ? table.players[me] || seat?.me : undefined;
  if (!mine) return nothing;
  const taken = takenBy(room);
  /** @type {(look: {face: number, colour: number}, name: string, chosen: boolean, inside: unknown) => unknown} */
  const choice = (look, name, chosen, inside) => html`<button type="button" aria-label=${name} title=${name} aria-pressed=${chosen ? "true" : "false"}
    ?disabled=${taken.has(`${look.face}.${look.colour}`) || room.sending("change_look")} @click=${() => act.move("change_look", look)}>${inside}</button>`;
  return html`<p class="look-now">${face(links.faces, mine)} <span><b>${mine.name}</b><br><span class="hint">${gettext("Everybody sees you like this.")}</span></span></p>
    <h3>${gettext("Face")}</h3>
    <div class="look-grid" data-testid="faces">${FACES.map((name, index) => choice({face: index + 1, colour: mine.colour}, name, mine.face === index + 1, face(links.faces, {face: index + 1, colour: mine.colour})))}</div>
    <h3>${gettext("Colour")}</h3>
    <div class="look-grid" data-testid="colours">${COLOURS.map((name, index) => choice({face: mine.face, colour: index + 1}, name, mine.colour === index + 1, face(links.faces, {face: mine.face, colour: index + 1})))}</div>`;
}
