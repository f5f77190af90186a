import { ARTICLE } from './article.mjs';

let compilations = 0;
for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = (source, ...rest) => {
    if (!(source instanceof WebAssembly.Module)) compilations += 1;
    return original(source, ...rest);
  };
}
const before = Reflect.ownKeys(globalThis);
const { digest } = await import('yaodian');
const afterImport = compilations;
const digests = await Promise.all(Array.from({ length: 50 }, () => digest(ARTICLE)));
console.log(
  JSON.stringify({
    globals: Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String),
    compiled: [afterImport, compilations],
    equal: digests.every((one) => JSON.stringify(one) === JSON.stringify(digests[0])),
  }),
);
