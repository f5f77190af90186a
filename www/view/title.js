/** What a digest is headed by. */

import { figuresIn, wholesIn } from './unbroken.js';

/**
 * The headline; the first point where the page has none, whose document then has no headline either.
 *
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function title({ document, summary }, language) {
  return document.headline?.text ?? summary.points[0]?.text ?? language.untitled;
}

/**
 * The phrases it is written in, each with what stands between it and the next.
 *
 * @param {string} title
 */
export function phrasesOf(title) {
  return title.split(/(?<=[\s：:！？])(?=\S)/u);
}

/**
 * What of it is not to be divided between lines, in order: figures, and the names of a headline.
 *
 * @param {import('../digest.js').Digest} digest
 */
export function wholesOfTitle(digest) {
  const { document: article, summary, sentences } = digest;
  return article.headline ? wholesIn(digest, article.headline) : figuresIn(digest, sentences[summary.points[0]?.sentence]);
}
