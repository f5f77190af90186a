/** How much of the engine has come so far, where it takes its time to come. */

/**
 * An answer that begins sooner comes from a cache or from nearby, is here before anyone could read a number, and is left
 * untouched: browsers keep what they compiled of it.
 */
const AT_ONCE_MS = 40;

/** @type {Set<(bytes: number) => void>} */
const listeners = new Set();
let arrived = 0;
let isHere = false;

/**
 * @param {(bytes: number) => void} listener Is told what has come of the shared engine, in bytes of the unpacked file, again
 *   with every piece; never once all is here.
 */
export function onArrival(listener) {
  if (isHere) return;
  listeners.add(listener);
  if (arrived > 0) listener(arrived);
}

/** Tells whoever listens to the shared engine. */
export const SHARED = /** @type {const} */ ([
  (/** @type {number} */ bytes) => {
    arrived = bytes;
    for (const listener of listeners) listener(bytes);
  },
  (/** @type {boolean} */ isWhole) => {
    isHere = isWhole;
    listeners.clear();
  },
]);

/**
 * @param {string | URL} address
 * @param {(bytes: number) => void} progress Is told what has come so far, with every piece.
 * @param {(isWhole: boolean) => void} [ended] Is told when nothing more will come.
 * @returns {Promise<Response>}
 */
export async function fetchCounted(address, progress, ended = () => {}) {
  const began = performance.now();
  const response = await fetch(address);
  if (performance.now() - began >= AT_ONCE_MS) count(response.clone(), progress).then(ended);
  else ended(response.ok);
  return response;
}

/**
 * @param {Response} response
 * @param {(bytes: number) => void} progress
 * @returns {Promise<boolean>} Whether it came whole.
 */
async function count({ ok, body }, progress) {
  const reader = body?.getReader();
  let bytes = 0;
  try {
    for (let piece = await reader?.read(); ok && piece && !piece.done; piece = await reader?.read()) {
      bytes += piece.value.length;
      progress(bytes);
    }
    return ok;
  } catch {
    // Whoever reads the response itself is told what is wrong with it.
    return false;
  }
}
