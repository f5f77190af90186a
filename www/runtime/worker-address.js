/** Web workers by address and by text. */

const OPTIONS = /** @type {const} */ ({ type: 'module', name: 'yaodian' });

/** @type {Map<string, string>} */
const addresses = new Map();

/**
 * @param {string | URL} address
 * @returns {Worker}
 */
export function workerAt(address) {
  const { href, origin } = new URL(address, globalThis.location?.href);
  // A worker of another origin is refused, a script of ours that imports it is not.
  const foreign = globalThis.location && origin !== location.origin;
  return foreign ? workerOf(`import ${JSON.stringify(href)};`) : new Worker(href, OPTIONS);
}

/**
 * @param {string} script
 * @returns {Worker}
 */
export function workerOf(script) {
  let address = addresses.get(script);
  if (!address) {
    address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    addresses.set(script, address);
  }
  return new Worker(address, OPTIONS);
}
