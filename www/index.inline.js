/** The package in one file, which is all it needs. Importing does nothing; the first call starts the engine. */

import { api } from './api.js';
import { inline } from './host/inline.js';

export { YaodianError } from './errors.js';
export { createSyncEngine } from './sync.js';
export const { createEngine, digest, markdown } = api(inline);
