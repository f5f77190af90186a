/**
 * A browser: the wasm and a module worker, both by their addresses beside this file's folder. The page and the element
 * share one engine, `createEngine` makes more.
 */

import { api, compile, wasmUrlError, workerAt } from '../pkg/runtime.js';
import { fetchCounted, SHARED } from './arrival.js';

/** @type {import('../runtime/requests.types.js').Platform} */
const web = {
  compile: async (source = new URL('../pkg/yaodian_bg.wasm', import.meta.url), progress) =>
    compile(typeof source === 'string' || source instanceof URL ? await fetched(source, progress) : source),
  startWorker,
  workerAt,
};

export const { sharedEngine, createEngine, digest, markdown } = api(web);

/**
 * @param {string | URL} address
 * @param {(bytes: number) => void} [progress]
 */
function fetched(address, progress) {
  return (progress ? fetchCounted(address, progress) : fetchCounted(address, ...SHARED)).catch((cause) => {
    throw wasmUrlError(String(address), String(cause), { cause });
  });
}

/** Bundlers know a worker by the last line's very form, and give it an address of their own. */
function startWorker() {
  const address = unbundledAddress();
  if (address && new URL(address).origin !== location.origin) return workerAt(address);
  if (address) return new Worker(trusted(address), { type: 'module', name: 'yaodian' });
  return new Worker(new URL('../worker.js', import.meta.url), { type: 'module', name: 'yaodian' });
}

/** The worker's address where the files of this package are served as they are; null in a bundle. */
function unbundledAddress() {
  const here = new URL(import.meta.url);
  const name = /\/platform\/web\.js$/;
  if (!name.test(here.pathname) || here.protocol === 'file:') return null;
  here.pathname = here.pathname.replace(name, '/worker.js');
  return here.href;
}

/** @type {{ createScriptURL(url: string): any } | null} */
let policy = null;

/**
 * An address as Trusted Types want it where they exist. The policy makes the worker's address and no other.
 *
 * @param {string} address
 * @returns {any}
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return address;
  policy ??= /** @type {NonNullable<typeof policy>} */ (
    trustedTypes.createPolicy('yaodian', {
      /** @param {string} url */
      createScriptURL(url) {
        if (url !== unbundledAddress()) throw new TypeError('the yaodian policy makes only the address of its worker');
        return url;
      },
    })
  );
  return policy.createScriptURL(address);
}
