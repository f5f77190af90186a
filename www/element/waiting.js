/** What stands while a first text is read: the digest in outline, and how much of the engine has come. */

import { onArrival } from '../platform/arrival.js';
import { loadingView } from '../view/states.js';

/** @param {import('../view/language.js').Language} language */
export function waitingView(language) {
  const view = loadingView(language);
  const arrival = /** @type {HTMLElement} */ (view.querySelector('.arrival'));
  onArrival((bytes) => (arrival.textContent = language.arrived(bytes / 2 ** 20)));
  return view;
}
