/** The package in Node: the same API, on the thread that calls. Importing does nothing. */

import { readFile } from 'node:fs/promises';
import { YaodianError } from './errors.js';
import { acceptText } from './input.js';

export { YaodianError };

const WASM_URL = new URL('./pkg/yaodian_bg.wasm', import.meta.url);

/** @type {Promise<typeof import('./pkg/yaodian.js')> | null} */
let loading = null;

function load() {
  loading ??= start().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function start() {
  const wasm = await import('./pkg/yaodian.js');
  const bytes = await readFile(WASM_URL).catch((cause) => {
    throw new YaodianError('E_WASM_URL', `${WASM_URL.href} could not be read: ${cause}`, { cause });
  });
  wasm.initSync({ module: await WebAssembly.compile(bytes) });
  return wasm;
}

/**
 * @param {'digest' | 'markdown'} method
 * @param {string} text
 * @param {object | null | undefined} options
 * @param {AbortSignal | undefined} signal
 */
async function run(method, text, options, signal) {
  acceptText(text);
  signal?.throwIfAborted();
  const wasm = await load();
  signal?.throwIfAborted();
  try {
    return wasm[method](text, options);
  } catch (/** @type {any} */ error) {
    const known = typeof error?.code === 'string' && error.code.startsWith('E_');
    if (known) throw new YaodianError(error.code, error.message, { cause: error });
    throw new YaodianError('E_ENGINE_FAILED', `the engine failed on a text of ${text.length} UTF-16 units: ${error}`, {
      cause: error,
    });
  }
}

/**
 * @param {string} text
 * @param {import('./digest.js').Options | null} [options]
 * @param {{ signal?: AbortSignal }} [init]
 * @returns {Promise<import('./digest.js').Digest>}
 */
export async function digest(text, options, { signal } = {}) {
  return /** @type {import('./digest.js').Digest} */ (await run('digest', text, options, signal));
}

/**
 * @param {string} text
 * @param {import('./digest.js').Options | null} [options]
 * @param {{ signal?: AbortSignal }} [init]
 * @returns {Promise<string>}
 */
export async function markdown(text, options, { signal } = {}) {
  return /** @type {string} */ (await run('markdown', text, options, signal));
}
