/**
 * The shared engine: numbered requests, one at a time, to a module worker. Every request settles.
 *
 * A worker that dies, traps or overruns its deadline is replaced and its request tried once more. Where no worker
 * can be made (content security policy, Trusted Types, an old browser) the work runs on the calling thread.
 */

import { YaodianError } from './errors.js';

const WORKER_URL = new URL('./worker.js', import.meta.url).href;

/** A request may be sent this often: once, and once more to a fresh worker. */
const MAX_ATTEMPTS = 2;
/** A worker may fail this often before it has ever been ready; then the calling thread does the work. */
const MAX_STARTS = 2;
/** Time for one request, from when the worker is ready: a base and a share per thousand UTF-16 units. */
const DEADLINE_MS = 5_000;
const DEADLINE_MS_PER_THOUSAND = 5;

/**
 * @typedef {'digest' | 'markdown'} Method
 *
 * @typedef {object} Request
 * @property {number} id
 * @property {Method} method
 * @property {string} text
 * @property {object | null | undefined} options
 * @property {(result: any) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {number} attempts
 */

export class Engine {
  /** @type {Request[]} */
  #queue = [];
  /** @type {Request | null} */
  #running = null;
  /** @type {Worker | null} */
  #worker = null;
  #ready = false;
  #failedStarts = 0;
  #lastId = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #deadline;

  /** Where requests run: 'worker', or 'thread' where no worker can be had. */
  get mode() {
    return this.#failedStarts < MAX_STARTS ? 'worker' : 'thread';
  }

  /** Starts loading, so that the first request finds the engine ready. */
  start() {
    if (this.mode === 'worker' && !this.#worker) this.#spawn();
  }

  /**
   * @param {Method} method
   * @param {string} text
   * @param {object | null} [options]
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  async run(method, text, options, signal) {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = settlement();
    const request = { id: ++this.#lastId, method, text, options, resolve, reject, attempts: 0 };
    // The abandoned result of a running request is ignored when it comes; a waiting request is never sent.
    const abort = () => {
      this.#queue = this.#queue.filter((other) => other !== request);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(request);
    this.#next();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  #next() {
    if (this.#running) return;
    const request = this.#queue.shift();
    if (!request) return;
    this.#running = request;
    this.start();
    if (this.#worker) this.#send(this.#worker, request);
    else this.#runHere(request);
  }

  /**
   * @param {Worker} worker
   * @param {Request} request
   */
  #send(worker, { id, method, text, options }) {
    try {
      worker.postMessage({ id, method, text, options });
      this.#startDeadline();
    } catch (cause) {
      this.#settle((request) => {
        request.reject(new YaodianError('E_OPTION_TYPE', `options must be plain data: ${cause}`, { cause }));
      });
    }
  }

  #spawn() {
    try {
      const worker = new Worker(workerUrl(), { type: 'module', name: 'yaodian' });
      worker.addEventListener('message', (event) => this.#receive(event.data));
      worker.addEventListener('messageerror', () => this.#fail('a message could not be read'));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        this.#fail(event.message ?? 'the worker could not start');
      });
      this.#worker = worker;
    } catch {
      this.#failedStarts = MAX_STARTS;
    }
  }

  /** @param {any} message */
  #receive(message) {
    if (message.ready) {
      this.#ready = true;
      this.#startDeadline();
    } else if (message.id !== this.#running?.id) {
      // An answer to a request that was settled before.
    } else if (message.error?.code === 'E_ENGINE_FAILED') {
      this.#fail(message.error.message);
    } else if (message.error) {
      const { code, message: text } = message.error;
      this.#settle((request) => request.reject(new YaodianError(code, text)));
    } else {
      this.#settle((request) => request.resolve(message.result));
    }
  }

  #startDeadline() {
    clearTimeout(this.#deadline);
    if (!this.#ready || !this.#running) return;
    const limit = DEADLINE_MS + (this.#running.text.length / 1000) * DEADLINE_MS_PER_THOUSAND;
    this.#deadline = setTimeout(() => this.#fail(`no answer within ${Math.round(limit)} ms`), limit);
  }

  /**
   * Drops the worker for good and gives its request to a fresh one, or reports it.
   *
   * @param {string} reason
   */
  #fail(reason) {
    clearTimeout(this.#deadline);
    this.#worker?.terminate();
    this.#worker = null;
    const request = this.#running;
    this.#running = null;
    if (!this.#ready) this.#failedStarts += 1;
    else if (request) request.attempts += 1;
    this.#ready = false;
    if (request && request.attempts < MAX_ATTEMPTS) this.#queue.unshift(request);
    else request?.reject(engineError(reason, request.text));
    this.#next();
  }

  /** @param {Request} request */
  async #runHere(request) {
    try {
      const { load } = await import('./load.js');
      const wasm = await load();
      const result = wasm[request.method](request.text, request.options);
      this.#settle(() => request.resolve(result));
    } catch (/** @type {any} */ error) {
      const known = typeof error?.code === 'string' && error.code.startsWith('E_');
      const reason = known
        ? new YaodianError(error.code, error.message, { cause: error })
        : engineError(String(error), request.text);
      this.#settle(() => request.reject(reason));
    }
  }

  /** @param {(request: Request) => void} answer */
  #settle(answer) {
    clearTimeout(this.#deadline);
    const request = this.#running;
    this.#running = null;
    if (request) answer(request);
    this.#next();
  }
}

/** @type {Engine | null} */
let shared = null;

/** The one engine of the page, made at first use. */
export function sharedEngine() {
  shared ??= new Engine();
  return shared;
}

/** @returns {{ promise: Promise<any>, resolve: (result: any) => void, reject: (error: unknown) => void }} */
function settlement() {
  /** @type {any} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}

/**
 * @param {string} reason
 * @param {string} text Only its length is told.
 */
function engineError(reason, text) {
  return new YaodianError('E_ENGINE_FAILED', `the engine failed on a text of ${text.length} UTF-16 units: ${reason}`);
}

/** @type {{ createScriptURL(url: string): any } | null} */
let policy = null;

/** The worker's address, as Trusted Types want it where they exist. The policy makes this one address and no other. */
function workerUrl() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return WORKER_URL;
  policy ??= /** @type {NonNullable<typeof policy>} */ (
    trustedTypes.createPolicy('yaodian', {
      /** @param {string} url */
      createScriptURL(url) {
        if (url !== WORKER_URL) throw new TypeError('the yaodian policy makes only the address of its worker');
        return url;
      },
    })
  );
  return policy.createScriptURL(WORKER_URL);
}
