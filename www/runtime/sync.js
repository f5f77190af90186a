/** The engine without promises, for those who have a compiled module: on the calling thread, whatever it takes. */

import { isModule } from './compile.js';
import { YaodianError } from './errors.js';
import { acceptText, plainCopy } from './input.js';
import { Instance } from './instance.js';
import { resultOf } from './result.js';

/**
 * @param {WebAssembly.Module} module
 * @returns {import('../index.js').SyncEngine}
 */
export function createSyncEngine(module) {
  if (!isModule(module)) {
    throw new YaodianError('E_OPTION_TYPE', "createSyncEngine takes a WebAssembly.Module, compiled from 'yaodian/core.wasm'");
  }
  const instance = new Instance(module);
  const method = (/** @type {'digest' | 'markdown'} */ name) => (/** @type {string} */ text, /** @type {object} */ options) => {
    const answer = instance.call(name, acceptText(text), plainCopy(options));
    instance.shrink();
    return resultOf(name, answer, text);
  };
  return { digest: method('digest'), markdown: method('markdown') };
}
