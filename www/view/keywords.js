/** Keywords as ranked bars. */

import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { bar } from './series.js';

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function keywordsView(digest, language) {
  const { keywords } = digest;
  if (keywords.length === 0) return null;
  const rows = keywords.map((keyword, index) => {
    const button = itemButton(
      `keyword-${index}`,
      'keyword',
      node('span', { class: 'keyword-text' }, keyword.text),
      node('span', { class: 'count', lang: language.locale }, language.mentions(keyword.mentions.length)),
      bar(keyword.score * 100, false),
    );
    return node('li', {}, button);
  });
  return section('keywords', language.keywords, node('ol', { class: 'ranked', lang: articleTag(digest) }, ...rows));
}
