/** Installs and bundles the assembled stack of `stack.js` into `target/stack`, which is kept. */

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../target/stack/', import.meta.url));
const PACKAGES = { '@microsoft/recognizers-text-suite': '1.3.1', 'ts-textrank': '1.0.3' };

export async function prepareStack() {
  if (!existsSync(`${FOLDER}node_modules`)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}package.json`, JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: FOLDER, stdio: 'inherit' });
  }
  const entry = fileURLToPath(new URL('stack.js', import.meta.url));
  await build({ entryPoints: [entry], nodePaths: [`${FOLDER}node_modules`], outfile: `${FOLDER}stack.js`, bundle: true, minify: true, format: 'esm', platform: 'browser', mainFields: ['main'], logLevel: 'error' });
}
