/** The story in a few sentences of the article. */

import { itemButton, node, section } from './node.js';

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function summaryView({ summary }, language) {
  if (summary.points.length === 0) {
    return section('summary', language.summary, node('p', { class: 'none' }, language.noSummary));
  }
  const points = summary.points.map((point) =>
    node('li', {}, itemButton(`sentence-${point.sentence}`, 'point', point.text)),
  );
  return section(
    'summary',
    language.summary,
    node('ol', { class: 'points' }, ...points),
    node('p', { class: 'note' }, language.summaryNote),
  );
}
