/** The person's own face and colour: a panel where one tap changes either. */
import {html, nothing} from "../../../../lit/lit-html.js";
import {face} from "../../../kit/face.js";

export const FACES = ["Fox", "Kitten", "Owl", "Bear", "Frog", "Rabbit", "Penguin", "Octopus", "Snail", "Hedgehog", "Whale", "Chick", "Dinosaur", "Ghost", "Cactus",
  "Mushroom", "Teapot", "Toast", "Moon", "Cloud", "Planet", "Monster", "Pineapple", "Crab"];
export const COLOURS = ["Wine", "Orange", "Honey", "Lemon", "Green", "Petrol", "Sky", "Blue", "Violet", "Pink", "Brown", "Sage"];

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
  return html`<p class="look-now">${face(links.faces, mine)} <span><b>${mine.name}</b><br><span class="hint">Everybody sees you like this.</span></span></p>
    <h3>Face</h3>
    <div class="look-grid" data-testid="faces">${FACES.map((name, index) => choice({face: index + 1, colour: mine.colour}, name, mine.face === index + 1, face(links.faces, {face: index + 1, colour: mine.colour})))}</div>
    <h3>Colour</h3>
    <div class="look-grid" data-testid="colours">${COLOURS.map((name, index) => choice({face: mine.face, colour: index + 1}, name, mine.colour === index + 1, face(links.faces, {face: mine.face, colour: index + 1})))}</div>`;
}
