/**
 * Yaodian (要点): reads one Chinese news text and returns its digest. Everything runs on the device.
 *
 * Importing this module does nothing; the engine is loaded by the first call, once, and shared by all later calls.
 * In a browser the work runs in a module worker, in Node on the calling thread.
 */
import type { Digest, Options } from './digest.js';

export type * from './digest.js';

/** What a single call may carry besides its options. */
export interface RequestInit {
  /** Rejects the call at once with the signal's reason, by default an `AbortError`. */
  signal?: AbortSignal;
}

/**
 * Analyses one text: as pasted, clutter included.
 *
 * @param text At most 20,000,000 UTF-16 units.
 * @param options Checked key by key; see `Options` for ranges and defaults.
 * @throws {YaodianError} See `ErrorCode`.
 */
export function digest(text: string, options?: Options | null, init?: RequestInit): Promise<Digest>;

/** The same digest as a Markdown document, ready to paste into notes. Same parameters and errors as `digest`. */
export function markdown(text: string, options?: Options | null, init?: RequestInit): Promise<string>;

/** Codes are stable; messages are for people and may change. */
export type ErrorCode =
  /** `text` is not a string. */
  | 'E_TEXT_TYPE'
  /** `text` is longer than 20,000,000 UTF-16 units. */
  | 'E_TEXT_LENGTH'
  /** No option has this name. */
  | 'E_OPTION_UNKNOWN'
  /** An option has a value of the wrong type. */
  | 'E_OPTION_TYPE'
  /** An option has a value outside its range. */
  | 'E_OPTION_RANGE'
  /** The WebAssembly file could not be fetched, or something else came in its place. */
  | 'E_WASM_URL'
  /** The host forbids WebAssembly, e.g. a content security policy without 'wasm-unsafe-eval'. */
  | 'E_WASM_BLOCKED'
  /** The engine failed twice on this text, or took too long. */
  | 'E_ENGINE_FAILED'
  /** The result could not be handed over to JavaScript. */
  | 'E_OUTPUT';

/** Every error of this package. */
export class YaodianError extends Error {
  constructor(code: ErrorCode, message: string, options?: ErrorOptions);
  readonly name: 'YaodianError';
  readonly code: ErrorCode;
}
