/** Loads the WebAssembly engine of this realm, once; a failed load may be tried again. */

import init, { digest, markdown } from './pkg/yaodian.js';
import { YaodianError } from './errors.js';

const WASM_URL = new URL('./pkg/yaodian_bg.wasm', import.meta.url);
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * @typedef {object} Wasm
 * @property {(text: string, options: object | null | undefined) => import('./digest.js').Digest} digest
 * @property {(text: string, options: object | null | undefined) => string} markdown
 */

/** @type {Promise<Wasm> | null} */
let loading = null;

/** @returns {Promise<Wasm>} */
export function load() {
  loading ??= start().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Wasm>} */
async function start() {
  const source = await fetchWasm();
  try {
    await init({ module_or_path: source });
  } catch (cause) {
    throw new YaodianError(
      'E_WASM_BLOCKED',
      `WebAssembly does not run here (${cause}); a content security policy needs script-src 'wasm-unsafe-eval'`,
      { cause },
    );
  }
  return { digest, markdown };
}

/**
 * A response that can be compiled while it streams, or the bytes where the server names no type.
 *
 * @returns {Promise<Response | ArrayBuffer>}
 */
async function fetchWasm() {
  let response;
  try {
    response = await fetch(WASM_URL);
  } catch (cause) {
    throw wasmUrlError(String(cause), { cause });
  }
  if (!response.ok) throw wasmUrlError(`status ${response.status}`);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return response;
  const bytes = await response.arrayBuffer();
  const start = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength));
  if (!MAGIC.every((byte, index) => start[index] === byte)) {
    throw wasmUrlError(`got ${response.headers.get('content-type') ?? 'other content'} instead of WebAssembly`);
  }
  return bytes;
}

/**
 * @param {string} reason
 * @param {ErrorOptions} [options]
 */
function wasmUrlError(reason, options) {
  return new YaodianError(
    'E_WASM_URL',
    `${WASM_URL.href}: ${reason}. Serve pkg/yaodian_bg.wasm beside pkg/yaodian.js, keep both out of a bundler's ` +
      `pre-bundling, and let the server answer with the file itself. 引擎文件没有取到：请让 pkg/yaodian_bg.wasm ` +
      `与 pkg/yaodian.js 同在一处，不经预打包，并由服务器原样返回。`,
    options,
  );
}
