/** What `tsc` cannot see in the modules themselves. No browser is sent this file. */

/** /static/lit/ is node_modules/lit-html/. */
declare module "*/lit/lit-html.js" { export * from "lit-html"; }
declare module "*/lit/async-directive.js" { export * from "lit-html/async-directive.js"; }
declare module "*/lit/directives/guard.js" { export * from "lit-html/directives/guard.js"; }
declare module "*/lit/directives/keyed.js" { export * from "lit-html/directives/keyed.js"; }
declare module "*/lit/directives/live.js" { export * from "lit-html/directives/live.js"; }
declare module "*/lit/directives/repeat.js" { export * from "lit-html/directives/repeat.js"; }
declare module "*/lit/directives/style-map.js" { export * from "lit-html/directives/style-map.js"; }

/** What starts a timer, and gives what stops it. */
type SetTimer = (run: () => void, delay: number) => unknown;
/** It stops what SetTimer gave: a number of the browser's, or whatever another clock uses. */
type ClearTimer = (timer: any) => void;

/** From the scripts of the library for accounts. */
interface Window { webauthnJSON: {get(options: object): Promise<object>}; }

/** The documents and messages of a room: docs/PROTOCOL.md says what each key means and when it is there. Times are ms since 1970. */
declare namespace Wire {
  type Phase = "lobby" | "choosing" | "playing" | "revealing" | "judging" | "round_over" | "game_over";
  interface BlackCard { text: string; pick: number; written?: true; }
  interface WhiteCard { id: number; text: string; }
  interface Deck { id: number; name: string; language?: string; black: number; white: number; by_default?: true; family?: true; }
  interface Settings { [option: string]: number | string | boolean | Record<string, number>; }
  interface Player {
    name: string; face: number; colour: number; score: number; presence: "here" | "gone" | "away" | "left"; gone_at?: number;
    played?: true; voted?: true; nudged?: true; next_round?: true; bot?: "random" | "sharp"; stand_in?: true; watches?: true;
  }
  /** An answer on the table; face down it is {}. */
  interface Play { cards?: string[]; player?: string; votes?: number; written?: number[]; }
  /** A play that has won something; equal points share a place. */
  interface Verdict { player: string; play: string; points: number; votes?: number; }
  interface FormerJudge { player: string; why: "judge_gone" | "judge_slept" | "judge_replaced"; }
  interface Table {
    code: string; phase: Phase; host?: string; owner?: string; cohosts?: string[]; handed_over?: string; waiting_since?: number;
    host_vote?: {votes: {player: string; name: string; votes: number}[]; needed: number; until: number}; settings: Settings; decks: Deck[]; doubles?: {black: number; white: number}; serves?: number;
    crowd?: {seats: number; here: number; waiting: number; answered: number}; heat?: {answers: number};
    players: Record<string, Player>; waiting_for: string[]; game?: number; round?: number; judge?: string; black_card?: BlackCard;
    plays?: Record<string, Play>; winner?: {player: string; play: string}; verdict?: Verdict[]; decided_by?: "judge" | "vote" | "heats"; former_judge?: FormerJudge; finale?: "double" | "haiku";
    void?: string; deadline?: number; time_given?: number; due?: number; clock_stopped?: {by: string; left?: number}; paused?: true; winners?: string[];
    likes?: Record<string, number>; predictions?: Record<string, number>; guessed?: string[];
    titles?: Record<string, Title>; evening?: {games: number; players: Record<string, {won: number; points: number}>};
  }
  interface Title { title: "robbed" | "reader" | "poet" | "favourite" | "streak" | "late" | "darling" | "close" | "quick" | "sport"; count: number; by?: string; }
  interface Seat {
    player: string; hand: WhiteCard[]; play?: number[]; mine?: string; vote?: string[]; choices?: BlackCard[]; can: string[];
    me?: Player & {place: number; waiting?: true}; heat?: {play: string; cards: string[]}[];
    host_vote?: string; likes?: string[]; prediction?: string; blanks?: number; second_play?: number[]; second_mine?: string;
    written?: {id: number; text: string; waiting?: true; refused?: true}; to_approve?: WhiteCard[];
    muted?: true; muted_players?: string[];
  }
  interface LogEntry {
    type: string; player?: string; by?: string; name?: string; kind?: string; game?: number; round?: number; judge?: string; play?: string; why?: string; text?: string; points?: number; winners?: string[];
    changed?: string[]; seconds?: number; decks?: number[];
  }

  /** A deck to choose from, as decks.json has it; of those that are on the table and not offered any more only what `Deck` has is known. */
  interface OfferedDeck extends Deck {
    rating?: "family" | "teen" | "adult"; description?: string; tags?: string[]; favourite?: boolean; own?: boolean; code?: string; serves?: number; expansion?: boolean;
  }
  /** A set of decks to take whole; what this browser alone keeps has an id below 0. */
  interface DeckSet { id: number; name: string; description: string; own: boolean; decks: number[]; }
  interface Offer { decks: OfferedDeck[]; more: boolean; sets: DeckSet[]; }
  /** Cards that are not dealt because they read like others (`like`), and how many more there are: doubles.json. */
  interface Double { kind: "black" | "white"; text: string; deck: string; like: string; like_deck: string; }
  interface Doubles { cards: Double[]; more: number; }

  interface Invitation {
    id: number; email: string; name: string; reason: string; answer: "yes" | "no" | "maybe" | ""; player: string; seat: string;
    status: "queued" | "sent" | "kept" | "opened" | "joined" | "declined" | "failed" | "revoked";
    told: {kind: NewsKind; at: number; starts: number | null} | null;
    missed: {kind: NewsKind; state: "waiting" | "stopped" | "failed" | "kept"; reason: string; starts: number | null} | null; goes: number | null; stops: boolean; same_as: number | null;
  }
  /** The room's game night: `document` in invitations/hosting/night_card.py. */
  interface Night {
    starts: number; moved_from: number | null; zone: string; hours: number; title: string; place: string; note: string;
    plus_one: boolean; answers: Partial<Record<"yes" | "no" | "maybe", number>>; plus: number; open: number;
    people: {id: number; seat: string; name: string; answer: "yes" | "no" | "maybe"; plus: boolean}[]; guests: string[]; calendar: {google: string; outlook: string; ics: string};
  }
  /** How many letters may still go. */
  interface Allowance { hour: number; day: number; }
  interface Person { name: string; email: string; group?: boolean; }
  /** What the panel of invitations begins with: `document` in invitations/views/hosting.py. */
  interface GuestList {
    may: "yes" | "not_host" | "sign_in" | "verify"; sign_in_url: string; sign_up_url: string; verify_url: string;
    left: Allowance; at_once: number; invitations: Invitation[]; again: Person[]; languages: [string, string][]; language: string;
    night: Night | null; mail: "smtp" | "folder"; confirm: {address: string; link: string} | null;
  }
  type NewsKind = "invited" | "night" | "moved" | "changed" | "cancelled" | "withdrawn" | "reminder" | "ask" | "message";

  /** A round that was judged, as history.json has it. */
  interface PastRound {
    game: number; round: number; black: string; pick: number; judge: string; winner?: string;
    plays: {name: string; player?: string; cards: string[]; won: boolean; points?: number; votes?: number; likes?: number}[];
  }

  interface Welcome { type: "welcome"; protocol: number; release?: string; version: number; table: Table; seat: Seat | null; now: number; }
  interface Patch { type: "patch"; version: number; from: number; table: object; log?: LogEntry[]; }
  interface NewSeat { type: "seat"; version: number; seat: Seat; }
  interface Ok { type: "ok"; id: string; version?: number; }
  interface Refusal { type: "error"; id?: string; code: string; message: string; }
  interface Pong { type: "pong"; version: number; now: number; }
  interface News { type: "invitation"; invitation: Invitation; }
  interface NewsOfNight { type: "night"; night: Night | null; }
  /** About a seat that is somebody's, or about somebody new. */
  interface Ask { id: number; player?: string; name?: string; face?: number; colour?: number; }
  interface NewsOfAsks { type: "asks"; asks: Ask[]; }
  /** Beside the game: those of spectators, and of a crowd, have no player. */
  interface Reaction { player?: string; face: string; count: number; }
  interface Said { player: string; phrase?: string; text?: string; }
  interface Reactions { type: "reactions"; reactions: Reaction[]; }
  interface NewsOfTalk { type: "said"; said: Said[]; }
  /** Where the same group goes on: the room's code, and who has opened it. */
  interface Again { code: string; by: string; }
  interface NewsOfAgain { type: "again"; again: Again; }
  type Answer = Ok | Refusal;
  type Message = Welcome | Patch | NewSeat | Pong | News | NewsOfNight | NewsOfAsks | Reactions | NewsOfTalk | NewsOfAgain;

  /** What a client sends: moves have an id, "sync" and "ping" need none. */
  interface Frame { id: string; move: string; args: object; }
  interface Question { move: "sync" | "ping"; }
}
