/** How long a summary is, and how much of one fits. */

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Summary} Summary
 */

/** Sentences asked of the engine where characters are counted: all that it gives. */
export const MOST_SENTENCES = 20;

/**
 * Characters as an editor counts them: punctuation and digits, no white space.
 *
 * @param {string} text
 */
export function characterCount(text) {
  let count = 0;
  for (const character of text) if (/\S/u.test(character)) count += 1;
  return count;
}

/**
 * The best sentences whose characters together are within a budget; never less than the best one. A larger budget gives
 * all that a smaller gives, since both begin the same ranking.
 *
 * @param {Summary} summary
 * @param {number} budget In characters.
 * @returns {Summary}
 */
export function fitSummary(summary, budget) {
  const points = new Map(summary.points.map((point) => [point.sentence, point]));
  let total = 0;
  let kept = 0;
  for (const sentence of summary.ranking) {
    total += characterCount(points.get(sentence)?.text ?? '');
    if (kept > 0 && total > budget) break;
    kept += 1;
  }
  const chosen = new Set(summary.ranking.slice(0, kept));
  const shown = summary.points.filter((point) => chosen.has(point.sentence));
  return {
    sentences: summary.sentences.filter((sentence) => chosen.has(sentence)),
    ranking: summary.ranking.slice(0, kept),
    points: shown,
    text: shown.map((point) => point.text).join(''),
  };
}

/**
 * @param {Digest} digest
 * @returns {{ sentences: number, characters: number, share: number }} The summary's length; share in percent of the body.
 */
export function summaryExtent({ summary, document: article }) {
  const characters = summary.points.reduce((sum, point) => sum + characterCount(point.text), 0);
  const share = Math.min(100, Math.round((characters / Math.max(1, article.length.characters)) * 100));
  return { sentences: summary.points.length, characters, share };
}
