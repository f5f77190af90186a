/** Says what came of a reading to those who hear the page: a sentence a second at the most, the latest first. */

import { node } from '../view/node.js';

const PAUSE_MS = 1000;

export class LiveRegion {
  view = node('p', { class: 'status', role: 'status' });
  /** When the next sentence may be said, by the page's clock. */
  #next = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {string} words */
  say(words) {
    this.stop();
    this.#waiting = setTimeout(() => {
      this.view.textContent = words;
      this.#next = performance.now() + PAUSE_MS;
    }, this.#next - performance.now());
  }

  /** What waits is not said. */
  stop() {
    clearTimeout(this.#waiting);
  }
}
