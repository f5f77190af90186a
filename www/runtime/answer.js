/**
 * The worker's side of the engine, the same in a browser and in Node.
 *
 * In: `{ module }` once, then `{ id, method, text, options }`. Out: `{ ready: true }` once, then `{ id, memory, answer }`
 * or `{ id, memory, error: { code, message } }`; `memory` is the bytes that the engine takes.
 */

import { Instance } from './instance.js';

/**
 * @param {(message: object) => void} post
 * @returns {(message: any) => void} Takes what the engine sends.
 */
export function answerer(post) {
  /** @type {Instance} */
  let instance;
  return ({ module, id, method, text, options }) => {
    if (module) {
      instance = new Instance(module);
      // Decodes the lexicon before any text is timed. A failure here is the worker's, which ends with it.
      instance.call('ready', '');
      post({ ready: true });
      return;
    }
    try {
      const answer = instance.call(method, text, options);
      post({ id, memory: instance.memory, answer });
    } catch (/** @type {any} */ error) {
      post({ id, memory: instance.memory, error: { code: error.code ?? 'E_OUTPUT', message: error.message } });
    }
  };
}
