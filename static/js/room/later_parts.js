/** What later.js fetches in one file: the views, what they call, and what is said beside the game. */
import {watchKeys} from "./keys.js";
import {Guests} from "./invitations/guests.js";
import {Reading} from "./rounds/reading.js";
import {Shelf} from "./shelf/shelf.js";
import {phoneSounds} from "./sound/sounds.js";

export {Talk} from "./beside/talk.js";
export * as views from "./views/later_views.js";

/** @typedef {ConstructorParameters<typeof Guests>[0] & ConstructorParameters<typeof Shelf>[0] & Parameters<typeof phoneSounds>[0]} Bringing */

/**
 * The host's invitations, the deck chooser, the sounds and who reads answers; from now on keys mean something. `current()` is the room as it is drawn.
 * @param {Bringing & Pick<import("./rounds/reading.js").Parts, "state" | "say"> & {current: Parameters<typeof watchKeys>[0]}} parts
 */
export function makeTools({links, changed, isOpen, choose, store, signedIn, now, state, say, current}) {
  watchKeys(current);
  return {
    guests: new Guests({links, changed, isOpen}), shelf: new Shelf({links, changed, choose, store, signedIn}), sounds: phoneSounds({store, now, changed}),
    reading: new Reading({state, changed, say}),
  };
}
