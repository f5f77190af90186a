/** Runs the places of the matrix: installs a tool beside the packed tarball, builds or serves, and opens the pages. */

import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createEngine } from '../../www/index.node.js';
import { freePort } from '../port.js';
import { serveFolder } from './serve.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const APP = fileURLToPath(new URL('app', import.meta.url));
const ENTRIES = new Map([['yaodian', 'dot'], ['yaodian/inline', 'inline']]);
const BOTH_IN_WORKER = { yaodian: 'worker', 'yaodian/inline': 'worker' };
/** For servers to come up and for pages to be done: the machine may be busy. */
const PATIENCE_MS = 180_000;

const run = promisify(execFile);

/** @typedef {import('./tools.js').Tool} Tool @typedef {import('./tools.js').Place} Place */

/** The twenty texts that every place reads. */
export function writeArticles() {
  const folder = join(ROOT, 'tests/articles');
  const whole = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name, 'source.txt'), 'utf8'));
  const halves = whole.map((text) => text.slice(0, text.length >> 1));
  const articles = [...whole, ...halves].slice(0, 20);
  writeFileSync(join(APP, 'articles.js'), `export const ARTICLES = ${JSON.stringify(articles)};\n`);
}

/** @param {string} folder @returns {Promise<string>} The tarball. */
export async function pack(folder) {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT });
  return join(folder, JSON.parse(stdout)[0].filename);
}

/** What all digests hash to where nothing stands between. */
export async function expectedDigests() {
  // Reads the articles when it is imported, which `writeArticles` has written by now.
  const { report } = await import('./app/report.js');
  const outcome = /** @type {any} */ (await report(/** @type {any} */ ({ createEngine, digest: createEngine({ worker: false }).digest })));
  return /** @type {string} */ (outcome.digests);
}

/**
 * @param {Tool} tool
 * @param {string} tarball
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function install({ install: packages = {}, files = {} }, tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-matrix-'));
  cpSync(APP, folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module', '@parcel/resolver-default': { packageExports: true } }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const specs = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball, ...specs], { cwd: folder });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * @param {string} folder
 * @param {Place} place
 * @param {import('playwright-core').Browser} browser
 * @param {string} digests
 * @returns {Promise<{ entry: string, outcome: string, expected: string, message: string }[]>} Where each entry's digests were made, or the error.
 */
export async function tryPlace(folder, place, browser, digests) {
  const expected = place.expected ?? BOTH_IN_WORKER;
  const entries = Object.keys(expected);
  /** @type {Record<string, any>} */
  let found = {};
  try {
    for (const command of place.build ?? []) await run(...split(folder, command), { cwd: folder, env: environment() });
    if (place.program) found = await runProgram(folder, place.program);
    else if (place.imports) found = Object.fromEntries(Object.entries(await runProgram(folder, place.imports)).map(([entry, mode]) => [entry, { mode, digests }]));
    else if (place.typed) for (const entry of entries) found[entry] = { mode: 'typed', digests };
    else if (place.unused) for (const entry of entries) found[entry] = { mode: leftOf(folder, place.unused(ENTRIES.get(entry) ?? '')), digests };
    else found = await openPages(folder, place, browser, entries);
  } catch (/** @type {any} */ error) {
    for (const entry of entries) found[entry] ??= { error: `${error.message}\n${error.stdout ?? ''}`.slice(0, 2000) };
  }
  return entries.map((entry) => ({
    entry,
    outcome: describe(found[entry], digests),
    expected: expected[entry],
    message: found[entry]?.message ?? '',
  }));
}

/**
 * What an import that is not used leaves in a bundle.
 *
 * @param {string} folder
 * @param {string} file Of the bundle; `empty` in place of the entry names the bundle of nothing.
 */
function leftOf(folder, file) {
  const [bundle, empty] = [file, file.replace(/dot|inline/, 'empty')].map((name) => readFileSync(join(folder, name), 'utf8'));
  return bundle === empty ? 'nothing' : `${bundle.length - empty.length} characters more than nothing`;
}

/**
 * @param {any} found
 * @param {string} digests
 */
function describe(found, digests) {
  if (!found) return 'nothing';
  if (found.error) return found.error;
  return found.digests === digests ? found.mode : 'other digests';
}

/**
 * @param {string} folder
 * @param {string} command
 * @returns {[string, string[]]}
 */
function split(folder, command) {
  const [name, ...args] = command.split(' ');
  return [name === 'node' ? process.execPath : join(folder, 'node_modules/.bin', name), args];
}

function environment() {
  return { ...process.env, NODE_ENV: undefined, NODE_TEST_CONTEXT: undefined, NEXT_TELEMETRY_DISABLED: '1', PARCEL_WORKERS: '1', CI: '1' };
}

/**
 * @param {string} folder
 * @param {string} command
 */
async function runProgram(folder, command) {
  const { stdout } = await run(...split(folder, command), { cwd: folder, env: environment(), timeout: PATIENCE_MS });
  return JSON.parse(stdout);
}

/**
 * @param {string} folder
 * @param {Place} place
 * @param {import('playwright-core').Browser} browser
 * @param {string[]} entries
 */
async function openPages(folder, place, browser, entries) {
  const foreign = place.foreign ? await serveFolder(join(folder, place.foreign), (html) => html) : null;
  const served = place.dev
    ? await startServer(folder, place.dev)
    : await serveFolder(join(folder, place.folder ?? '.'), (html) => html.replaceAll('FOREIGN', foreign?.url ?? ''));
  const path = place.path ?? ((entry) => `${entry}.html`);
  /** @type {Record<string, any>} */
  const found = {};
  try {
    for (const entry of entries) found[entry] = await openOne(`${served.url}/${path(ENTRIES.get(entry) ?? '')}`, browser);
  } finally {
    served.close();
    foreign?.close();
  }
  return found;
}

/**
 * @param {string} address
 * @param {import('playwright-core').Browser} browser
 */
async function openOne(address, browser) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  try {
    const response = await page.goto(address, { timeout: PATIENCE_MS });
    if (response?.headers()['content-type']?.startsWith('application/json')) return await response.json();
    await page.waitForFunction(() => /** @type {any} */ (globalThis).outcome, null, { timeout: PATIENCE_MS });
    return await page.evaluate(() => /** @type {any} */ (globalThis).outcome);
  } catch (error) {
    return { error: `${error} ${faults.join(' ')}` };
  } finally {
    await page.close();
  }
}

/**
 * Starts a tool's own server and waits until it answers.
 *
 * @param {string} folder
 * @param {string} command
 */
async function startServer(folder, command) {
  const port = await freePort();
  const config = join(folder, 'config.capnp');
  if (command.includes('config.capnp')) writeFileSync(config, readFileSync(config, 'utf8').replace('PORT', String(port)));
  const [name, args] = split(folder, command.replace('PORT', String(port)));
  const child = spawn(name, args, { cwd: folder, env: environment(), stdio: 'pipe', detached: true });
  // Some servers end when their input does; it stays open.
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const close = () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)));
    } catch {
      // It has ended by itself.
    }
  };
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  for (;;) {
    if (await fetch(url).then(() => true, () => false)) return { url, close };
    if (child.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      close();
      throw new Error(`${command} does not answer: ${said.slice(-1000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
