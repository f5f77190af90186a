/** The package in Node, Deno and Bun. Importing does nothing; the first call starts the engine. */

import { api } from './api.js';
import { node } from './host/node.js';

export { YaodianError } from './errors.js';
export { createSyncEngine } from './sync.js';
export const { createEngine, digest, markdown } = api(node);
