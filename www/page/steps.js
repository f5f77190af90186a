/** What the reader did, to undo and redo: texts, marks and lengths, one after the other. */

/** Steps that are kept, and units of text they may hold together. */
const MOST_STEPS = 200;
const MOST_UNITS = 40_000_000;

/** @template T */
export class Steps {
  /** @type {T[]} */
  #past = [];
  /** @type {T[]} */
  #future = [];
  #present;
  #size;

  /**
   * @param {T} first
   * @param {(step: T) => number} size Units of text that a step holds.
   */
  constructor(first, size) {
    this.#present = first;
    this.#size = size;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {T} step */
  take(step) {
    this.#past.push(this.#present);
    this.#present = step;
    this.#future = [];
    let units = this.#past.reduce((sum, past) => sum + this.#size(past), 0);
    while (this.#past.length > MOST_STEPS || (units > MOST_UNITS && this.#past.length > 1)) {
      const [dropped] = this.#past.splice(0, 1);
      units -= this.#size(dropped);
    }
  }

  /** @returns {T | null} What to go back to. */
  undo() {
    return this.#move(this.#past, this.#future);
  }

  /** @returns {T | null} What to go forward to. */
  redo() {
    return this.#move(this.#future, this.#past);
  }

  /**
   * @param {T[]} from
   * @param {T[]} to
   */
  #move(from, to) {
    const step = from.pop();
    if (step === undefined) return null;
    to.push(this.#present);
    this.#present = step;
    return step;
  }
}
