/** What stands where no digest is: nothing yet, reading, an error. */

import { node, section } from './node.js';

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

/** The page of a digest in outline, each part with its heading, so that nothing jumps when it comes. @param {Language} language */
export function loadingView(language) {
  const ghosts = (/** @type {string} */ name, /** @type {number} */ count) =>
    node('div', { class: `ghosts ${name}`, 'aria-hidden': 'true' }, ...Array.from({ length: count }, () => node('span', { class: 'ghost' })));
  const part = (/** @type {'summary' | 'figures' | 'people' | 'keywords' | 'article'} */ name, /** @type {HTMLElement[]} */ ...outlines) =>
    node('section', { class: name }, node('p', { class: 'heading' }, language[name]), ...outlines);
  return node(
    'div',
    { class: 'outline loading', part: 'state' },
    node('div', { class: 'head' }, node('p', { class: 'headline untitled' }, language.loading), node('p', { class: 'facts arrival' }, node('span', { class: 'ghost', 'aria-hidden': 'true' }))),
    node('div', { class: 'jumps' }),
    node('div', { class: 'column story' }, part('summary', ghosts('lines', 6)), part('figures', ghosts('values', 6))),
    part('people', ghosts('lines', 4)),
    part('article', ghosts('lines', 5), ghosts('lines', 4), ghosts('lines', 5)),
    node('div', { class: 'column index' }, part('keywords', ghosts('lines', 10))),
  );
}

/** A second try may find the network back, or a fresh engine. */
const PASSING = new Set(['E_WASM_URL', 'E_ENGINE_FAILED']);

/** What is shown of an article that could not be read; more of it tells nobody more. */
const MOST_LINES = 400;

/**
 * @param {{ code: string, message: string }} error
 * @param {string} article What was to be read, where it stands nowhere else: it can be read without its digest.
 * @param {Language} language
 */
export function errorView({ code, message }, article, language) {
  const known = language.errors[code];
  const lines = article.split(/[\r\n]+/, MOST_LINES).filter((line) => line.trim() !== '');
  return node(
    'div',
    {},
    node(
      'div',
      { class: 'state error', part: 'state', role: 'alert' },
      node('p', { class: 'state-title' }, language.errorTitle),
      node('p', {}, known ?? message),
      PASSING.has(code) && node('button', { type: 'button', class: 'retry', 'data-control': 'retry' }, language.retry),
      known ? node('details', { class: 'code', 'data-fold': 'error' }, node('summary', {}, code), message) : node('p', { class: 'code' }, code),
    ),
    lines.length > 0 && section('article', language.article, node('div', { class: 'text', part: 'text' }, ...lines.map((line) => node('p', { class: 'block' }, line)))),
  );
}
