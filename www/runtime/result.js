/** What the wasm answers, as what the caller is given. */

/**
 * @param {import('./instance.js').Method} method
 * @param {string} answer
 * @param {string} text The caller's own.
 * @returns {any}
 */
export function resultOf(method, answer, text) {
  if (method === 'ready') return undefined;
  if (method === 'markdown') return answer;
  const digest = JSON.parse(answer);
  if (LONE_SURROGATE.test(text)) {
    console.warn('yaodian: the text holds lone surrogates; they are read as U+FFFD');
    restoreWords(digest, text);
  }
  return digest;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Sets every `text` that has a place to the words of the original at that place, lone surrogates included.
 *
 * @param {any} value Of a digest, which is never deeper than a few levels.
 * @param {string} original
 */
function restoreWords(value, original) {
  if (value === null || typeof value !== 'object') return;
  const { start, end, text } = value;
  if (typeof start === 'number' && typeof end === 'number' && typeof text === 'string') value.text = original.slice(start, end);
  for (const inner of Object.values(value)) restoreWords(inner, original);
}
