/**
 * Bundles `www/index.inline.js` to one file, `www/pkg/inline.js`, with the wasm (gzip, base64) and its worker inside.
 *
 * Two kinds of import are resolved here: `FILE?gzip` is the file's bytes, `FILE?bundle` the text of a script made of it.
 */

import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const WWW = fileURLToPath(new URL('../www/', import.meta.url));

/** The oldest syntax that is met where WebAssembly reference types are. */
const TARGET = 'es2022';

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
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, format: 'iife', target: TARGET, write: false });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};

await build({
  entryPoints: [join(WWW, 'index.inline.js')],
  outfile: join(WWW, 'pkg/inline.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: TARGET,
  plugins: [embedding],
});
