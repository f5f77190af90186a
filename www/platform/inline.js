/** Anywhere: the wasm and the worker are inside the script. */

import WORKER from '../worker.js?bundle';
import WASM from '../pkg/yaodian_bg.wasm?gzip';
import { compile, compileBytes } from '../runtime/compile.js';
import { workerAt, workerOf } from '../runtime/worker-address.js';

/** @type {import('../runtime/requests.types.js').Platform} */
export const inline = {
  compile: (source) => (source === undefined ? compileInline() : compile(source)),
  startWorker: isBrowser() ? () => workerOf(WORKER) : null,
  workerAt,
};

/** Elsewhere a worker made of a text keeps the program from ending, if it can be made. */
function isBrowser() {
  return 'location' in globalThis && !('Deno' in globalThis);
}

async function compileInline() {
  const packed = Uint8Array.from(atob(WASM), (byte) => byte.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return compileBytes(await new Response(unpacked).arrayBuffer(), 'the bytes inside');
}
