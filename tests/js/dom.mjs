/** A document without a browser, for the modules that draw; import it before them. And how to find what is drawn. */
import {Window} from "happy-dom";

const window = new Window({url: "http://cards.example/rooms/KX7PQ/"});
const NAMES = ["document", "CSS", "Node", "Element", "HTMLElement", "HTMLDialogElement", "Event", "MouseEvent", "KeyboardEvent", "history", "location"];

globalThis.window = window;
for (const name of NAMES) Object.defineProperty(globalThis, name, {value: window[name], configurable: true, writable: true});

export const find = (root, testid) => root.querySelector(`[data-testid="${testid}"]`);
export const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
