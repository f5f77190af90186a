/** The package in workerd, whose modules import WebAssembly compiled. */

import { api } from './api.js';
import { edge } from './host/edge.js';
import module from './pkg/yaodian_bg.wasm';

export { YaodianError } from './errors.js';
export { createSyncEngine } from './sync.js';
export const { createEngine, digest, markdown } = api(edge(module));
