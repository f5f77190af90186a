/** The package in edge-light functions, whose bundlers take `?module` for WebAssembly compiled. */

import { api, createSyncEngine } from './pkg/runtime.js';
import { edge } from './platform/edge.js';
import module from './pkg/yaodian_bg.wasm?module';

export { YaodianError } from './engine/errors.js';
export { createSyncEngine };
export const { createEngine, digest, markdown } = api(edge(module));
