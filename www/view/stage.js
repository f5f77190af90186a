/** Where views stand: one takes the place of the last, and what the reader unfolded or stood on stays. */

import { focusKey, restoreFocus } from './focus.js';
import { node } from './node.js';

/** @typedef {import('./language.js').Language} Language */

export class Stage {
  #root;
  #content;
  /** Whether what is shown was written by a server. */
  #drawn;
  /** Says that what is shown belongs to an earlier text. */
  #stale = node('p', { class: 'stale', part: 'stale', hidden: true });

  /**
   * @param {ShadowRoot} root
   * @param {HTMLElement | null} drawn The content that a server wrote.
   */
  constructor(root, drawn) {
    this.#root = root;
    this.#drawn = drawn !== null;
    this.#content = drawn ?? node('div', { class: 'content', part: 'content' });
    root.append(this.#stale, this.#content);
  }

  get isDrawn() {
    return this.#drawn;
  }

  /** What is shown, as a place to point at. */
  get content() {
    return this.#content;
  }

  /**
   * @param {Node} view
   * @param {Language} language
   */
  show(view, language) {
    this.#drawn = false;
    const focused = focusKey(this.#root);
    const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (this.#content.querySelectorAll('details[open]'));
    const open = [...folds].map((fold) => fold.dataset.fold);
    const fields = [...this.#content.querySelectorAll('input')].map(({ dataset, value }) => ({ name: dataset.field, value }));
    this.#content.replaceChildren(view);
    for (const name of open) {
      const fold = /** @type {HTMLDetailsElement | null} */ (this.#content.querySelector(`details[data-fold="${name}"]`));
      if (fold) fold.open = true;
    }
    for (const { name, value } of fields) {
      const field = /** @type {HTMLInputElement | null} */ (value && this.#content.querySelector(`[data-field="${name}"]`));
      if (field) Object.assign(field, { value }).dispatchEvent(new Event('input'));
    }
    restoreFocus(this.#root, focused);
    this.#content.removeAttribute('aria-busy');
    this.#content.setAttribute('lang', language.locale);
    this.#stale.hidden = true;
  }

  /**
   * What is shown is about to be replaced.
   *
   * @param {'nothing' | 'digest'} shown Whether there is an earlier digest, which is then marked as such.
   * @param {Language} language
   */
  expect(shown, language) {
    this.#content.setAttribute('aria-busy', 'true');
    this.#stale.textContent = language.stale;
    this.#stale.hidden = shown === 'nothing';
  }
}
