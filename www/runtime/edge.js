/**
 * The engine for edge functions, bundled into `pkg/edge.js`: nothing in it compiles WebAssembly, as hosts refuse a file
 * that could (Next's build with webpack), whether it is called or not.
 */

export { api } from './api.js';
export { isModule } from './compile.js';
export { YaodianError } from './errors.js';
export { createSyncEngine } from './sync.js';
