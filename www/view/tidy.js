/** Where the reader says what a paragraph is: headline, body, or no part of the article. */

import { node } from './node.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Block} Block
 * @typedef {import('./language.js').Language} Language
 * @typedef {'headline' | 'body' | 'clutter'} MarkKind
 */

/** @type {MarkKind[]} */
const KINDS = ['headline', 'body', 'clutter'];

/**
 * @param {Block} block
 * @param {Digest} digest
 * @returns {MarkKind}
 */
export function kindOf(block, { document: article }) {
  const { headline } = article;
  if (headline !== null && headline.start < block.end && headline.end > block.start) return 'headline';
  return block.body ? 'body' : 'clutter';
}

/**
 * The blocks of the body in their order, by which paragraphs are numbered on paper.
 *
 * @param {Digest} digest
 */
export function bodyBlocks(digest) {
  return digest.document.blocks.filter((block) => kindOf(block, digest) === 'body');
}

/**
 * @param {'reading' | 'tidying'} mode
 * @param {Language} language
 */
export function tidyButton(mode, language) {
  return node(
    'p',
    { class: 'tidy' },
    node('button', { type: 'button', 'data-control': 'tidy', 'aria-pressed': String(mode === 'tidying') }, language.markParagraphs),
    mode === 'tidying' && node('span', { class: 'note' }, language.markHint),
  );
}

/**
 * @param {number} index Of the block.
 * @param {MarkKind} current
 * @param {Language} language
 */
export function tidyTools(index, current, language) {
  const buttons = KINDS.map((kind) =>
    node(
      'button',
      { type: 'button', 'data-control': `mark-${index}-${kind}`, 'data-block': index, 'data-as': kind, 'aria-pressed': String(kind === current) },
      language.markAs[kind],
    ),
  );
  return node('div', { class: 'tidy-tools', role: 'group', 'aria-label': `${language.markParagraphs} ${index + 1}` }, ...buttons);
}
