/** What later.js fetches in one file: the views, what they call, and what is said beside the game. */
import {Guests} from "./invitations/guests.js";
import {Shelf} from "./shelf/shelf.js";
import {phoneSounds} from "./sound/sounds.js";

export {Talk} from "./beside/talk.js";
export * as views from "./views/later_views.js";

/**
 * The host's invitations, the deck chooser and the sounds.
 * @param {ConstructorParameters<typeof Guests>[0] & ConstructorParameters<typeof Shelf>[0] & Parameters<typeof phoneSounds>[0]} parts
 */
export const makeTools = ({links, changed, isOpen, choose, store, signedIn, now}) => ({
  guests: new Guests({links, changed, isOpen}), shelf: new Shelf({links, changed, choose, store, signedIn}), sounds: phoneSounds({store, now, changed}),
});
