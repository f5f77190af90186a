/** Makes a script small in place: `node xtask/minify.mjs FILE`. */

import { transformSync } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
writeFileSync(file, transformSync(readFileSync(file, 'utf8'), { minify: true, format: 'esm' }).code);
