/**
 * The engine: numbered requests, one at a time, to a worker. Every request settles.
 *
 * A worker that dies or overruns its deadline is replaced from the compiled module, and its request tried once more after
 * those that wait. Where no worker can be made (edge functions, policies, an old browser) or workers keep dying, the work
 * is done on the calling thread, of which `warn` is told.
 */

import { disposedError, engineError, YaodianError } from './errors.js';
import { acceptText, plainCopy } from './input.js';
import { Deadline } from './deadline.js';
import { Health } from './health.js';
import { Instance, KEPT_BYTES } from './instance.js';
import { inOrder } from './many.js';
import { resultOf } from './result.js';
import { WorkerHandle } from './worker-handle.js';

/** A request may lose this many workers, less one; it is never let onto the calling thread after the first. */
const MAX_ATTEMPTS = 2;
/** Time for a worker's script to load and say that it is ready. */
const START_MS = 15_000;
/** Many times what the slowest text takes, as the machine may be slow and busy. */
const DEADLINE_MS_PER_UNIT = 0.02;
/** Aborted work that has taken longer is stopped with its worker, as others may wait for it. */
const ABORTED_RUN_MS = 100;

/**
 * @typedef {import('./requests.types.js').Request} Request
 * @typedef {import('../index.js').Engine} Public
 */

export class Engine {
  #settings;
  /** @type {Request[]} */
  #queue = [];
  /** @type {Request | null} */
  #running = null;
  #began = 0;
  #lastId = 0;
  /** @type {Promise<WebAssembly.Module> | null} */
  #module = null;
  /** Of the calling thread. @type {Instance | null} */
  #instance = null;
  /** @type {WorkerHandle | null} */
  #worker = null;
  #ready = false;
  /** Bytes that the worker holds. */
  #memory = 0;
  #health = new Health();
  #deadline = new Deadline();
  /** @type {'worker' | 'thread'} */
  #mode;
  #disposed = false;

  /** @param {import('./requests.types.js').Settings} settings */
  constructor(settings) {
    this.#settings = settings;
    this.#mode = settings.startWorker ? 'worker' : 'thread';
  }

  get mode() {
    return this.#mode;
  }

  /** Settles when the engine can answer at once, or cannot be loaded. Reading it starts the engine. */
  get ready() {
    return this.run('ready', '');
  }

  /** Starts loading, so that the first request finds the engine ready; the first request also tells of a failure. */
  start() {
    this.ready.catch(() => {});
  }

  /** @type {Public['digest']} */
  digest = async (text, options, init) => this.run('digest', text, options, init?.signal);
  /** @type {Public['markdown']} */
  markdown = async (text, options, init) => this.run('markdown', text, options, init?.signal);
  /** @type {Public['digestMany']} */
  digestMany = (texts, options, init) => inOrder(texts, (text, signal) => this.run('digest', text, options, signal), init?.signal);

  /**
   * @param {Request['method']} method
   * @param {string} text
   * @param {object | null} [options]
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  async run(method, text, options, signal) {
    if (this.#disposed) throw disposedError();
    signal?.throwIfAborted();
    acceptText(text, this.#settings.maxLength);
    const request = /** @type {Request} */ ({ id: ++this.#lastId, method, text, options: plainCopy(options), attempts: 0, aborted: false });
    const settled = new Promise((/** @type {(answer: string) => void} */ resolve, reject) => Object.assign(request, { resolve, reject }));
    const abort = () => this.#abort(request, signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(request);
    this.#next();
    return settled.then((answer) => resultOf(method, answer, text)).finally(() => signal?.removeEventListener('abort', abort));
  }

  /** Ends the worker; whatever is not answered is rejected. */
  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#endWorker();
    this.#instance = null;
    this.#rejectAll(disposedError());
  }

  [Symbol.dispose ?? Symbol('dispose')]() {
    this.dispose();
  }

  #next() {
    if (this.#running || this.#disposed) return;
    if (this.#queue.length === 0) return this.#rest();
    if (this.#mode === 'thread') this.#runHere();
    else if (!this.#worker) this.#spawn();
    else this.#send(this.#worker);
  }

  /** Nothing waits: a worker that a long text made large is replaced, and no worker keeps the process alive. */
  #rest() {
    if (this.#worker && this.#memory > KEPT_BYTES) {
      this.#endWorker();
      this.#spawn();
    }
    this.#worker?.release();
  }

  /**
   * Sends the next request, to a worker that is ready for it.
   *
   * @param {WorkerHandle} worker
   */
  #send(worker) {
    worker.hold();
    if (!this.#ready) return;
    const request = /** @type {Request} */ (this.#queue.shift());
    this.#running = request;
    this.#began = performance.now();
    const { id, method, text, options } = request;
    worker.post({ id, method, text, options });
    const limit = this.#settings.deadline + text.length * DEADLINE_MS_PER_UNIT;
    this.#deadline.set(limit, () => this.#overrun(`no answer within ${Math.round(limit)} ms`));
  }

  #spawn() {
    try {
      const worker = /** @type {() => unknown} */ (this.#settings.startWorker)();
      this.#worker = new WorkerHandle(worker, { receive: (message) => this.#receive(message), fail: (reason) => this.#died(reason) });
    } catch (error) {
      return this.#leaveWorkers(String(error));
    }
    this.#introduce(this.#worker);
  }

  /**
   * Gives a new worker the compiled module, to which it answers that it is ready.
   *
   * @param {WorkerHandle} worker
   */
  async #introduce(worker) {
    try {
      const module = await this.#compiled();
      if (this.#worker !== worker) return;
      worker.post({ module });
      this.#deadline.set(START_MS, () => this.#died('the worker did not start'));
    } catch (error) {
      if (this.#worker !== worker) return;
      this.#endWorker();
      if (error instanceof YaodianError) this.#rejectAll(error);
      else this.#leaveWorkers(String(error));
    }
  }

  /** One compilation for all who wait; a failed one may be tried again. */
  #compiled() {
    this.#module ??= this.#settings.compile().catch((error) => {
      this.#module = null;
      throw error;
    });
    return this.#module;
  }

  /** @param {any} message */
  #receive(message) {
    if (message.ready) {
      this.#deadline.clear();
      this.#ready = true;
      this.#health.started();
      this.#next();
    } else if (message.id === this.#running?.id) {
      this.#memory = message.memory;
      const { error } = message;
      this.#settle((request) => (error ? request.reject(new YaodianError(error.code, error.message)) : request.resolve(message.answer)));
    }
  }

  /** @param {(request: Request) => void} answer */
  #settle(answer) {
    this.#deadline.clear();
    const request = this.#running;
    this.#running = null;
    if (request) answer(request);
    this.#next();
  }

  /**
   * @param {Request} request
   * @param {unknown} reason
   */
  #abort(request, reason) {
    request.reject(reason);
    request.aborted = true;
    if (this.#running !== request) {
      this.#queue = this.#queue.filter((other) => other !== request);
    } else if (this.#worker) {
      this.#deadline.set(ABORTED_RUN_MS - (performance.now() - this.#began), () => this.#overrun('aborted'));
    }
  }

  /**
   * The text is to blame, so this does not count among the deaths, and the calling thread is no refuge: it could not be
   * stopped.
   *
   * @param {string} reason
   */
  #overrun(reason) {
    this.#endWorker();
    this.#giveBack(reason);
    this.#next();
  }

  /** @param {string} reason */
  #died(reason) {
    if (this.#ready) this.#health.died();
    else this.#health.failedToStart();
    this.#endWorker();
    this.#giveBack(reason);
    if (this.#health.isLost) this.#leaveWorkers(reason);
    else this.#next();
  }

  /**
   * Puts the running request behind those that wait, or reports it.
   *
   * @param {string} reason
   */
  #giveBack(reason) {
    const request = this.#running;
    this.#running = null;
    if (!request || request.aborted) return;
    request.attempts += 1;
    if (request.attempts < MAX_ATTEMPTS) this.#queue.push(request);
    else request.reject(engineError(reason, request.text));
  }

  /** @param {string} reason */
  #leaveWorkers(reason) {
    this.#mode = 'thread';
    this.#settings.warn(`yaodian: works on the calling thread, as no worker can be had (${reason})`);
    this.#next();
  }

  async #runHere() {
    const request = /** @type {Request} */ (this.#queue.shift());
    this.#running = request;
    try {
      await turn();
      this.#instance ??= new Instance(await this.#compiled());
      const isWanted = () => !request.aborted && !this.#disposed;
      if (!isWanted()) return this.#settle(() => {});
      if (request.attempts > 0) throw engineError('it stopped a worker', request.text);
      const instance = this.#instance;
      const answer = await instance.callInSlices(request.method, request.text, request.options, () => turn().then(isWanted));
      instance.shrink();
      this.#settle(() => answer === undefined || request.resolve(answer));
    } catch (error) {
      this.#settle(() => request.reject(error));
    }
  }

  #endWorker() {
    this.#deadline.clear();
    this.#worker?.end();
    this.#worker = null;
    this.#ready = false;
    this.#memory = 0;
  }

  /** @param {YaodianError} error */
  #rejectAll(error) {
    const requests = this.#running ? [this.#running, ...this.#queue] : this.#queue;
    this.#running = null;
    this.#queue = [];
    for (const request of requests) request.reject(error);
  }
}

/** Lets the thread paint and take events, aborts among them. */
const turn = () => new Promise((resolve) => setTimeout(resolve));
