/** Words as they run on: where a printed line was broken within a sentence there is no break, between Latin words a space. */

/** @typedef {import('../digest.js').Digest} Digest */

const BREAK = /[ \t\u3000]*[\r\n]+[ \t\u3000]*/g;
const LATIN = /[\x21-\x7E\u00C0-\u024F]/;

/**
 * @param {string} text
 * @param {number} [start]
 * @param {number} [end]
 * @returns {string} The words of the text from start to end.
 */
export function runningWords(text, start = 0, end = text.length) {
  return text.slice(start, end).replace(BREAK, (gap, at) => {
    const [before, after] = [text.charAt(start + at - 1), text.charAt(start + at + gap.length)];
    return LATIN.test(before) && LATIN.test(after) && before !== '-' ? ' ' : '';
  });
}

/** @type {WeakMap<Digest, Digest>} */
const known = new WeakMap();

/**
 * @param {Digest} digest
 * @returns {Digest} With all of its words running on, but for those of the document, whose lines may be lines.
 */
export function runningDigest(digest) {
  const before = known.get(digest);
  if (before) return before;
  const { document: article, ...rest } = digest;
  const packed = JSON.stringify(rest);
  const running = /\\[rn]/.test(packed) ? { document: article, ...JSON.parse(packed, (_, value) => (typeof value === 'string' ? runningWords(value) : value)) } : digest;
  known.set(digest, running);
  return running;
}
