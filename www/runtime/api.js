/** The functions of the package, over the platform that an entry names. */

import { VERSION, YaodianError } from './errors.js';
import { MAX_TEXT_LENGTH } from './input.js';
import { received } from './compile.js';
import { Engine } from './requests.js';

/**
 * @typedef {typeof import('../index.js')} Package
 * @typedef {import('../index.js').EngineOptions} EngineOptions
 * @typedef {import('./requests.types.js').Platform} Platform
 */

const DEFAULT_DEADLINE_MS = 2_000;

/** @type {Record<keyof EngineOptions, (value: any) => boolean>} */
const ALLOWED = {
  wasm: () => true,
  worker: (value) => value === false || typeof value === 'string' || typeof value === 'function' || value instanceof URL,
  maxLength: (value) => Number.isInteger(value) && value >= 1 && value <= MAX_TEXT_LENGTH,
  deadline: (value) => typeof value === 'number' && value > 0 && value <= 2 ** 30,
  warn: (value) => typeof value === 'function',
  progress: (value) => typeof value === 'function',
};

/**
 * Does nothing but make functions; `sharedEngine` makes its engine when it is first called.
 *
 * @param {Platform} platform
 */
export function api(platform) {
  /** @type {Engine | null} */
  let shared = null;

  /** The one engine of this program, made at first use. */
  function sharedEngine() {
    shared ??= engineOfAll(() => newEngine(platform, {}));
    return shared;
  }

  /** @type {Package['createEngine']} */
  const createEngine = (options = {}) => /** @type {any} */ (newEngine(platform, options));

  /** @type {Package['digest']} */
  const digest = async (...request) => sharedEngine().digest(...request);

  /** @type {Package['markdown']} */
  const markdown = async (...request) => sharedEngine().markdown(...request);

  return { sharedEngine, createEngine, digest, markdown };
}

/**
 * The engine that all copies of this version share, as two bundles of a page may each bring one; other versions have their
 * own. Where globals take nothing new, every copy has its own, too.
 *
 * @param {() => Engine} make
 * @returns {Engine}
 */
function engineOfAll(make) {
  const key = Symbol.for(`yaodian ${VERSION}`);
  const holder = /** @type {Record<symbol, Engine | undefined>} */ (/** @type {unknown} */ (globalThis));
  const engine = holder[key] ?? make();
  Reflect.defineProperty(holder, key, { value: engine });
  return engine;
}

/**
 * @param {Platform} platform
 * @param {EngineOptions} options
 */
function newEngine(platform, options) {
  check(options);
  const { wasm, worker, maxLength = MAX_TEXT_LENGTH, deadline = DEFAULT_DEADLINE_MS, warn = console.warn, progress } = options;
  // A promise that fails before the first request is told by that request.
  Promise.resolve(wasm).catch(() => {});
  return new Engine({ compile: async () => platform.compile(await received(wasm), progress), startWorker: starter(platform, worker), maxLength, deadline, warn });
}

/** @param {EngineOptions} options */
function check(options) {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(ALLOWED, name)) {
      throw new YaodianError('E_OPTION_UNKNOWN', `createEngine has no option ${name}; it has ${Object.keys(ALLOWED).join(', ')}`);
    }
    if (value !== undefined && !ALLOWED[/** @type {keyof EngineOptions} */ (name)](value)) {
      throw new YaodianError('E_OPTION_RANGE', `createEngine: ${name} may not be ${String(value)}`);
    }
  }
}

/**
 * @param {Platform} platform
 * @param {EngineOptions['worker']} given
 */
function starter({ startWorker, workerAt }, given) {
  if (given === undefined) return startWorker;
  if (given === false) return null;
  if (typeof given === 'function') return given;
  return workerAt && (() => workerAt(given));
}
