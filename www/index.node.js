/** The package in Node, Deno and Bun. Importing does nothing; the first call starts the engine. */

import { api, createSyncEngine } from './pkg/runtime.js';
import { node } from './platform/node.js';

export { YaodianError } from './engine/errors.js';
export { createSyncEngine };
export const { createEngine, digest, markdown } = api(node);
