/** The package in edge-light functions, whose bundlers take `?module` for WebAssembly compiled. */

import { api } from './pkg/edge.js';
import { edge } from './platform/edge.js';
import module from './pkg/yaodian_bg.wasm?module';

export { createSyncEngine, YaodianError } from './pkg/edge.js';
export const { createEngine, digest, markdown } = api(edge(module));
