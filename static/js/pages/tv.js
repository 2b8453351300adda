/** The big screen of a room, which has no seat: it shows the game, sounds, and reads aloud where somebody wants that. */
import {browserStore} from "../kit/storage.js";
import {screenSounds} from "../room/sound/sounds.js";
import {start} from "../room/start.js";
import {lift} from "../room/tv/flight.js";
import {Show} from "../room/tv/show.js";
import {Reader} from "../room/tv/speech.js";
import {tvView} from "../room/views/tv/tv.js";
import {switches} from "../room/views/tv/switches.js";

const store = browserStore();
const page = start((room) => tvView(room, show, switches(sounds, reader)), {talk: () => import("../room/beside/talk.js"), heard});
const around = {store, changed: page.draw, now: page.now};
const show = new Show({...around, size: () => ({width: window.innerWidth, height: window.innerHeight}), lift});
const sounds = screenSounds(around);
const reader = new Reader(around);

/** @type {import("../room/hearing.js").Heard} */
function heard(old, {table, seat}, log) {
  if (!table) return;
  if (table.phase === "lobby" && table.game && old.table?.phase !== "lobby") page.loadHistory();
  show.heard(old.table, table, log);
  sounds.heard(old, {table, seat}, log);
  reader.heard(old.table, table, log);
}

window.addEventListener("resize", page.draw);
sounds.touched(); // some screens allow sounds without a tap
