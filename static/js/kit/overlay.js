/**
 * Panels over the page: one at a time, a modal <dialog>. Escape, a press beside it and the browser's Back close it, and the
 * focus goes back to where it was. The page draws `panelView` for `panels.name` and calls `settle` after each drawing.
 */
import {html, nothing} from "../../lit/lit-html.js";
import {keyed} from "../../lit/directives/keyed.js";
import {announcerRegion} from "./announce.js";
import {elements} from "./dom.js";
import {closeIcon} from "./icons.js";
import {raiseToasts, toastList} from "./toasts.js";
import {gettext} from "./i18n.js";

export class Panels {
  /**
   * `changed()` asks for a new drawing; `closed(name)` is told what went away.
   * @param {{changed: () => void, closed?: (name: string) => void, page?: Window}} parts
   */
  constructor({changed, closed = () => {}, page = window}) {
    this.changed = changed;
    this.closed = closed;
    this.page = page;
    this.name = ""; // the open panel, "" for none
    /** @type {?HTMLElement} */
    this.opener = null; // what had the focus before
    this.returns = false; // whether the focus has to go back after the next drawing
    this.goingBack = false; // whether our own step back has not arrived yet
    page.addEventListener("popstate", () => this.wentBack());
  }

  /** @param {string} name */
  open(name) {
    if (!this.name) {
      this.opener = /** @type {?HTMLElement} */ (this.page.document.activeElement);
      this.remember();
    }
    this.name = name;
    this.changed();
  }

  /** Close the open panel, or only that one when a name is given. */
  close(name = this.name) {
    if (!this.name || this.name !== name) return;
    const {history} = this.page;
    this.gone();
    if (!this.goingBack && history.state && history.state.panel) {
      this.goingBack = true;
      history.back();
    }
  }

  // A step of the history stands for the open panel, so that Back takes the panel away and not the page.
  remember() {
    const {history} = this.page;
    if (!(history.state && history.state.panel)) history.pushState({panel: true}, "");
  }

  wentBack() {
    if (this.goingBack) {
      this.goingBack = false;
      if (this.name) this.remember(); // opened again before the step back was done
    } else if (this.name) {
      this.gone();
    }
  }

  gone() {
    const {name} = this;
    this.name = "";
    this.returns = true;
    this.closed(name);
    this.changed();
  }

  /**
   * After each drawing of `root`: what was drawn opens, what was closed gives the focus back, messages are on top.
   * @param {HTMLElement} root
   */
  settle(root) {
    /** @type {HTMLDialogElement[]} */
    const drawn = elements("dialog:not([open])", root);
    for (const dialog of drawn) dialog.showModal();
    if (this.returns && !this.name) {
      if (this.opener && this.opener.isConnected) this.opener.focus({preventScroll: true});
      this.returns = false;
      this.opener = null;
    }
    raiseToasts(root);
  }
}

/**
 * The open panel, `head` beside its title, with the messages while it is open.
 * @param {Panels} panels
 * @param {import("./toasts.js").Toasts} toasts
 * @param {{title: unknown, body: unknown, head?: unknown}} content
 */
export function panelView(panels, toasts, {title, body, head = nothing}) {
  const {name} = panels;
  /** @param {Event} event */
  const cancel = (event) => {
    event.preventDefault();
    panels.close();
  };
  return keyed(name, html`<dialog class="panel panel-${name}" aria-labelledby="panel-title" @cancel=${cancel} @close=${() => panels.close(name)}
      @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && panels.close()}>
    <div class="panel-inside"><header><h2 id="panel-title">${title}</h2>${head}
      <button type="button" class="icon-button" aria-label=${gettext("Close")} data-testid="close-panel" @click=${() => panels.close()}>${closeIcon}</button></header>
      ${body}</div>${toastList(toasts)}${announcerRegion}</dialog>`);
}
