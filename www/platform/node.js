/** Node, Deno and Bun: the wasm from its file, workers of `node:worker_threads`. */

import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { compile, compileBytes, wasmUrlError } from '../pkg/runtime.js';

/** @type {import('../runtime/requests.types.js').Platform} */
export const node = {
  compile: compileFile,
  startWorker: () => new Worker(new URL('../worker.node.js', import.meta.url), OPTIONS),
  workerAt: (address) => new Worker(new URL(address), OPTIONS),
};

/** What was preloaded into the program has no business in the worker. */
const OPTIONS = { name: 'yaodian', execArgv: [] };

/**
 * What `fetch` does not read: files.
 *
 * @param {import('../index.js').WasmSource} [source]
 */
async function compileFile(source = new URL('../pkg/yaodian_bg.wasm', import.meta.url)) {
  const address = String(source);
  if (!address.startsWith('file:')) return compile(source);
  const bytes = await readFile(new URL(address)).catch((cause) => {
    throw wasmUrlError(address, String(cause), { cause });
  });
  return compileBytes(bytes, address);
}
