/** What `tsc` cannot see in the modules themselves. No browser is sent this file. */

/** /static/lit/ is node_modules/lit-html/. */
declare module "*/lit/lit-html.js" { export * from "lit-html"; }
declare module "*/lit/async-directive.js" { export * from "lit-html/async-directive.js"; }
declare module "*/lit/directives/guard.js" { export * from "lit-html/directives/guard.js"; }
declare module "*/lit/directives/keyed.js" { export * from "lit-html/directives/keyed.js"; }
declare module "*/lit/directives/live.js" { export * from "lit-html/directives/live.js"; }
declare module "*/lit/directives/repeat.js" { export * from "lit-html/directives/repeat.js"; }
declare module "*/lit/directives/style-map.js" { export * from "lit-html/directives/style-map.js"; }

/** Whoever looks for an element in a page knows what kind it is. */
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Document { getElementById(id: string): any; }
interface Element { closest(selectors: string): any; }

/** What starts a timer, and gives what stops it. */
type SetTimer = (run: () => void, delay: number) => unknown;

/** From the scripts of the library for accounts. */
interface Window { webauthnJSON: any; }

/** The documents and messages of a room: docs/PROTOCOL.md says what each key means and when it is there. Times are ms since 1970. */
declare namespace Wire {
  type Phase = "lobby" | "playing" | "revealing" | "judging" | "round_over" | "game_over";
  interface BlackCard { text: string; pick: number; }
  interface WhiteCard { id: number; text: string; }
  interface Deck { id: number; name: string; language?: string; black: number; white: number; }
  interface Settings { hand_size: number; score_limit: number; round_limit: number; seconds: Record<string, number>; }
  interface Player {
    name: string; score: number; presence: "here" | "gone" | "away" | "left"; gone_at?: number;
    played?: true; nudged?: true; next_round?: true;
  }
  /** An answer on the table; face down it is {}. */
  interface Play { cards?: string[]; player?: string; }
  interface Table {
    code: string; phase: Phase; host?: string; settings: Settings; decks: Deck[]; doubles?: {black: number; white: number}; serves?: number;
    players: Record<string, Player>; waiting_for: string[]; game?: number; round?: number; judge?: string; black_card?: BlackCard;
    plays?: Record<string, Play>; winner?: {player: string; play: string}; void?: string; deadline?: number; paused?: true; winners?: string[];
  }
  interface Seat { player: string; hand: WhiteCard[]; play?: number[]; mine?: string; can: string[]; }
  interface LogEntry {
    type: string; player?: string; kind?: string; game?: number; round?: number; judge?: string; play?: string; why?: string; winners?: string[];
  }
  interface Invitation {
    id: number; email: string; name: string; reason: string; answer: "yes" | "no" | "maybe" | ""; player: string;
    status: "queued" | "sent" | "opened" | "joined" | "declined" | "failed" | "revoked";
  }

  /** A round that was judged, as history.json has it. */
  interface PastRound {
    game: number; round: number; black: string; pick: number; judge: string; winner?: string;
    plays: {name: string; cards: string[]; won: boolean}[];
  }

  interface Welcome { type: "welcome"; protocol: number; release?: string; version: number; table: Table; seat: Seat | null; now: number; }
  interface Patch { type: "patch"; version: number; from: number; table: object; log?: LogEntry[]; }
  interface NewSeat { type: "seat"; version: number; seat: Seat; }
  interface Ok { type: "ok"; id: string; version?: number; }
  interface Refusal { type: "error"; id?: string; code: string; message: string; }
  interface Pong { type: "pong"; version: number; now: number; }
  interface News { type: "invitation"; invitation: Invitation; }
  type Answer = Ok | Refusal;
  type Message = Welcome | Patch | NewSeat | Pong | News;

  /** What a client sends: moves have an id, "sync" and "ping" need none. */
  interface Frame { id: string; move: string; args: object; }
  interface Question { move: "sync" | "ping"; }
}
