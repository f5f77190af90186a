/** What the engine accepts as text and as options. Checked before anything is copied to a worker or into wasm memory. */

import { YaodianError } from './errors.js';

/** The longest text, in UTF-16 units. Its working memory stays within what the wasm may have. */
export const MAX_TEXT_LENGTH = 20_000_000;

/**
 * @param {unknown} text
 * @param {number} [limit]
 * @returns {string} The same text.
 */
export function acceptText(text, limit = MAX_TEXT_LENGTH) {
  if (typeof text !== 'string') {
    throw new YaodianError('E_TEXT_TYPE', `text must be a string, got ${text === null ? 'null' : typeof text}`);
  }
  if (text.length > limit) {
    throw new YaodianError('E_TEXT_LENGTH', `text has ${text.length} UTF-16 units, at most ${limit} are read`);
  }
  return text;
}

/**
 * The options as they are now, whatever their owner does to them later; getters and proxies end here.
 *
 * @template Value
 * @param {Value} options
 * @returns {Value}
 */
export function plainCopy(options) {
  try {
    return structuredClone(options);
  } catch (cause) {
    throw new YaodianError('E_OPTION_TYPE', `options must be plain data: ${cause}`, { cause });
  }
}
