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
 * @param {(bytes: number) => void} listener Is told what has come, in bytes of the unpacked file, again with every piece;
 *   never once all is here.
 */
export function onArrival(listener) {
  if (isHere) return;
  listeners.add(listener);
  if (arrived > 0) listener(arrived);
}

/**
 * @param {URL} address
 * @returns {Promise<Response>}
 */
export async function fetchCounted(address) {
  const began = performance.now();
  arrived = 0;
  const response = await fetch(address);
  if (performance.now() - began >= AT_ONCE_MS) count(response.clone());
  else forget(response.ok);
  return response;
}

/** @param {Response} response */
async function count({ ok, body }) {
  const reader = body?.getReader();
  try {
    for (let piece = await reader?.read(); ok && piece && !piece.done; piece = await reader?.read()) {
      arrived += piece.value.length;
      for (const listener of listeners) listener(arrived);
    }
    forget(ok);
  } catch {
    // Whoever reads the response itself is told what is wrong with it.
    forget(false);
  }
}

/** @param {boolean} all Whether nothing more will come. */
function forget(all) {
  isHere = all;
  listeners.clear();
}
