/**
 * Installs what a fresh clone lacks, saying so; what is there is left alone. Needs Node and Rust, and no package.
 *
 * `node xtask/prepare.mjs` readies the build, `node xtask/prepare.mjs browser` the tests in a browser as well.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = 'wasm32-unknown-unknown';
const CHROMIUM = '/usr/bin/chromium';
const FIREFOX = '/usr/bin/firefox-esr';
const WASMTIME = '50.0.1';

function prepareRust() {
  const sysroot = output('rustc', ['--print', 'sysroot']);
  if (sysroot === null) throw new Error('Rust is missing: install it with rustup');
  if (existsSync(join(sysroot.trim(), 'lib/rustlib', TARGET))) return;
  run('rustup', ['target', 'add', TARGET]);
}

/** npm writes `node_modules/.package-lock.json` last, so its age is that of the whole installation. */
function preparePackages() {
  const installed = statSync(join(ROOT, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed && installed.mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs) return;
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

function prepareBrowser() {
  const missing = [];
  if (!existsSync(CHROMIUM)) missing.push('chromium');
  if (!existsSync(FIREFOX)) missing.push('firefox-esr');
  if (!output('fc-list', [':lang=zh', 'file'])) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || output('apt-get', ['--version']) === null) {
    throw new Error(`the tests in a browser need ${missing.join(' and ')} (Chromium at ${CHROMIUM}, Firefox at ${FIREFOX})`);
  }
  run('apt-get', ['update', '--quiet']);
  run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...missing]);
}

/**
 * A host of wasm that is no browser, for one test, which says that it did not run where there is no Python to put it in or
 * no index to take it from.
 */
function prepareWasmtime() {
  const folder = join(ROOT, 'target/wasmtime');
  if (existsSync(folder) || output('python3', ['-m', 'pip', '--version']) === null) return;
  // What pip leaves of an installation that broke off must not pass for a whole one.
  const unfinished = `${folder}.part`;
  try {
    run('python3', ['-m', 'pip', 'install', '--quiet', '--no-input', '--root-user-action=ignore', '--disable-pip-version-check', '--target', unfinished, `wasmtime==${WASMTIME}`]);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    console.warn(`wasmtime is left out, pip failed: ${error.message}`);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {string | null} What it prints; null if there is no such command or it fails.
 */
function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout : null;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.log(`Installing what is missing: ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

try {
  prepareRust();
  preparePackages();
  if (process.argv[2] === 'browser') {
    prepareBrowser();
    prepareWasmtime();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
