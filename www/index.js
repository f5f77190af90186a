/** The package in a browser. Importing does nothing; the first call starts the engine. */

export { createSyncEngine, YaodianError } from './pkg/runtime.js';
export { createEngine, digest, markdown } from './platform/web.js';
