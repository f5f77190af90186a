/** Where an element stands: the language around it, also across the borders of shadow trees, else that of the browser. */

import { language } from '../view/language.js';

/** @param {Element} element */
export function languageAround(element) {
  /** @type {Element | undefined} */
  let at = element;
  while (at) {
    const tag = at.closest('[lang]')?.getAttribute('lang');
    if (tag) return language(tag);
    at = /** @type {ShadowRoot} */ (at.getRootNode()).host;
  }
  return language(navigator.language);
}
