/** What the modules of a room's page hand to each other. No browser is sent this file. */
declare namespace Room {
  /** Of game/table_page.py; what belongs to `go_on` and `make_recap` is below them; in `invite_again` and `revoke` 0 stands for the invitation's number. A screen is told the first six, and opens no panel. */
  interface Links {
    home: string; language: string; join: string; qr: string; history: string; beside_sheet: string; faces: string;
    decks: string; deck_of_code: string; doubles: string; keep_decks: string; forget_decks: string; report: string; listing: string; list_room: string; make_recap: string; go_on: string; keep: string; removed: string; let_in: string; people: string; door: string; back: string; asks: string; answer_ask: string;
    invitations: string; invite: string; send_code: string; confirm_code: string; invite_again: string; revoke: string; night: string; cancel_night: string;
    night_again: string; night_shown: string; night_answer: string; night_ask: string; night_say: string; guest_link: string; guest_qr: string;
    tv?: string; take_seat?: string; seat?: string; seat_qr?: string; sign_up?: string;
  }
  interface PageDocument { code: string; view: "room" | "tv"; player: string; signed_in: boolean; socket: string; links: Links; rules?: Rules.Described; seats?: number; waits?: boolean; returns?: string; again?: Wire.Again | null; listing?: import("./people/listing.js").Wish | null; sheet?: string; runs?: boolean; }

  /** The past rounds, "failed" where none could be had, or null while the first answer is on its way. */
  type History = Wire.PastRound[] | "failed" | null;
  /** Which cards are double, or what has become of the question. */
  type Alike = Wire.Doubles | {asking: true} | {failed: true};
  /** A place in line for a free seat, and until when (ms) one is held; and what has become of asking for one's own seat or a new one (game/views/door.py). */
  interface Line { place: number; until: number | null; }
  interface SeatRequest { name: string; state: "waiting" | "yes" | "no" | "over"; asked: string; is_new?: true; }
  /** Somebody of a crowd whom the host has found by name. */
  interface Found extends Wire.Player { player: string; }
  /** What somebody has missed: `first` where nothing was seen before, `before` is the game that was seen last, `rounds` how many of this one ended unseen. */
  interface Missed { first: boolean; before: number; rounds: number; }
  /** The page of a game: whole addresses, `picture` of its best sentence, "" where none can be drawn. */
  interface Recap { url: string; picture: string; }
  /** The functions that views call. */
  type Actions = ReturnType<typeof import("./actions.js").makeActions>;

  /** What is said beside the game (beside/): `screen` is for all to look at, and shows no chat. */
  interface TalkParts { send: (move: string, args: object) => void; docs: () => {table: Wire.Table | null; seat: Wire.Seat | null}; changed: () => void; store: import("../kit/storage.js").Store; code: string; screen: boolean; }
  interface Talk {
    lines: {name: string; player: string; words: string}[]; open: boolean; unread: boolean;
    react(face: string): void; phrase(name: string): void; say(text: string): void; toggle(): void; hushed: Set<string>; hush(player: string): void;
  }

  /** What views call or draw from. */
  interface Parts {
    act: Actions; links: Links; rules: Rules.Described; history: History; token: string;
    later: import("./later.js").Later;
    night: import("./invitations/night.js").Night;
    asks: import("./people/asks.js").Asks;
    beside: {row: (room: Model) => unknown; talk: Talk | null};
    listing: import("./people/listing.js").Listing;
    /** How many people may sit here. */
    seats: number;
    panels: import("../kit/overlay.js").Panels;
    toasts: import("../kit/toasts.js").Toasts;
    confirmation: import("../kit/confirm.js").Confirmation;
    /** The server's time, ms. */
    clock: () => number;
  }

  type Sounds = import("./sound/sounds.js").Sounds;
  /** The voice of the big screen. */
  type Reader = import("./tv/speech.js").Reader;

  /** What only views that come later read (later_parts.js), because it comes with them. */
  interface Tools {
    guests: import("./invitations/guests.js").Guests;
    shelf: import("./shelf/shelf.js").Shelf;
    sounds: Sounds;
    removed: import("./people/removed.js").Removed;
    finding: import("./people/finding_people.js").FindingPeople;
    guesses: import("./rounds/guesses.js").Guesses;
    door: import("./people/door.js").Door;
    evening: import("./rounds/evening.js").Evening;
    story: import("./rounds/story.js").Story;
    reading: import("./rounds/reading.js").Reading;
  }

  /** What holds just now and changes with time alone. */
  interface Moment { wide: boolean; offline: boolean; lost: boolean; offersNudge: boolean; calledBack: boolean; }

  /** What every view may read (model.js); `lang` is "" where the decks have several languages, `focus` the play that stands in the black card, `time` the most that the phase had left (ms). */
  interface Page extends Parts, Moment, Tools {
    table: Wire.Table | null; seat: Wire.Seat | null; me?: string; ui: import("./state.js").Choices; shortcuts: boolean;
    connection: string; connected: boolean; sending: (move: string) => boolean;
    isHost: boolean; lang: string; status: string; mine: boolean; chooses: boolean; focus?: string;
    /** The plays that this person has chosen, the best one first; the points that players have just got. */
    marked: string[]; gains: Record<string, number>;
  }
  /** What the views of a table read. */
  interface Model extends Page { table: Wire.Table; }
  /** Before the first welcome. */
  interface Opening extends Page { table: null; }
}

/** What can be chosen for a game: game/rules/described.py. */
declare namespace Rules {
  type Value = number | string | boolean;
  /** Not `when` while the option `other` is `value`; true stands for any number above 0. */
  interface Conflict { when: Value; other: string; value: Value; why: string; }
  /** `only_with`: means something only while that option has that value. `live`: may change while a game runs. */
  interface Plain {
    name: string; group: string; label: string; sentence: string; default: Value; live: boolean; conflicts: Conflict[];
    zero?: string; unit?: string; only_with?: [string, Value];
  }
  type Option = Plain & ({kind: "switch"} | {kind: "number"; values: number[]} | {kind: "choice"; values: [string, string][]});
  interface Preset { name: string; hint: string; settings: Wire.Settings; }
  interface Described { groups: [string, string][]; options: Option[]; presets: Preset[]; }
}
