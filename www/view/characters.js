/** How long a text is, as an editor counts: punctuation and digits, no white space. */

/** White space, and the second halves of characters that take two units. */
const NOT_COUNTED = /[\s\uDC00-\uDFFF]+/g;

/** @param {string} text */
export function characterCount(text) {
  let count = text.length;
  for (const [run] of text.matchAll(NOT_COUNTED)) count -= run.length;
  return count;
}

/**
 * @param {string} text The text the digest was made of.
 * @param {import('../digest.js').Digest} digest
 */
export function bodyCharacters(text, { document: article }) {
  return article.blocks.reduce((sum, { body, start, end }) => sum + (body ? characterCount(text.slice(start, end)) : 0), 0);
}
