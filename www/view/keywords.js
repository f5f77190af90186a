/** Keywords as ranked bars. */

import { itemButton, node, section } from './node.js';
import { bar } from './series.js';

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function keywordsView({ keywords }, language) {
  if (keywords.length === 0) return null;
  const rows = keywords.map((keyword, index) => {
    const button = itemButton(
      `keyword-${index}`,
      'keyword',
      node('span', { class: 'keyword-text' }, keyword.text),
      node('span', { class: 'count' }, language.mentions(keyword.mentions.length)),
      bar(keyword.score * 100, false),
    );
    return node('li', {}, button);
  });
  return section('keywords', language.keywords, node('ol', { class: 'ranked' }, ...rows));
}
