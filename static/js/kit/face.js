/** Drawn faces: a person's face on a tile of their colour. It stands beside the name and says nothing of its own. */
import {html} from "../../lit/lit-html.js";

/**
 * `sprite` is the address of the drawings (static/img/faces.svg).
 * @type {(sprite: string, look: {face: number, colour: number}) => unknown}
 */
export const face = (sprite, {face: number, colour}) => html`<span class="drawn drawn-${colour}" aria-hidden="true"><svg focusable="false"><use href="${sprite}#f${number}"></use></svg></span>`;
