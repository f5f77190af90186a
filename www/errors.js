/**
 * The one error of this package: `code` is stable, the message is for people and may change.
 *
 * @typedef {import('./index.js').ErrorCode} ErrorCode
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
}
