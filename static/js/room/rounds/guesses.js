/**
 * What somebody who watches guesses: it is no player's guess, so the server hears nothing of it, and this tab counts.
 */
const KEY = "guesses";

export class Guesses {
  /**
   * `store` keeps them over reloads of this tab.
   * @param {{store: Pick<import("../../kit/storage.js").Store, "get" | "set">, code: string, changed: () => void}} parts
   */
  constructor({store, code, changed}) {
    this.store = store;
    this.changed = changed;
    this.key = `${KEY}.${code}`;
    const kept = store.get(this.key);
    /** @type {{game: number, round: number, play: string, right: number, told: number}} `told`: guesses that a verdict has answered */
    this.mine = kept && typeof kept.round === "number" ? kept : {game: 0, round: 0, play: "", right: 0, told: 0};
  }

  /**
   * The guess for this round, "" for none.
   * @param {Wire.Table} table
   */
  of({game, round}) {
    return this.mine.game === game && this.mine.round === round ? this.mine.play : "";
  }

  /** @type {(table: Wire.Table, play: string) => void} */
  guess(table, play) {
    const {game = 0, round = 0} = table;
    const counts = this.mine.game === game ? {right: this.mine.right, told: this.mine.told} : {right: 0, told: 0};
    this.keep({...counts, game, round, play});
    this.changed();
  }

  /**
   * A verdict answers the guess, once.
   * @param {Wire.Table} table
   */
  follow(table) {
    const play = this.of(table);
    if (!play || !table.verdict) return;
    const best = table.verdict.filter(({points}) => points === table.verdict?.[0].points).map((one) => one.play);
    this.keep({...this.mine, play: "", told: this.mine.told + 1, right: this.mine.right + (best.includes(play) ? 1 : 0)});
  }

  /** @param {Guesses["mine"]} mine */
  keep(mine) {
    this.mine = mine;
    this.store.set(this.key, mine);
  }
}
