/**
 * What nobody sees at first: panels, phases of a game, decks and invitations. It comes when a view draws some of it, or ahead of
 * that while the page has nothing else to do. Where it is lost on the way, views/later.js says so, and it is asked for again.
 */
import {reportError} from "../kit/errors.js";

/** How long the page has for itself before something is fetched ahead. */
const AHEAD_MS = 1500;
/** After so long something that is needed and was lost is asked for again. */
const AGAIN_MS = 3000;

/** @typedef {typeof import("./later_parts.js")} Module @typedef {ReturnType<Module["makeTools"]>} Tools */

/** @param {() => void} run */
const whenIdle = (run) => ("requestIdleCallback" in window ? requestIdleCallback(run) : run());

/** Whether this browser is to spend no bytes that nobody has asked for. */
export const savesData = () => Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData);

export class Later {
  /**
   * `fetch` brings the module, and is missing where a page has nothing to bring; `tools` makes what its views call, `came` is told.
   * @param {{fetch?: () => Promise<Module>, tools: (module: Module) => Tools, changed: () => void, came?: () => void, later?: SetTimer,
   *   idle?: (run: () => void) => unknown, saves?: () => boolean, report?: (error: unknown) => void}} parts
   */
  constructor({fetch, tools, changed, came = () => {}, later = setTimeout, idle = whenIdle, saves = savesData, report = reportError}) {
    this.fetch = fetch;
    this.makeTools = tools;
    this.changed = changed;
    this.came = came;
    /** @type {SetTimer} */
    this.later = (run, ms) => later(run, ms);
    this.idle = idle;
    this.saves = saves;
    this.report = report;
    /** @type {?Module["views"]} */
    this.views = null; // null before they came
    /** @type {?Tools} */
    this.tools = null;
    this.wanted = false; // whether the last drawing lacked something
    this.failed = false; // whether something that is wanted was lost on the way
    /** @type {((tools: Tools) => void)[]} */
    this.told = []; // what the tools have to be told
    /** @type {?Promise<void>} */
    this.coming = null;
  }

  /** Before each drawing. */
  begin() {
    this.wanted = false;
  }

  /** A view lacks something. */
  want() {
    this.wanted = true;
  }

  /** After each drawing: what it lacked is fetched. */
  settle() {
    if (this.wanted && !this.failed) this.bring();
  }

  /**
   * Let the tools hear of something, once they are here.
   * @param {(tools: Tools) => void} run
   */
  tell(run) {
    if (this.tools) run(this.tools);
    else if (this.fetch) {
      this.told.push(run);
      this.bring();
    }
  }

  /** Whether something waits for what is fetched. */
  get needed() {
    return this.wanted || this.told.length > 0;
  }

  /** Fetch everything, unless it is here or on its way. */
  bring() {
    if (!this.views && this.fetch) this.coming ||= this.load(this.fetch);
    return this.coming;
  }

  /** The same once the page has nothing else to do; a browser that saves data waits until it is needed. */
  ahead() {
    if (!this.saves()) this.later(() => this.idle(() => this.bring()), AHEAD_MS);
  }

  /** @param {() => Promise<Module>} fetch */
  async load(fetch) {
    try {
      const module = await fetch();
      this.tools = this.makeTools(module);
      this.views = module.views;
      this.failed = false;
      this.came();
      for (const run of this.told.splice(0)) run(this.tools);
    } catch (error) {
      this.lost(error);
    }
    this.coming = null;
    this.changed();
  }

  /** @param {unknown} error */
  lost(error) {
    if (!this.needed) return; // whoever wants it asks again
    if (!this.failed) this.report(error);
    this.failed = true;
    this.later(() => this.needed && this.bring(), AGAIN_MS);
  }
}
