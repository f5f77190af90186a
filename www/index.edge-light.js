/** The package in edge-light functions, whose bundlers take `?module` for WebAssembly compiled. */

import { api } from './pkg/runtime.js';
import { edge } from './platform/edge.js';
import module from './pkg/yaodian_bg.wasm?module';

export { createSyncEngine, YaodianError } from './pkg/runtime.js';
export const { createEngine, digest, markdown } = api(edge(module));
