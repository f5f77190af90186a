/**
 * The module worker: loads the engine once and answers every request.
 *
 * In: `{ id, method, text, options }`. Out: `{ ready: true }` once, then `{ id, result }` or
 * `{ id, error: { code, message } }`.
 */

import { load } from './load.js';

// Failure is not lost: the request that needs the engine loads it again and reports.
load().then(() => postMessage({ ready: true }), () => {});

addEventListener('message', async ({ data: { id, method, text, options } }) => {
  try {
    const wasm = await load();
    const result = method === 'markdown' ? wasm.markdown(text, options) : wasm.digest(text, options);
    postMessage({ id, result });
  } catch (error) {
    postMessage({ id, error: describe(error) });
  }
});

/**
 * Errors with a code are answers; all others (a trap, an overflow of the stack, memory) leave an engine that
 * must not be called again.
 *
 * @param {any} error
 */
function describe(error) {
  const code = typeof error?.code === 'string' && error.code.startsWith('E_') ? error.code : 'E_ENGINE_FAILED';
  return { code, message: String(error?.message ?? error) };
}
