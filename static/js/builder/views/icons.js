/** The builder's own small drawings, in the colour of the text around them. */
import {html, svg} from "../../../lit/lit-html.js";

const icon = (paths) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const backIcon = icon(svg`<path d="M15 5l-7 7 7 7"/>`);
export const undoIcon = icon(svg`<path d="M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6"/>`);
export const redoIcon = icon(svg`<path d="M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6"/>`);
export const searchIcon = icon(svg`<circle cx="11" cy="11" r="6"/><path d="M20 20l-4.5-4.5"/>`);
export const dotsIcon = icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`);
export const gripIcon = icon(svg`<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" stroke-width="2.6"/>`);
export const binIcon = icon(svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5"/>`);
export const upIcon = icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`);
export const downIcon = icon(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`);
export const topIcon = icon(svg`<path d="M5 4h14M12 20V9M6 14l6-6 6 6"/>`);
export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14"/>`);
