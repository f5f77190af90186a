/** Compiles the engine's WebAssembly from wherever its bytes are. */

import { isAnswer, YaodianError } from './errors.js';

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
/** The shortest module there is: shows whether any may be compiled. */
const EMPTY_MODULE = Uint8Array.of(...MAGIC, 1, 0, 0, 0);

/** @typedef {import('../index.js').WasmSource} WasmSource */

/**
 * A source that may have been promised.
 *
 * @param {WasmSource | Promise<WasmSource> | undefined} promised
 * @returns {Promise<WasmSource | undefined>}
 */
export async function received(promised) {
  try {
    return await promised;
  } catch (cause) {
    throw isAnswer(cause) ? cause : wasmUrlError('the promise given', String(cause), { cause });
  }
}

/**
 * Whether it is a compiled module, of this realm or of another: Next compiles those of edge functions outside of them.
 *
 * @param {unknown} value
 * @returns {boolean}
 */
export function isModule(value) {
  return Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
}

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 * @throws {YaodianError} E_WASM_URL, E_WASM_BLOCKED
 */
export async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (isModule(source)) return /** @type {any} */ (source);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compileBytes(source, 'the bytes given');
  if (source instanceof Response) return compileResponse(source, source.url || 'the response given');
  const address = source instanceof Request ? source.url : String(source);
  let response;
  try {
    response = await fetch(source);
  } catch (cause) {
    throw wasmUrlError(address, String(cause), { cause });
  }
  return compileResponse(response, address);
}

/**
 * Compiles while it streams, or from the bytes where the server names no type.
 *
 * @param {Response} response
 * @param {string} address
 */
async function compileResponse(response, address) {
  if (!response.ok) throw wasmUrlError(address, `status ${response.status}`);
  const type = response.headers.get('content-type');
  if (!type?.startsWith('application/wasm')) return compileBytes(await bytesOf(response, address), address, type);
  return WebAssembly.compileStreaming(response).catch((cause) => refuse(address, cause));
}

/**
 * @param {Response} response
 * @param {string} address
 */
function bytesOf(response, address) {
  return response.arrayBuffer().catch((cause) => {
    throw wasmUrlError(address, String(cause), { cause });
  });
}

/**
 * @param {BufferSource} bytes
 * @param {string} address Where they came from.
 * @param {string | null} [type] What the server calls them.
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileBytes(bytes, address, type) {
  const start = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  if (!MAGIC.every((byte, index) => start[index] === byte)) {
    throw wasmUrlError(address, `got ${type ?? 'other content'} instead of WebAssembly`);
  }
  return WebAssembly.compile(bytes).catch((cause) => refuse(address, cause));
}

/**
 * A module does not compile because none may be, or because it is damaged.
 *
 * @param {string} address
 * @param {unknown} cause
 * @returns {Promise<never>}
 */
async function refuse(address, cause) {
  const allowed = await WebAssembly.compile(EMPTY_MODULE).then(() => true, () => false);
  if (allowed) throw wasmUrlError(address, String(cause), { cause });
  throw new YaodianError(
    'E_WASM_BLOCKED',
    `WebAssembly does not run here (${cause}); the page's policy needs script-src 'wasm-unsafe-eval'. ` +
      `此处不许运行 WebAssembly：页面的 script-src 须含 'wasm-unsafe-eval'。`,
    { cause },
  );
}

/**
 * @param {string} address
 * @param {string} reason
 * @param {ErrorOptions} [options]
 */
export function wasmUrlError(address, reason, options) {
  return new YaodianError(
    'E_WASM_URL',
    `${address}: ${reason}. Use 'yaodian/inline', give createEngine({ wasm }) the address of 'yaodian/core.wasm', or ` +
      `keep yaodian out of pre-bundling. 引擎文件没有取到：改用 'yaodian/inline'，或以 createEngine({ wasm }) 指明 ` +
      `'yaodian/core.wasm' 的地址，或不作预打包。`,
    options,
  );
}
