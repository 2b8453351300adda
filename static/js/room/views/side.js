/** What a wide screen has beside the table: everybody, and the rounds so far. */
import {html} from "../../../lit/lit-html.js";
import {historyPanel} from "./panels/history.js";
import {seats} from "./parts.js";
import {gettext} from "../../kit/i18n.js";

/** @param {Room.Model} room */
export const side = (room) => html`<aside class="side"><h2>${gettext("Players")}</h2>${seats(room)}<h2>${gettext("Rounds so far")}</h2>${historyPanel(room)}</aside>`;
