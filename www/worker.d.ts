/**
 * The script of the engine's worker, to be started and not imported:
 * `createEngine({ worker: () => new Worker(new URL('yaodian/worker', import.meta.url), { type: 'module' }) })`.
 */
export {};
