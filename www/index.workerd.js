/** The package in workerd, whose modules import WebAssembly compiled. */

import { api, createSyncEngine } from './pkg/runtime.js';
import { edge } from './platform/edge.js';
import module from './pkg/yaodian_bg.wasm';

export { YaodianError } from './engine/errors.js';
export { createSyncEngine };
export const { createEngine, digest, markdown } = api(edge(module));
