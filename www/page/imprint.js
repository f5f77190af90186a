/** Where an article is from, as exports say it. */

import { dateText } from '../view/date.js';

/**
 * Where and when an article appeared.
 *
 * @param {import('../digest.js').Document} article
 * @param {import('../view/language.js').Language} language
 */
export function imprint({ source, published }, language) {
  return [source?.text, published && (published.value ? dateText(published.value, language) : published.text)].filter(Boolean).join(' · ');
}
