/** The package in a browser: one shared engine, started by the first call. Importing does nothing. */

import { sharedEngine } from './engine.js';
import { acceptText } from './input.js';

export { YaodianError } from './errors.js';

/**
 * @param {string} text
 * @param {import('./digest.js').Options | null} [options]
 * @param {{ signal?: AbortSignal }} [init]
 * @returns {Promise<import('./digest.js').Digest>}
 */
export async function digest(text, options, { signal } = {}) {
  return sharedEngine().run('digest', acceptText(text), options, signal);
}

/**
 * @param {string} text
 * @param {import('./digest.js').Options | null} [options]
 * @param {{ signal?: AbortSignal }} [init]
 * @returns {Promise<string>}
 */
export async function markdown(text, options, { signal } = {}) {
  return sharedEngine().run('markdown', acceptText(text), options, signal);
}
