/** What stands where no digest is: nothing yet, reading, an error. */

import { node } from './node.js';

/** @typedef {import('./language.js').Language} Language */

/** @param {Language} language */
export function emptyView(language) {
  return node(
    'div',
    { class: 'state empty', part: 'state' },
    node('p', { class: 'state-title' }, language.emptyTitle),
    node('p', {}, language.emptyText),
    node(
      'dl',
      { class: 'parts' },
      ...language.emptyParts.map(([name, what]) => node('div', {}, node('dt', {}, name), node('dd', {}, what))),
    ),
  );
}

/** @param {Language} language */
export function loadingView(language) {
  const lines = [1, 2, 3].map(() => node('span', { class: 'line-ghost' }));
  return node('div', { class: 'state loading', part: 'state' }, node('p', {}, language.loading), ...lines);
}

/**
 * @param {{ code: string, message: string }} error
 * @param {Language} language
 */
export function errorView({ code, message }, language) {
  return node(
    'div',
    { class: 'state error', part: 'state', role: 'alert' },
    node('p', { class: 'state-title' }, language.errorTitle),
    node('p', {}, message),
    node('p', { class: 'code' }, code),
  );
}
