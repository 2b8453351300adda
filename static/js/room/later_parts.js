/** What later.js fetches in one file: the views, what they call, the keyboard, and what is said beside the game. */
import {Guests} from "./invitations/guests.js";
import {watchKeys} from "./keys.js";
import {Door} from "./people/door.js";
import {FindingPeople} from "./people/finding_people.js";
import {Removed} from "./people/removed.js";
import {Evening} from "./rounds/evening.js";
import {Guesses} from "./rounds/guesses.js";
import {Reading} from "./rounds/reading.js";
import {Story} from "./rounds/story.js";
import {Shelf} from "./shelf/shelf.js";
import {phoneSounds} from "./sound/sounds.js";

export {Talk} from "./beside/talk.js";
export * as views from "./views/later_views.js";

/** @typedef {ConstructorParameters<typeof Guests>[0] & ConstructorParameters<typeof Shelf>[0] & Parameters<typeof phoneSounds>[0]} Bringing */

/**
 * @typedef {Object} Own
 * @property {import("./state.js").RoomState} state
 * @property {import("../kit/storage.js").Store} kept  what this tab keeps
 * @property {() => (Room.Model | Room.Opening | null)} drawn  what the page shows
 * @property {(text: string) => void} announce  for people who listen
 * @property {(text: string) => void} tell  something that is to be noticed at once
 */

/**
 * The host's invitations, the deck chooser, the sounds, and what nobody in a lobby needs at once. The keyboard is heard from now on.
 * @param {Own & {links: Room.Links, code: string, seats: number, waits: boolean, returns: string, say: (text: string, look?: {kind: string}) => void, again: ?Wire.Again}
 *   & Bringing} parts
 */
export function makeTools({links, code, seats, waits, returns, again, changed, isOpen, choose, store, kept, signedIn, now, say, tell, announce, drawn, state}) {
  watchKeys(drawn);
  return {
    guests: new Guests({links, changed, isOpen}), shelf: new Shelf({links, changed, choose, store, signedIn}), sounds: phoneSounds({store, now, changed}),
    door: new Door({links, seats, waits, returns, changed, seated: () => location.reload(), say: tell}), finding: new FindingPeople({url: links.people, changed}),
    removed: new Removed({links, changed, say}), evening: new Evening({links, again, changed, say}), guesses: new Guesses({store: kept, code, changed}),
    story: new Story({store: kept, code, changed, announce}), reading: new Reading({state, changed, say: announce}),
  };
}
