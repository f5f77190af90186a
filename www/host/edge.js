/** Edge functions: a module compiled when they were deployed, as they compile none; no workers. */

import { compile } from '../compile.js';

/**
 * @param {WebAssembly.Module} module
 * @returns {import('../requests.types.js').Host}
 */
export function edge(module) {
  return { compile: (source) => compile(source ?? module), startWorker: null, workerAt: null };
}
