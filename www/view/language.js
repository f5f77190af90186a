/** The words of the interface, by language. The digest's own words are the article's and are never translated. */

import { en } from './language/en.js';
import { zhHans } from './language/zh-hans.js';
import { zhHant } from './language/zh-hant.js';

/** @typedef {import('./language/zh-hans.js').Language} Language */

/**
 * @param {string | null | undefined} tag A BCP 47 tag.
 * @returns {Language} English for en; traditional Chinese for Hant, Taiwan, Hong Kong and Macao; else simplified.
 */
export function language(tag) {
  if (/^en\b/i.test(tag ?? '')) return en;
  return /^(zh|yue)\b.*-(hant|tw|hk|mo)\b/i.test(tag ?? '') ? zhHant : zhHans;
}

/**
 * The language of the article, whose glyphs and punctuation differ by script.
 *
 * @param {import('../digest.js').Digest} digest
 */
export function articleTag({ script }) {
  return script === 'hant' ? 'zh-Hant' : 'zh-Hans';
}
