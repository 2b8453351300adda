/** The admin's page of work on many decks: its bar moves. */
import {element} from "../kit/dom.js";
import {follow} from "../kit/progress.js";

follow(element("[data-progress]"));
document.dispatchEvent(new Event("page-ready"));  // boot.js waits for it
