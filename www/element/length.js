/** How long a summary is, and how much of one fits. */

import { bodyCharacters, characterCount } from '../view/characters.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Summary} Summary
 */

/** Sentences asked of the engine where characters are counted: all that it gives. */
export const MOST_SENTENCES = 20;

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
 * @param {string} text The text the digest was made of.
 * @param {Digest} digest
 * @returns {{ sentences: number, characters: number, share: number }} The summary's length; share in percent of the body.
 */
export function summaryExtent(text, digest) {
  const { summary } = digest;
  const characters = summary.points.reduce((sum, point) => sum + characterCount(point.text), 0);
  const share = Math.min(100, Math.round((characters / Math.max(1, bodyCharacters(text, digest))) * 100));
  return { sentences: summary.points.length, characters, share };
}
