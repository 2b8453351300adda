/**
 * What can be undone and done again: the server's words for stored steps, and steps that never were sent. Draws and sends nothing.
 */
const MOST_UNDOS = 100;

/**
 * Whether a step takes something back: an undo, or a step that stands for one.
 * @type {(step: Builder.Step) => boolean}
 */
export const backwards = (step) => Boolean(step.undoing || (step.verb === "undo" && !step.redo));

/**
 * Whether a step waits for the one before it: what it undoes is known once that one is stored.
 * @type {(step: ?Builder.Step | undefined) => boolean}
 */
export const unbound = (step) => step?.verb === "undo" && !step.token;

export class History {
  constructor() {
    /** @type {Builder.Entry[]} */
    this.done = [];
    /** @type {Builder.Entry[]} */
    this.undone = [];
  }

  /** @type {(redo: boolean) => Builder.Entry[]} */
  stack(redo) {
    return redo ? this.undone : this.done;
  }

  /**
   * The next step to undo, or to do again; it is not in the history any more. Null where there is none.
   * @type {(redo: boolean) => ?Builder.Step}
   */
  next(redo) {
    const last = this.stack(redo).pop();
    if (!last) return null;
    if (!last.step) return {verb: "undo", token: last.token, redo};
    return redo ? {...last.step, redone: true} : {...last.step, undoing: true};
  }

  /**
   * A step that was never sent, into the history: undone where it would have done something, else still to be undone.
   * @param {Builder.Step} step
   */
  withdraw(step) {
    if (unbound(step)) return;
    const {undoing, redone, ...plain} = step;
    this.stack(!backwards(step)).push(step.verb === "undo" ? {token: step.token} : {step: plain});
  }

  /**
   * A stored step and the server's answer; returns whether it can be taken back.
   * @type {(step: Builder.Step, data: Builder.Done) => boolean}
   */
  remember(step, data) {
    /** @type {?Builder.Entry} */
    const entry = step.verb === "facts" ? {step: {verb: "facts", facts: data.before || {}}} : data.undo ? {token: data.undo} : null;
    if (!entry) return false;
    const stack = this.stack(backwards(step));
    const last = stack[stack.length - 1];
    const goesOn = !backwards(step) && step.session && last && last.session === step.session && !("facts" in step && "kind" in step.facts);
    if (!goesOn) stack.push({...entry, session: step.session});
    if (stack.length > MOST_UNDOS) stack.shift();
    return true;
  }

  /** A new step: what was undone before it is not done again. */
  forgetUndone() {
    this.undone = [];
  }
}
