/**
 * Edge functions: a module compiled when they were deployed, and no workers. They compile nothing themselves, and some
 * hosts refuse whatever could (Next's build with webpack), so that no other source is read here.
 */

import { isModule, YaodianError } from '../pkg/edge.js';

/**
 * @param {WebAssembly.Module} module
 * @returns {import('../runtime/requests.types.js').Platform}
 */
export function edge(module) {
  return { compile: async (source) => accepted(source ?? module), startWorker: null, workerAt: null };
}

/**
 * @param {import('../index.js').WasmSource} source
 * @returns {WebAssembly.Module}
 */
function accepted(source) {
  if (isModule(source)) return /** @type {any} */ (source);
  throw new YaodianError('E_WASM_BLOCKED', 'edge functions run a WebAssembly.Module that was compiled before, from no other source');
}
