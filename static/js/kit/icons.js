/** Small drawings of our own, all in the colour of the text around them. */
import {svg, html} from "../../lit/lit-html.js";

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
