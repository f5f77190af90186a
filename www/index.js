/** The package in a browser. Importing does nothing; the first call starts the engine. */

export { createEngine, digest, markdown } from './engine/browser.js';
export { YaodianError } from './engine/errors.js';
export { createSyncEngine } from './pkg/runtime.js';
