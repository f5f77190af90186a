/** The story in a few sentences of the article. */

import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { figuresIn, unbroken } from './unbroken.js';

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function summaryView(digest, language) {
  const { points } = digest.summary;
  if (points.length === 0) {
    return section('summary', language.summary, node('p', { class: 'none' }, language.noSummary));
  }
  const items = points.map((point) =>
    node('li', { part: 'point' }, itemButton(`sentence-${point.sentence}`, 'point', ...unbroken(point.text, figuresIn(digest, digest.sentences[point.sentence])))),
  );
  return section(
    'summary',
    language.summary,
    node('ol', { class: 'points', lang: articleTag(digest) }, ...items),
    node('p', { class: 'note' }, language.summaryNote),
  );
}
