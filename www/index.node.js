/** The package in Node, Deno and Bun. Importing does nothing; the first call starts the engine. */

import { api } from './pkg/runtime.js';
import { node } from './platform/node.js';

export { createSyncEngine, YaodianError } from './pkg/runtime.js';
export const { createEngine, digest, markdown } = api(node);
