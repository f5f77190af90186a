/**
 * The one error of this package: `code` is stable, the message is for people and may change.
 *
 * @typedef {import('../index.js').ErrorCode} ErrorCode
 */

/** @implements {Error} */
export class YaodianError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'YaodianError';
    this.code = code;
  }

  /**
   * Those of another copy of the package are some, too: copies share an engine.
   *
   * @param {any} value
   */
  static [Symbol.hasInstance](value) {
    return value instanceof Error && value.name === 'YaodianError';
  }
}

/**
 * An error with a code of ours is an answer: the engine read the request and goes on. Any other came from a trap, an
 * overflow of the stack or a lack of memory.
 *
 * @param {any} error
 */
export function isAnswer(error) {
  return typeof error?.code === 'string' && error.code.startsWith('E_');
}

/**
 * @param {unknown} reason
 * @param {string} text Only its length is told.
 */
export function engineError(reason, text) {
  const cause = { cause: reason };
  return new YaodianError('E_ENGINE_FAILED', `yaodian ${VERSION} failed on a text of ${text.length} UTF-16 units: ${reason}`, cause);
}

export function disposedError() {
  return new YaodianError('E_DISPOSED', 'this engine was disposed of');
}

/** Of the package, for reports of errors. */
export const VERSION = '0.1.0';
