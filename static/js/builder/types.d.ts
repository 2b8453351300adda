/** What the builder's modules hand to each other, and what its server says (decks/builder/steps.py). No browser is sent this file. */
declare namespace Builder {
  type Kind = "black" | "white";
  type Tab = Kind | "proposed";
  type Counts = Record<Kind, number>;

  // ---- what the server says
  interface Card { id: string; kind: Kind; text: string; pick?: number; tags?: string; attribution?: string; waits?: boolean; }
  type Facts = Record<"name" | "description" | "rating" | "language" | "tags" | "author" | "licence" | "source_note", string>;
  interface Standing {
    revision: string; facts: Facts; code: string; slug: string; status: "draft" | "review" | "published" | "archived"; listed: boolean; review_note: string;
    counts: Counts; serves: number; missing: Counts; proposals: number; off: boolean;
  }
  interface CardPage { kind: Kind; start: number; total: number; cards: Card[]; }
  interface Deck extends Standing { pages: CardPage[]; }
  interface Links {
    cards: string; change: string; near: string; doubles: string; step: string; proposed: string; decide: string; mine: string; page: string;
    share: string; export: string; import: string; play: string;
  }
  interface PageDocument extends Deck {
    ratings: [string, string][]; languages: [string, string][]; formats: [string, string][]; own: boolean; person: number; query: string; links: Links;
  }
  /** A line that was not taken, counted from 1. */
  interface Problem { line: number; text: string; problem: string; double: boolean; }
  interface Done extends Standing { cards: Card[]; errors: Problem[]; undo: string; before?: Partial<Facts>; }
  /** The answer to a step. */
  type Reply = {ok: true; status: number; data: Done} | {ok: false; status: number; data: {message: string; code?: string; card?: Card | null}};
  interface Proposal { id: number; kind: Kind; text: string; pick: number; attribution: string; }
  interface Doubles { pairs: {kind: Kind; same: boolean; one: {id: string; text: string}; other: {id: string; text: string}}[]; complete: boolean; }

  // ---- cards and steps
  /** The first cards in their order, how many follow that were not fetched, and those of the very end that were added here. */
  interface Part { head: Card[]; unseen: number; tail: Card[]; }
  interface Cards { counts: Counts; black: Part; white: Part; }
  type CardFacts = Pick<Card, "kind" | "text" | "tags" | "attribution">;

  /** `session` joins steps that are undone at once; `again` marks what may have been sent before, the others what undo and redo do. */
  interface Marks { session?: string; again?: true; undoing?: true; redone?: true; }
  /** Without a kind each line's blanks tell it. */
  interface Add extends Marks { verb: "add"; kind: Kind | null; lines: string[]; cards: Card[]; }
  interface Change extends Marks { verb: "change"; id: string; was?: string; facts: Partial<CardFacts>; }
  interface Remove extends Marks { verb: "remove"; id: string; was?: string; }
  /** Behind the card `after`, null for the top. */
  interface Move extends Marks { verb: "move"; id: string; after: string | null; }
  interface SetFacts extends Marks { verb: "facts"; facts: Partial<Facts>; }
  interface Undo extends Marks { verb: "undo"; token: string; redo: boolean; }
  type Step = Add | Change | Remove | Move | SetFacts | Undo;
  /** What can be undone: by a step, or by the server's word for it. */
  type Entry = {step: Step; token?: undefined; session?: string} | {token: string; step?: undefined; session?: string};

  interface SavingParts {
    stored: Cards; facts: Facts; revision: string;
    send: (body: object) => Promise<Reply>;
    load: () => Promise<{cards: Cards; revision: string; facts: Facts} | null>;
    /** After each answer. */
    heard: (answer: Done, step: Step) => void;
    /** A step or some of its lines came to nothing. */
    refused: (step: Step, message: string, errors: Problem[]) => void;
    /** After every change. */
    changed: () => void;
    /** The steps that a next page would have to send. */
    kept?: (steps: Step[]) => void;
    setTimer?: SetTimer; clearTimer?: ClearTimer;
  }

  // ---- writing
  /** `under` has for each blank the words that it covers, "" where it was typed. */
  interface Draft { text: string; under: string[]; }
  interface Token { text: string; from: number; to: number; kind: "word" | "blank" | "rest"; em?: boolean; }
  interface Sheet { draft: Draft; kind: Kind; lang?: string; }
  /** What surface.js wants of whoever it draws for. */
  interface Surface {
    name: string; longest?: number; enterHint?: string; enter?: () => void;
    type: (text: string) => void; tap: (token: Token) => void; blank: () => void; kind: (kind: Kind) => void;
  }
  /** What many lines are: cards "auto" (by their blanks), all black or all white, or "one" card with line breaks. */
  type LinesAre = "auto" | Kind | "one";
  interface Composer { open: boolean; draft: Draft; kind: Kind | ""; many: Exclude<LinesAre, "one"> | ""; oneCard: boolean; near: string; problems: Problem[]; }
  interface Editing extends Sheet { id: string; session: string; was: string; attribution: string; tags: string; problem: string; }

  /** What was written on a card and not taken; `gone` when there is no such card any more. */
  interface Held { id: string; facts: Partial<CardFacts>; message: string; gone: boolean; }

  // ---- the page
  interface Ui {
    tab: Tab; query: string; searching: boolean; loading: string; editing: Editing | null; dirty: boolean; composer: Composer;
    doubles: Doubles | "failed" | null; proposals: Proposal[] | "failed" | null; busy: string; held: Held[];
  }
  interface State { ui: Ui; standing: Standing; post: typeof import("../kit/http.js").post; }
  /** The JSON at an address, null where it did not come. */
  type Ask = <Told>(url: string) => Promise<Told | null>;

  interface CardActions {
    say(text: string, action?: import("../kit/toasts.js").Action): void;
    tab(tab: Tab): void;
    compose(open: boolean): void; add(): void; putBack(texts: string[], problems: Problem[]): void;
    edit(id: string): void; save(closing: boolean): void; double(id: string): void; close(): void; fact(name: "attribution" | "tags", value: string): void;
    remove(id: string): void; step(id: string, by: number): void; top(id: string): void; drop(id: string, target: string, behind: boolean): void;
    undo(): void; redo(): void; wake(): void;
    searching(on: boolean): void; search(query: string): void; more(kind: Kind): Promise<void>;
  }
  interface DeckActions {
    open(panel: string): void; facts(name: keyof Facts, value: string): void; loadDoubles(): Promise<void>; loadProposals(): Promise<void>;
    decide(proposal: Proposal, accept: boolean): Promise<void>; publish(name: string): Promise<void>; playWithFriends(): Promise<void>;
    post(url: string, body: object): Promise<import("../kit/http.js").Answer["data"] | null>;
    copyCode(text: string, what: string): Promise<void>; share(): Promise<void>;
  }
  interface HeldActions {
    hold(lost: Omit<Held, "gone">): void; putMine(held: Held): void; changeMine(held: Held): void; letGo(held: Held, asNew: boolean): void;
  }
  interface Writing { composing: Surface & {linesAre(kind: LinesAre): void}; changing: Surface; }
  interface Actions extends CardActions, DeckActions, HeldActions, Writing {}

  /** What the actions work with. */
  interface Parts {
    state: State; saving: import("./saving.js").Saving; links: Links; ask: Ask; draw: () => void;
    showCard: (id: string, near?: boolean) => void; focus: (name: string) => void;
    panels: import("../kit/overlay.js").Panels; toasts: import("../kit/toasts.js").Toasts; confirmation: import("../kit/confirm.js").Confirmation;
  }
  /** What every view may read; `gone` has the ids of the cards that are about to be removed. */
  interface Model extends Pick<Parts, "links" | "panels" | "toasts" | "confirmation">, Pick<PageDocument, "ratings" | "languages" | "formats" | "own"> {
    ui: Ui; act: Actions; saving: Pick<import("./saving.js").Saving, "status" | "steps" | "trouble" | "canUndo" | "canRedo" | "key">;
    cards: Cards; standing: Standing; facts: Facts; serves: number; gone: Set<string>; wide: boolean;
  }
}
