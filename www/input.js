/** What the engine accepts as text. Checked before anything is copied to a worker or into wasm memory. */

import { YaodianError } from './errors.js';

/** The longest text, in UTF-16 units. Twelve bytes of working memory a unit keep this within wasm's reach. */
export const MAX_TEXT_LENGTH = 20_000_000;

/**
 * @param {unknown} text
 * @returns {string} The same text.
 */
export function acceptText(text) {
  if (typeof text !== 'string') {
    throw new YaodianError('E_TEXT_TYPE', `text must be a string, got ${text === null ? 'null' : typeof text}`);
  }
  if (text.length > MAX_TEXT_LENGTH) {
    throw new YaodianError('E_TEXT_LENGTH', `text has ${text.length} UTF-16 units, at most ${MAX_TEXT_LENGTH} are read`);
  }
  return text;
}
