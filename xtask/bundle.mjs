/**
 * What is bundled of `www` into `www/pkg`: `runtime.js`, the engine that the entries share, `edge.js`, the same for edge
 * functions, and `inline.js`, an entry that is one file, with the wasm (gzip, base64) and its worker inside.
 *
 * Two kinds of import are resolved for it: `FILE?gzip` is the file's bytes, `FILE?bundle` the text of a script made of it.
 */

import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const WWW = fileURLToPath(new URL('../www/', import.meta.url));

/** The oldest syntax that is met where WebAssembly reference types are. */
const SETTINGS = /** @type {const} */ ({ bundle: true, minify: true, format: 'esm', target: 'es2022' });

/** @type {import('esbuild').Plugin} */
const embedding = {
  name: 'embedding',
  setup(bundle) {
    bundle.onResolve({ filter: /\?(gzip|bundle)$/ }, ({ path, importer }) => {
      const [file, namespace] = path.split('?');
      return { path: join(dirname(importer), file), namespace };
    });
    bundle.onLoad({ filter: /./, namespace: 'gzip' }, async ({ path }) => ({
      contents: gzipSync(await readFile(path), { level: constants.Z_BEST_COMPRESSION }).toString('base64'),
      loader: 'text',
    }));
    bundle.onLoad({ filter: /./, namespace: 'bundle' }, async ({ path }) => {
      const { outputFiles } = await build({ ...SETTINGS, entryPoints: [path], format: 'iife', write: false });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};

await build({ ...SETTINGS, entryPoints: [join(WWW, 'runtime/index.js')], outfile: join(WWW, 'pkg/runtime.js') });
await writeFile(join(WWW, 'pkg/runtime.d.ts'), "export * from '../runtime/index.js';\n");
await build({ ...SETTINGS, entryPoints: [join(WWW, 'runtime/edge.js')], outfile: join(WWW, 'pkg/edge.js') });
await writeFile(join(WWW, 'pkg/edge.d.ts'), "export * from '../runtime/edge.js';\n");

await build({ ...SETTINGS, entryPoints: [join(WWW, 'index.inline.js')], outfile: join(WWW, 'pkg/inline.js'), plugins: [embedding] });
