/** The six faces that people react with: drawings of our own, one paper disc with what it feels. */
import {html, svg} from "../../../lit/lit-html.js";
import {gettext} from "../../kit/i18n.js";

const DARK = "#3b1d0b";
const MOUTH = "#7c2b1c";
/** @param {string} path  strokes */
const lines = (path) => svg`<path d=${path} fill="none" stroke=${DARK} stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`;
const HEART = "M15 25c-5-4-7.4-6.6-6.4-9.8 1-2.8 5-3 6.4 0 1.4-3 5.4-2.8 6.4 0 1 3.2-1.4 5.8-6.4 9.800z";
const DROP = "M0 0c3 4 4.5 6.5 4.5 9a4.5 4.5 0 0 1-9 0c0-2.5 1.5-5 4.5-9z";

/** @type {Record<string, [string, unknown]>}  what it says, and what lies on the disc */
export const FACES = {
  joy: [gettext("That is funny"), svg`${lines("M11 21q4-6 8 0M29 21q4-6 8 0")}<path d="M12 26h24c0 8.5-5 13-12 13s-12-4.5-12-13z" fill=${MOUTH}/><path d="M13 26h22l-1 4.500h-20z" fill="#fff"/>
    <path d="M17.5 37q6.5-5 13 0c-4 2.6-9 2.6-13 0z" fill="#f2727c"/><path d=${DROP} fill="#4fb3ff" transform="translate(6.5 22) rotate(28)"/><path d=${DROP} fill="#4fb3ff" transform="translate(41.5 22) rotate(-28)"/>`],
  love: [gettext("I love it"), svg`<path d=${HEART} fill="#e5304f"/><path d=${HEART} fill="#e5304f" transform="translate(18 0)"/><path d="M14 29h20c0 6.5-4 10-10 10s-10-3.5-10-10z" fill=${MOUTH}/><path d="M18.5 37q5.5-4 11 0c-3.5 2.4-7.5 2.4-11 0z" fill="#f2727c"/>`],
  wow: [gettext("I did not see that coming"), svg`<circle cx="16" cy="20" r="6.5" fill="#fff"/><circle cx="32" cy="20" r="6.5" fill="#fff"/><circle cx="16" cy="20.5" r="3" fill=${DARK}/><circle cx="32" cy="20.5" r="3" fill=${DARK}/>
    ${lines("M10 10q4-3.5 8-1.500M30 8.500q4-2 8 1.5")}<ellipse cx="24" cy="34.5" rx="5.5" ry="6.5" fill=${MOUTH}/>`],
  wicked: [gettext("Wicked"), svg`<path d="M8 13C4 9 3 5 4 1c5 1 9 3 11 7zM40 13c4-4 5-8 4-12-5 1-9 3-11 7z" fill="#d8342c"/>${lines("M9 16l9 4M39 16l-9 4M13 30q11 9 22-1l1.5-2")}
    <circle cx="16" cy="23.5" r="2.8" fill=${DARK}/><circle cx="32" cy="23.5" r="2.8" fill=${DARK}/>`],
  cringe: [gettext("Ouch"), svg`${lines("M11 16l8 4.5-8 4.500M37 16l-8 4.5 8 4.5")}<rect x="12" y="29" width="24" height="9" rx="4" fill="#fff" stroke=${DARK} stroke-width="2.6"/><path d="M18 29v9M24 29v9M30 29v9M12 33.500h24" stroke=${DARK} stroke-width="1.6"/>`],
  tears: [gettext("That hurt"), svg`${lines("M10 17q4-1 7-5M38 17q-4-1-7-5M17 37q7-7 14 0")}<path d="M11 24h9v15q-5 3-9-1zM28 24h9v14q-4 4-9 1z" fill="#4fb3ff"/>${lines("M10 23q5 4 10 0M28 23q5 4 10 0")}`],
};

/**
 * The drawing of one of them.
 * @param {string} name
 */
export const face = (name) => html`<svg class="reaction-face" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="25" r="21" fill="#f0a91f"/><circle cx="24" cy="23.5" r="21" fill="#ffd04a"/>${FACES[name]?.[1]}</svg>`;
