/**
 * The engine without its places: nothing here knows where files are or what kind of host it is on. It is bundled into one
 * small file, `pkg/runtime.js`, which a page loads at once instead of one module after the other.
 */

export { answerer } from './answer.js';
export { api } from './api.js';
export { compile, compileBytes, isModule, wasmUrlError } from './compile.js';
export { VERSION, YaodianError } from './errors.js';
export { acceptText, MAX_TEXT_LENGTH } from './input.js';
export { createSyncEngine } from './sync.js';
export { workerAt } from './worker-address.js';
