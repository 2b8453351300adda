/** What later.js fetches in one file: the views, and what they call. */
import {Guests} from "./invitations/guests.js";
import {Shelf} from "./shelf/shelf.js";

export * as views from "./views/later_views.js";

/**
 * The host's invitations and the deck chooser.
 * @param {ConstructorParameters<typeof Guests>[0] & ConstructorParameters<typeof Shelf>[0]} parts
 */
export const makeTools = ({links, changed, isOpen, choose, store, signedIn}) => ({
  guests: new Guests({links, changed, isOpen}), shelf: new Shelf({links, changed, choose, store, signedIn}),
});
