/** What the parts of the engine hand to each other. */

import type { Method } from './instance.js';
import type { WasmSource } from '../index.js';

/** What differs between the places where the package runs. */
export interface Platform {
  /** The wasm of the package where no source is given; `progress` is told of the bytes where they come over a network. */
  compile(source?: WasmSource, progress?: (bytes: number) => void): Promise<WebAssembly.Module>;
  /** Throws where there can be no worker; null where there never is one. */
  startWorker: (() => unknown) | null;
  workerAt: ((address: string | URL) => unknown) | null;
}

export interface Settings {
  compile: () => Promise<WebAssembly.Module>;
  startWorker: (() => unknown) | null;
  /** UTF-16 units. */
  maxLength: number;
  /** Milliseconds for one text, before its length is added. */
  deadline: number;
  warn: (message: string) => void;
}

export interface Request {
  id: number;
  method: Method;
  text: string;
  options: object | null | undefined;
  resolve: (answer: string) => void;
  reject: (error: unknown) => void;
  /** Workers lost to it. */
  attempts: number;
  aborted: boolean;
}
