/** A compiled module and the one instance of it in use. An instance that failed is dropped and never called again. */

import { engineError, isAnswer, YaodianError } from './errors.js';
import { instantiate } from '../pkg/yaodian.js';

/** @typedef {'ready' | 'digest' | 'markdown'} Method */

/** A text is tried this often, each time by an instance that never failed. */
const ATTEMPTS = 2;

/** Stages follow each other for so long; none of an article takes as long again. */
const SLICE_MS = 8;

/** Memory of wasm grows with a long text and never shrinks: what took more than this is given back when there is time. */
export const KEPT_BYTES = 64 * 2 ** 20;

export class Instance {
  #module;
  /** @type {import('../pkg/yaodian.js').Exports | null} */
  #exports = null;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /** Bytes of wasm memory that it holds. */
  get memory() {
    return this.#exports?.memory.buffer.byteLength ?? 0;
  }

  drop() {
    this.#exports = null;
  }

  /** Gives back the memory of a long text. */
  shrink() {
    if (this.memory > KEPT_BYTES) this.drop();
  }

  /**
   * @param {Method} method
   * @param {string} text
   * @param {object | null} [options]
   * @returns {string} See `result.js`.
   * @throws {YaodianError}
   */
  call(method, text, options) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#exports ??= instantiate(this.#module);
        return perform(this.#exports, method, text, options);
      } catch (error) {
        this.#fail(error, attempt, text);
      }
    }
  }

  /**
   * The same for a thread that has other work, which it is let do whenever a slice has passed. A page of Markdown is made
   * in one.
   *
   * @param {Method} method
   * @param {string} text
   * @param {object | null | undefined} options
   * @param {() => Promise<boolean>} rest Whether the answer is wanted still.
   * @returns {Promise<string | undefined>} Nothing where it is not.
   */
  async callInSlices(method, text, options, rest) {
    if (method === 'markdown') return this.call(method, text, options);
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#exports ??= instantiate(this.#module);
        return await digestInSlices(this.#exports, text, options, rest);
      } catch (error) {
        this.#fail(error, attempt, text);
      }
    }
  }

  /**
   * An instance that failed is dropped, and the text tried again or reported.
   *
   * @param {any} error
   * @param {number} attempt
   * @param {string} text
   */
  #fail(error, attempt, text) {
    if (isAnswer(error)) throw new YaodianError(error.code, error.message, { cause: error });
    const held = this.memory;
    this.drop();
    if (attempt === ATTEMPTS) throw engineError(held > KEPT_BYTES ? `${error}, holding ${held >> 20} MiB of memory` : error, text);
  }
}

/**
 * @param {import('../pkg/yaodian.js').Exports} exports
 * @param {Method} method
 * @param {string} text
 * @param {object | null | undefined} options
 */
function perform(exports, method, text, options) {
  // Reading any text at all decodes the lexicon, which is all that `ready` is for.
  return method === 'markdown' ? exports.markdown(text, options) : exports.digest(text, options);
}

/**
 * @param {import('../pkg/yaodian.js').Exports} exports
 * @param {string} text
 * @param {object | null | undefined} options
 * @param {() => Promise<boolean>} rest
 */
async function digestInSlices(exports, text, options, rest) {
  exports.begin(text, options);
  let began = performance.now();
  for (;;) {
    const answer = exports.advance();
    if (answer !== undefined) return answer;
    if (performance.now() - began < SLICE_MS) continue;
    if (!(await rest())) return undefined;
    began = performance.now();
  }
}
