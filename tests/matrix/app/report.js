/** Reads every article of the matrix and leaves the outcome where the test looks for it. */

import { ARTICLES } from './articles.js';

/**
 * @param {typeof import('../../../www/index.js')} yaodian The entry under test.
 * @returns {Promise<{ mode: string, digests: string } | { error: string, message: string }>} Where it ran and what all digests hash to.
 */
export async function report({ createEngine, digest }) {
  const engine = createEngine();
  try {
    const digests = [];
    for await (const one of engine.digestMany(ARTICLES)) digests.push(JSON.stringify(one));
    if (JSON.stringify(await digest(ARTICLES[0])) !== digests[0]) throw new Error('the shared engine gives another digest');
    return { mode: engine.mode, digests: await sha256(digests.join('\n')) };
  } catch (/** @type {any} */ error) {
    return { error: error.code ?? String(error), message: error.message };
  } finally {
    engine.dispose();
  }
}

/** @param {string} text */
async function sha256(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
