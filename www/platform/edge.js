/** Edge functions: a module compiled when they were deployed, as they compile none; no workers. */

import { compile } from '../pkg/runtime.js';

/**
 * @param {WebAssembly.Module} module
 * @returns {import('../runtime/requests.types.js').Platform}
 */
export function edge(module) {
  return { compile: (source) => compile(source ?? module), startWorker: null, workerAt: null };
}
