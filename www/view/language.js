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
 * A language with some of its words replaced. Names it does not have, and values of another type than those they would
 * replace, are left out.
 *
 * @template {object} Words
 * @param {Words} words
 * @param {Record<string, unknown>} others
 * @returns {Words}
 */
export function reworded(words, others) {
  const replaced = Object.entries(words).map(([name, word]) => {
    const other = Object.hasOwn(others, name) ? others[name] : undefined;
    if (typeof other !== typeof word || other === null || Array.isArray(other) !== Array.isArray(word)) return [name, word];
    const isTable = typeof word === 'object' && !Array.isArray(word);
    return [name, isTable ? reworded(word, /** @type {Record<string, unknown>} */ (other)) : other];
  });
  return /** @type {Words} */ (Object.fromEntries(replaced));
}

/**
 * The language of the article, whose glyphs and punctuation differ by script.
 *
 * @param {import('../digest.js').Digest} digest
 */
export function articleTag({ script }) {
  return script === 'hant' ? 'zh-Hant' : 'zh-Hans';
}
