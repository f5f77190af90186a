/** One worker, of the web's kind or of Node's, as the engine sees it. */

/**
 * @typedef {object} Listener
 * @property {(message: any) => void} receive
 * @property {(reason: string) => void} fail It will answer no more.
 */

export class WorkerHandle {
  /** @type {any} */
  #worker;
  #ended = false;

  /**
   * @param {any} worker
   * @param {Listener} listener
   */
  constructor(worker, listener) {
    this.#worker = worker;
    const receive = (/** @type {any} */ message) => this.#ended || listener.receive(message);
    const fail = (/** @type {string} */ reason) => this.#ended || listener.fail(reason);
    if (typeof worker.on === 'function') {
      worker.on('message', receive);
      worker.on('messageerror', () => fail('a message could not be read'));
      worker.on('error', (/** @type {unknown} */ error) => fail(String(error)));
      worker.on('exit', (/** @type {number} */ code) => fail(`the worker ended with status ${code}`));
    } else {
      worker.addEventListener('message', (/** @type {MessageEvent} */ event) => receive(event.data));
      worker.addEventListener('messageerror', () => fail('a message could not be read'));
      worker.addEventListener('error', (/** @type {ErrorEvent} */ event) => {
        event.preventDefault();
        fail(event.message || 'the worker could not start');
      });
    }
  }

  /** @param {object} message */
  post(message) {
    this.#worker.postMessage(message);
  }

  /** While held, a worker keeps its process alive; where a process has no such notion, nothing happens. */
  hold() {
    this.#worker.ref?.();
  }

  release() {
    this.#worker.unref?.();
  }

  /** Stops it in the middle of whatever it does. */
  end() {
    this.#ended = true;
    this.#worker.terminate();
  }
}
