/**
 * What this browser keeps for its person, as JSON. Never throws: a storage may be forbidden (even to touch it throws then),
 * full, or hold what an older release wrote; what is kept there is a convenience.
 */
export class Store {
  /** @param {() => Storage} open  gives the storage: () => window.localStorage */
  constructor(open) {
    this.open = open;
  }

  /**
   * The value under this key, or null.
   * @param {string} key
   * @returns {any} whatever was kept, perhaps by an older release
   */
  get(key) {
    try {
      return JSON.parse(this.open().getItem(key) || "null");
    } catch (error) {
      return null;
    }
  }

  /**
   * Keep a value. Returns whether that worked.
   * @param {string} key
   * @param {unknown} value
   */
  set(key, value) {
    try {
      this.open().setItem(key, JSON.stringify(value));
      return true;
    } catch (error) {
      return false;
    }
  }

  /**
   * The keys that begin with this.
   * @param {string} prefix
   */
  keys(prefix) {
    try {
      const storage = this.open();
      return Array.from({length: storage.length}, (_, index) => storage.key(index) || "").filter((key) => key.startsWith(prefix));
    } catch (error) {
      return [];
    }
  }

  /** @param {string} key */
  remove(key) {
    try {
      this.open().removeItem(key);
    } catch (error) {
      // What cannot be reached cannot be read again either.
    }
  }
}

/** For this tab alone, over reloads. */
export const tabStore = () => new Store(() => window.sessionStorage);

/** For all tabs of this browser. */
export const browserStore = () => new Store(() => window.localStorage);
