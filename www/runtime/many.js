/** Many inputs through one function, results in the order of the inputs. */

/** Inputs taken ahead of the results: one is worked on while the next one waits. */
const AHEAD = 2;

/**
 * Takes an input only when there is room, and gives a result as soon as it is there, however long the next input takes.
 * The first error ends it. Whoever stops reading stops the work.
 *
 * @template Input, Output
 * @param {AsyncIterable<Input> | Iterable<Input>} inputs
 * @param {(input: Input, signal: AbortSignal) => Promise<Output>} work
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<Output, void, void>}
 */
export async function* inOrder(inputs, work, signal) {
  const source = iterator(inputs);
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const stopped = handled(whenAborted(stop.signal));
  /** @type {Promise<{ output: Output }>[]} */
  const working = [];
  /** @type {Promise<IteratorResult<Input>> | null} */
  let next = null;
  let ended = false;
  try {
    while (!ended || working.length > 0) {
      if (!ended && working.length < AHEAD) next ??= handled(Promise.resolve(source.next()));
      const first = /** @type {{ output: Output } | IteratorResult<Input>} */ (await Promise.race([stopped, working[0], next].filter((promise) => promise)));
      if ('output' in first) {
        working.shift();
        yield first.output;
      } else {
        next = null;
        if (first.done) ended = true;
        else working.push(handled(work(first.value, stop.signal).then((output) => ({ output }))));
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    stop.abort();
    if (!ended) source.return?.();
  }
}

/**
 * @template Input
 * @param {AsyncIterable<Input> | Iterable<Input>} inputs
 * @returns {AsyncIterator<Input> | Iterator<Input>}
 */
function iterator(inputs) {
  return Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]();
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
function whenAborted(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/**
 * Its failure is told when its turn comes, and not before as one that nobody handles.
 *
 * @template Value
 * @param {Promise<Value>} promise
 */
function handled(promise) {
  promise.catch(() => {});
  return promise;
}
