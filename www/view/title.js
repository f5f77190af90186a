/** What a digest is headed by. */

/**
 * The headline; the first point where the page has none, whose document then has no headline either.
 *
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function title({ document, summary }, language) {
  return document.headline?.text ?? summary.points[0]?.text ?? language.untitled;
}
