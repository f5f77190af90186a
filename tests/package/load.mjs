import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ARTICLE } from './article.mjs';

let compilations = 0;
for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = (source, ...rest) => {
    // Node compiles a small module of its own for `Response`.
    if (source.byteLength > 1e6) compilations += 1;
    return original(source, ...rest);
  };
}
const before = Reflect.ownKeys(globalThis);
const added = () => Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String);
const { digest, YaodianError } = await import('yaodian');
const [afterImport, globals] = [compilations, added()];
const digests = await Promise.all(Array.from({ length: 50 }, () => digest(ARTICLE)));
const [afterCalls, shared] = [compilations, added()];

// Two more copies: one of this version, one that says it is another.
const inline = await import('yaodian/inline');
await inline.digest(ARTICLE);
const afterCopy = compilations;
const ofCopy = await inline.digest(0).catch((error) => error);
const source = await readFile(new URL('node_modules/yaodian/www/pkg/inline.js', import.meta.url), 'utf8');
const { version } = createRequire(import.meta.url)('yaodian/package.json');
await writeFile('other.mjs', source.replaceAll(`"${version}"`, '"9.9.9"'));
const other = await import(new URL('other.mjs', import.meta.url));
await other.digest(ARTICLE);

console.log(
  JSON.stringify({
    globals: [globals, shared],
    compiled: [afterImport, afterCalls, afterCopy, compilations],
    known: ofCopy instanceof YaodianError && !(new TypeError('none') instanceof YaodianError),
    equal: digests.every((one) => JSON.stringify(one) === JSON.stringify(digests[0])),
  }),
);
