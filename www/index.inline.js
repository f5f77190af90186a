/** The package in one file, which is all it needs. Importing does nothing; the first call starts the engine. */

import { api } from './runtime/api.js';
import { inline } from './platform/inline.js';

export { YaodianError } from './runtime/errors.js';
export { createSyncEngine } from './runtime/sync.js';
export const { createEngine, digest, markdown } = api(inline);
