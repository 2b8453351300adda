/**
 * Whether this page is as new as the server. An old page goes on playing and loads itself again when that disturbs nobody;
 * once for each release, because what stands between may hand out the old page again.
 */

/** The version of docs/PROTOCOL.md that this page speaks. */
export const PROTOCOL = 1;
const KEY = "reloaded-for";

export class Release {
  /**
   * `release` is this page's own; `store` is this tab's; `reload()` loads the page again.
   * @param {{release: string | undefined, store: import("../../kit/storage.js").Store, reload: () => void}} parts
   */
  constructor({release, store, reload}) {
    this.release = release;
    this.store = store;
    this.reload = reload;
    this.wanted = ""; // what the server is, when this page is something else
  }

  /**
   * Take a welcome.
   * @param {{protocol: number, release?: string}} welcome
   */
  heard({protocol, release}) {
    const same = protocol === PROTOCOL && (!release || release === this.release);
    this.wanted = same ? "" : `${protocol} ${release}`;
  }

  /**
   * Load the page again if it is old and `safe`.
   * @param {boolean} safe
   */
  reloadWhen(safe) {
    if (!this.wanted || !safe) return;
    const known = this.store.get(KEY);
    const done = Array.isArray(known) ? known : [];
    if (done.includes(this.wanted)) return;
    // Where nothing can be kept, nothing would end the loading.
    if (this.store.set(KEY, [...done, this.wanted])) this.reload();
    this.wanted = "";
  }
}
