/** Imports every entry with the globals frozen and every way out barred; prints what was loaded. */

import { readFileSync } from 'node:fs';

for (const name of ['fetch', 'Worker', 'setTimeout', 'queueMicrotask', 'Blob']) {
  globalThis[name] = () => {
    throw new Error(`${name} is used on import`);
  };
}
for (const name of ['compile', 'instantiate', 'Module', 'Instance']) WebAssembly[name] = globalThis.fetch;
for (const value of [WebAssembly, Object.prototype, Array.prototype, Promise.prototype]) Object.freeze(value);
Object.preventExtensions(globalThis);

const { exports } = JSON.parse(readFileSync(new URL('node_modules/yaodian/package.json', import.meta.url), 'utf8'));
const loaded = {};
for (const entry of ['.', './inline', './element']) {
  loaded[entry] = Object.keys(await import(entry.replace('.', 'yaodian'))).sort();
}
for (const file of ['index.js', 'index.node.js']) await import(new URL(`node_modules/yaodian/www/${file}`, import.meta.url));
console.log(JSON.stringify({ loaded, entries: Object.keys(exports) }));
