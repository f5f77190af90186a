/** Whether workers are worth making: counts those that failed. */

/** A worker may fail this often before it was ever ready. */
const MAX_STARTS = 2;
/** So many workers may die within a minute; more mean that the place is to blame, not the text. */
const MAX_RESPAWNS = 3;
const RESPAWN_WINDOW_MS = 60_000;

export class Health {
  #failedStarts = 0;
  /** When workers died. @type {number[]} */
  #deaths = [];

  started() {
    this.#failedStarts = 0;
  }

  /** Before it was ready. */
  failedToStart() {
    this.#failedStarts += 1;
  }

  died() {
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((time) => now - time < RESPAWN_WINDOW_MS), now];
  }

  get isLost() {
    return this.#failedStarts >= MAX_STARTS || this.#deaths.length > MAX_RESPAWNS;
  }
}
