/**
 * Builds the last commit twice, in two folders of its own, and compares what npm packs of them to the byte:
 * `npm run reproduce`. Takes twice as long as a first build.
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WASM = 'www/pkg/yaodian_bg.wasm';
/** Of unlike length: a path that came into the build would move what stands behind it. */
const FOLDERS = ['one', 'another-one'];

const scratch = mkdtempSync(join(tmpdir(), 'yaodian-reproduce-'));

/** @param {string} path */
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * @param {string} name
 * @returns {Record<string, string>} The hashes of what is built.
 */
function built(name) {
  const folder = join(scratch, name);
  const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, CARGO_TARGET_DIR: join(folder, 'target') } });
  execFileSync('git', ['clone', '--quiet', ROOT, folder], { stdio: 'inherit' });
  run('npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline');
  run('cargo', 'xtask', 'wasm');
  const [{ filename }] = JSON.parse(run('npm', 'pack', '--json'));
  return { [WASM]: sha256(join(folder, WASM)), [filename]: sha256(join(folder, filename)) };
}

try {
  const [first, second] = FOLDERS.map(built);
  for (const [file, hash] of Object.entries(first)) {
    const same = second[file] === hash;
    console.log(same ? `${hash}  ${file}` : `${file} differs: ${hash} and ${second[file]}`);
    if (!same) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
