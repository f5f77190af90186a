/** The package in workerd, whose modules import WebAssembly compiled. */

import { api } from './pkg/edge.js';
import { edge } from './platform/edge.js';
import module from './pkg/yaodian_bg.wasm';

export { createSyncEngine, YaodianError } from './pkg/edge.js';
export const { createEngine, digest, markdown } = api(edge(module));
