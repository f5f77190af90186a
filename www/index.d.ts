/**
 * Yaodian (要点): reads one Chinese news text and returns its digest. Everything runs on the device.
 *
 * Importing this module does nothing; the engine is loaded by the first call, once, and shared by all later calls. The
 * work is done in a worker, and on the calling thread where there can be none.
 */
import type { Digest, Options } from './digest.js';

export type * from './digest.js';

declare global {
  // As TypeScript's own library says since 5.2, for those who compile without that part of it.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
}

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

/** Where the WebAssembly comes from. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

export interface EngineOptions {
  /** The package's own file by default. Give another address of `yaodian/core.wasm`, its bytes, or a compiled module. */
  wasm?: WasmSource | Promise<WasmSource>;
  /**
   * The worker: its address, a function that starts it (of `yaodian/worker`, a Web Worker or one of Node's), or false to
   * work on the calling thread. The package's own by default.
   */
  worker?: string | URL | (() => unknown) | false;
  /** Longest text in UTF-16 units, 1 to 20,000,000. Default: 20,000,000. */
  maxLength?: number;
  /**
   * Milliseconds that one text may take in a worker, to which its length adds 20 per thousand UTF-16 units; then the
   * worker is replaced. Default: 2,000.
   */
  deadline?: number;
  /** Is told when the work moves to the calling thread, as no worker can be had. Default: `console.warn`. */
  warn?: (message: string) => void;
  /**
   * Is told how much of the wasm has come in a browser, in bytes of the unpacked file, with every piece; never where an
   * answer begins within 40 ms, as from a cache, nor where bytes, a response or a module were given.
   */
  progress?: (bytes: number) => void;
}

/** An engine of one's own. Loads at its first request; a failed load is tried again by the next. */
export interface Engine {
  digest(text: string, options?: Options | null, init?: RequestInit): Promise<Digest>;
  markdown(text: string, options?: Options | null, init?: RequestInit): Promise<string>;
  /**
   * Digests in the order of the texts, each as soon as it is there. A text is taken only when there is room for it: one is
   * worked on and one waits. The first error ends the iteration, and leaving it ends the work.
   */
  digestMany(
    texts: AsyncIterable<string> | Iterable<string>,
    options?: Options | null,
    init?: RequestInit,
  ): AsyncGenerator<Digest, void, void>;
  /** Fulfilled when the engine can answer at once, rejected when it cannot be loaded. Reading it starts the engine. */
  readonly ready: Promise<void>;
  /** Where the work is done: in a worker, or on the calling thread where none can be had. */
  readonly mode: 'worker' | 'thread';
  /** Ends the worker. What is not answered, and every later call, is rejected with `E_DISPOSED`. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** @throws {YaodianError} E_OPTION_UNKNOWN, E_OPTION_RANGE */
export function createEngine(options?: EngineOptions): Engine;

/** An engine on the calling thread, without promises. */
export interface SyncEngine {
  digest(text: string, options?: Options | null): Digest;
  markdown(text: string, options?: Options | null): string;
}

/**
 * @param module Compiled from `yaodian/core.wasm`.
 * @throws {YaodianError} E_OPTION_TYPE
 */
export function createSyncEngine(module: WebAssembly.Module): SyncEngine;

/** Codes are stable; messages are for people and may change. */
export type ErrorCode =
  /** `text` is not a string. */
  | 'E_TEXT_TYPE'
  /** `text` is longer than 20,000,000 UTF-16 units, or than the engine's `maxLength`. */
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
  /** The engine was disposed of. */
  | 'E_DISPOSED'
  /** The result could not be handed over to JavaScript. */
  | 'E_OUTPUT';

/** Every error of this package. */
export class YaodianError extends Error {
  constructor(code: ErrorCode, message: string, options?: ErrorOptions);
  readonly name: 'YaodianError';
  readonly code: ErrorCode;
}
