/**
 * One voice for screen readers: texts go into a live region that no drawing takes away. While a panel is open everything
 * outside it is inert, so the panel's own region (`announcerRegion`) speaks then.
 */
import {html} from "../../lit/lit-html.js";

const KEPT_MS = 8000;

/** The region of a panel; it has to be there before it is spoken into. */
export const announcerRegion = html`<div class="sr" role="status" data-announcer></div>`;

export class Announcer {
  constructor(root = document.body) {
    this.root = root;
    this.region = document.createElement("div");
    this.region.className = "sr";
    this.region.setAttribute("role", "status");
    root.append(this.region);
  }

  /**
   * Say a text once everything before it was said. "" says nothing.
   * @param {string} text
   */
  say(text) {
    if (!text) return;
    const line = document.createElement("p");
    line.textContent = text;
    (this.root.querySelector("dialog[open] [data-announcer]") || this.region).append(line);
    setTimeout(() => line.remove(), KEPT_MS);
  }
}
