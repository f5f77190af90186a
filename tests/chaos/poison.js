/**
 * Makes the instances of this realm fail in earnest for texts that ask for it: `☠trap …`. The wasm is the one that ships.
 *
 * An instance that failed and is called again gives itself away by its result.
 */

/** @type {Record<string, (exports: any) => any>} */
const POISONS = {
  /** No allocation has this alignment: the allocator's caller aborts. */
  trap: (exports) => exports.__wbindgen_malloc(64, 3),
  /** Into the engine, out through the keys of its options, and in again, until the stack ends. */
  overflow(exports) {
    const options = new Proxy({}, { ownKeys: () => POISONS.overflow(exports) });
    const [, , error] = exports.digest('文', options);
    throw exports.__wbindgen_externrefs.get(error);
  },
  /** Takes all memory, then reads. */
  memory(exports) {
    for (let pages = 1 << 14; pages >= 1; pages >>= 1) while (grows(exports.memory, pages));
    return exports.digest('松原湾市今年新建公园，总投资9.6亿元。'.repeat(20_000), {});
  },
  spin() {
    for (;;);
  },
  /** Ends the worker from within: of Node at once, of a browser without a word. */
  die() {
    if (globalThis.process) process.exit(3);
    close();
    for (;;);
  },
};

/**
 * @param {WebAssembly.Memory} memory
 * @param {number} pages
 */
function grows(memory, pages) {
  try {
    return memory.grow(pages) >= 0;
  } catch {
    return false;
  }
}

export function poison() {
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = /** @type {any} */ (
    class {
      /**
       * @param {WebAssembly.Module} module
       * @param {WebAssembly.Imports} imports
       */
      constructor(module, imports) {
        const { exports } = /** @type {any} */ (new Instance(module, imports));
        let failed = false;
        this.exports = {
          ...exports,
          /** @param {string} text */
          digest(text, /** @type {unknown} */ options) {
            if (failed) return exports.digest('an instance that failed was called again', {});
            const [, name] = /^☠(\w+) /.exec(text) ?? [];
            failed = name !== undefined;
            return name ? POISONS[name](exports) : exports.digest(text, options);
          },
        };
      }
    }
  );
}
