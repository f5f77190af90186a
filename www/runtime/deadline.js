/** A time by which something is to happen, one at a time. */

/** A thread that was held up or asleep runs its timers first: what is waited for may stand behind them. */
const GRACE_MS = 50;

export class Deadline {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {number} limit Milliseconds from now.
   * @param {() => void} expired
   */
  set(limit, expired) {
    this.clear();
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(expired, GRACE_MS);
    }, limit);
  }

  clear() {
    clearTimeout(this.#timer);
  }
}
