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

/** The page of a digest in outline, so that nothing jumps when it comes. @param {Language} language */
export function loadingView(language) {
  const ghosts = (/** @type {string} */ name, /** @type {number} */ count) =>
    node('div', { class: `ghosts ${name}` }, ...Array.from({ length: count }, () => node('span', { class: 'ghost' })));
  return node(
    'div',
    { class: 'state loading', part: 'state' },
    node('p', { class: 'state-title' }, language.loading),
    node(
      'div',
      { class: 'ghost-columns' },
      node('div', {}, ghosts('lines', 3), ghosts('values', 6)),
      node('div', {}, ghosts('lines', 5), ghosts('lines', 4), ghosts('lines', 5)),
      node('div', {}, ghosts('lines', 8)),
    ),
  );
}

/** A second try may find the network back, or a fresh engine. */
const PASSING = new Set(['E_WASM_URL', 'E_ENGINE_FAILED']);

/**
 * @param {{ code: string, message: string }} error
 * @param {Language} language
 */
export function errorView({ code, message }, language) {
  const known = language.errors[code];
  return node(
    'div',
    { class: 'state error', part: 'state', role: 'alert' },
    node('p', { class: 'state-title' }, language.errorTitle),
    node('p', {}, known ?? message),
    PASSING.has(code) && node('button', { type: 'button', class: 'retry', 'data-control': 'retry' }, language.retry),
    node('p', { class: 'code' }, known ? `${code} · ${message}` : code),
  );
}
