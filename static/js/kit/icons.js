/** Small drawings of our own, all in the colour of the text around them. */
import {svg, html} from "../../lit/lit-html.js";

/** @param {unknown} paths */
const icon = (paths) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const menuIcon = icon(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`);
export const moreIcon = icon(svg`<circle cx="5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/>`);
export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`);
export const linkIcon = icon(svg`<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1"/>`);
export const shareIcon = icon(svg`<path d="M12 15V4M8 7l4-4 4 4M5 12v7h14v-7"/>`);
export const mailIcon = icon(svg`<path d="M3 6h18v12H3zM3 7l9 6 9-6"/>`);
export const checkIcon = icon(svg`<path d="M5 13l4 4L19 7"/>`);
export const crownIcon = icon(svg`<path d="M4 18h16M4 15l-1-8 5 4 4-6 4 6 5-4-1 8z"/>`);
export const bellIcon = icon(svg`<path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>`);
export const deckIcon = icon(svg`<path d="M7 4h11v14H7zM4 7v14h11"/>`);
export const backIcon = icon(svg`<path d="M15 5l-7 7 7 7"/>`);
export const botIcon = icon(svg`<path d="M12 7V4M7 7h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3zM2 12v2M22 12v2M9 15.2c2 1.2 4 1.2 6 0"/><path d="M9 11h.01M15 11h.01" stroke-width="2.6"/><circle cx="12" cy="3" r="1"/>`);
export const undoIcon = icon(svg`<path d="M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6"/>`);
export const redoIcon = icon(svg`<path d="M15 7l5 5-5 5M20 12H10a6 6 0 0 0-6 6"/>`);
export const searchIcon = icon(svg`<circle cx="11" cy="11" r="6"/><path d="M20 20l-4.5-4.5"/>`);
export const dotsIcon = icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`);
export const gripIcon = icon(svg`<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" stroke-width="2.6"/>`);
export const binIcon = icon(svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5"/>`);
export const upIcon = icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`);
export const downIcon = icon(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`);
export const topIcon = icon(svg`<path d="M5 4h14M12 20V9M6 14l6-6 6 6"/>`);
export const heartIcon = icon(svg`<path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.2 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z"/>`);
export const speechIcon = icon(svg`<path d="M4 5h16v11h-9l-5 4v-4H4zM8 9.5h8M8 12.5h5"/>`);
export const hushedIcon = icon(svg`<path d="M4 5h16v11h-9l-5 4v-4H4zM3 21L21 3"/>`);
export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const soundIcon = icon(svg`<path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12"/>`);
export const silentIcon = icon(svg`<path d="M4 9v6h4l5 4V5L8 9zM17 10l4 4M21 10l-4 4"/>`);
export const voiceIcon = icon(svg`<path d="M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5"/>`);
export const pencilIcon = icon(svg`<path d="M4 20l1-5L16 4l4 4L9 19z"/>`);
