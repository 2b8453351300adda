/** A document without a browser, for the modules that draw. Import it before them. */
import {Window} from "happy-dom";

const window = new Window({url: "http://cards.example/rooms/KX7PQ/"});
const NAMES = ["document", "CSS", "Node", "Element", "HTMLElement", "HTMLDialogElement", "Event", "MouseEvent", "KeyboardEvent", "history", "location"];

globalThis.window = window;
for (const name of NAMES) Object.defineProperty(globalThis, name, {value: window[name], configurable: true, writable: true});
