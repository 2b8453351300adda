/** What time alone brings about on this page, looked at once a second. Countdowns draw themselves. */
import {secondsLeft} from "./wire/clock.js";
import {signOfLife} from "./wire/presence.js";
import {myTurn} from "./texts/words.js";
import {ngettext} from "../kit/i18n.js";

const HERE_AGAIN_MS = 2000;
const LAST_SECONDS = 10;

/**
 * @typedef {Object} Parts
 * @property {import("./state.js").RoomState} state
 * @property {import("./wire/connection.js").Connection} connection
 * @property {import("./wire/clock.js").Clock} clock  the server's
 * @property {import("./wire/release.js").Release} release
 * @property {import("./wire/presence.js").Wait} wait
 * @property {import("../kit/announce.js").Announcer} announcer
 * @property {import("../kit/overlay.js").Panels} panels
 * @property {() => (Room.Model | Room.Opening | null)} drawn  what the page shows
 * @property {() => Room.Moment} present  what holds just now
 * @property {() => void} draw
 */

/** @param {Parts} parts */
export function makeSeconds({state, connection, clock, release, wait, announcer, panels, drawn, present, draw}) {
  let answeredHere = 0;
  let calledOut = 0; // the deadline whose last seconds were announced

  /** Tell the server that somebody is here; once is enough for some seconds. */
  function answerHere() {
    if (Date.now() - answeredHere < HERE_AGAIN_MS) return;
    answeredHere = Date.now();
    setTimeout(() => connection.signal("here"));
  }

  function tick() {
    const {table, seat} = state.docs;
    if (!table) return;
    if (seat && connection.welcomed && wait.nudgesByItself(table)) connection.signal("nudge");
    if (connection.welcomed && signOfLife(table, seat ? seat.player : undefined) === "answer") answerHere();
    announceLastSeconds(table);
    release.reloadWhen(isSafe());
    /** @type {Record<string, unknown>} */
    const shown = {...drawn()};
    if (Object.entries(present()).some(([name, value]) => shown[name] !== value)) draw();
  }

  /** Nothing is half done here, and nobody waits for this person. */
  function isSafe() {
    const {docs: {table, seat}, ui} = state;
    if (!table || panels.name || connection.outgoing.moves.size || ui.chosen.length || ui.picks.length || ui.draft) return false;
    return document.hidden || !myTurn(table, seat);
  }

  /** @param {Wire.Table} table */
  function announceLastSeconds({deadline}) {
    if (!deadline || calledOut === deadline || !drawn()?.mine) return;
    const left = secondsLeft(deadline, clock.now());
    if (left > LAST_SECONDS) return;
    calledOut = deadline;
    if (left > 1) announcer.say(ngettext("%(count)s second left", "%(count)s seconds left", left));
  }

  return {tick, answerHere};
}
