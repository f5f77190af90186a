/**
 * For runtimes without a page: imports the entries with every way out barred, and prints what that
 * did, which is nothing. (workerd by itself lets a script do nothing before a request.)
 */

// The runtime's own modules are its affair.
await Promise.all([import('node:fs/promises'), import('node:worker_threads')]);

for (const name of ['fetch', 'Worker', 'setTimeout', 'queueMicrotask', 'Blob']) {
  globalThis[name] = () => {
    throw new Error(`${name} is used on import`);
  };
}
for (const name of ['compile', 'instantiate', 'Module', 'Instance']) WebAssembly[name] = globalThis.fetch;
for (const value of [WebAssembly, Object.prototype, Array.prototype, Promise.prototype]) Object.freeze(value);
const before = Reflect.ownKeys(globalThis).length;

const outcomes = {};
for (const entry of ['yaodian', 'yaodian/inline', 'yaodian/element']) {
  await import(entry);
  const added = Reflect.ownKeys(globalThis).length - before;
  outcomes[entry] = added === 0 ? 'nothing' : `${added} globals`;
}
console.log(JSON.stringify(outcomes));
