/** The package as npm packs it, installed into an empty project: in Node, for TypeScript, in a plain page. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { constants, brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { openBrowser, openPage } from './browser.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROJECT = new URL('package/', import.meta.url);

/**
 * Most bytes that a browser loads for `digest`, each file at Brotli's best.
 *
 * @type {{ javascript: number, wasm: number, all: number }}
 */
const BUDGET = JSON.parse(readFileSync(new URL('bench/budget.json', import.meta.url), 'utf8'));

/** @type {string} */
let project;
/** @type {string} */
let tarball;
/** @type {string} */
let installed;

before(() => {
  project = mkdtempSync(join(tmpdir(), 'yaodian-package-'));
  cpSync(PROJECT, project, { recursive: true });
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', project], ROOT));
  tarball = join(project, filename);
  npm(['install', '--offline', '--no-audit', '--no-fund', tarball], project);
  installed = join(project, 'node_modules/yaodian');
});

after(() => rmSync(project, { recursive: true, force: true }));

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Runs a module of the project in a Node of its own.
 *
 * @param {string} name
 * @returns {any} What it prints, as JSON.
 */
function runInNode(name) {
  return JSON.parse(execFileSync(process.execPath, [name], { cwd: project, encoding: 'utf8' }));
}

/**
 * The files that an entry of an export map names, whatever its conditions.
 *
 * @param {string | Record<string, any>} entry
 * @returns {string[]}
 */
function namedFiles(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(namedFiles);
}

test('every file that the manifest names is in the package, and nothing is installed with it', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const files = [...namedFiles(manifest.exports), manifest.types, ...manifest.sideEffects];
  assert.ok(files.length > 5);
  for (const file of files) assert.ok(existsSync(join(installed, file)), file);
  for (const file of ['README.md', 'NOTICE', 'LICENSE-MIT', 'LICENSE-APACHE']) assert.ok(existsSync(join(installed, file)), file);
  assert.equal(manifest.dependencies, undefined);
});

test('conditions come in order, types first', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const order = ['types', 'workerd', 'edge-light', 'deno', 'bun', 'node', 'browser', 'default'];
  assert.deepEqual(Object.keys(exports['.']), order);
  for (const entry of Object.values(exports).filter((one) => typeof one !== 'string')) {
    assert.deepEqual(Object.keys(entry), order.filter((condition) => condition in entry));
  }
});

test('a bill of materials names all crates that are linked, with a licence and a hash, and is the same each time', () => {
  const path = join(installed, 'www/pkg/sbom.json');
  const bill = JSON.parse(readFileSync(path, 'utf8'));
  assert.deepEqual([bill.bomFormat, bill.metadata.component.name], ['CycloneDX', 'yaodian']);
  const linked = bill.components.filter((/** @type {any} */ { scope }) => scope === 'required');
  const names = linked.map((/** @type {any} */ { name }) => name);
  for (const name of ['js-sys', 'rustc-hash', 'serde', 'serde_json', 'wasm-bindgen', 'web-sys']) assert.ok(names.includes(name), name);
  for (const name of ['jieba-rs', 'lexopt', 'serde_derive', 'syn']) assert.ok(!names.includes(name), `${name} is not in the wasm`);
  assert.ok(linked.length <= 25);
  const lock = readFileSync(join(ROOT, 'Cargo.lock'), 'utf8');
  for (const { purl, hashes, licenses } of linked) {
    assert.match(purl, /^pkg:cargo\//);
    assert.ok(lock.includes(`checksum = "${hashes[0].content}"`), purl);
    assert.match(licenses[0].expression, /\bMIT\b/, `${purl}: NOTICE says so of all`);
  }
  execFileSync(process.execPath, ['xtask/sbom.mjs'], { cwd: ROOT });
  assert.equal(readFileSync(join(ROOT, 'www/pkg/sbom.json'), 'utf8'), readFileSync(path, 'utf8'));
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test('the types are right for whoever imports them', () => {
  const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const { stdout, status } = spawnSync(process.execPath, [attw, tarball, '--profile', 'esm-only', '--no-color'], { cwd: project, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

test('importing touches no global, no network and no wasm', () => {
  const api = ['YaodianError', 'createEngine', 'createSyncEngine', 'digest', 'markdown'];
  const { loaded, entries } = runInNode('frozen.mjs');
  assert.deepEqual(loaded, { '.': api, './inline': api, './element': ['YaoDianElement'] });
  assert.deepEqual(entries, ['.', './inline', './element', './define', './server', './worker', './core.wasm', './schema.json', './custom-elements.json', './package.json']);
});

for (const entry of ['', '/inline', '/element', '/define', '/server', '/worker']) {
  test(`yaodian${entry} reaches nothing of Node in a browser`, async () => {
    const isForEffect = entry === '/define' || entry === '/worker';
    const { warnings } = await bundle(isForEffect ? `import 'yaodian${entry}';` : `export * from 'yaodian${entry}';`);
    assert.deepEqual(warnings, []);
  });
}

test('bundles are ASCII, wait for nothing when they are imported and evaluate nothing', async () => {
  for (const name of ['runtime.js', 'edge.js', 'inline.js']) {
    const script = readFileSync(join(installed, 'www/pkg', name), 'utf8');
    // On a page in GBK other letters would be lost.
    assert.ok(/^[\0-\x7f]*$/.test(script), name);
    assert.doesNotMatch(script, /\beval\(|\bFunction\(|currentScript/, name);
    await transform(script, { target: 'es2022', supported: { 'top-level-await': false } });
  }
});

test('the wasm asks for nothing that browsers of the last years lack', () => {
  const features = ['mutable-globals', 'sign-ext', 'nontrapping-float-to-int', 'bulk-memory', 'reference-types', 'multivalue'];
  const args = [join(ROOT, 'node_modules/binaryen/bin/wasm-opt'), '--mvp-features', ...features.map((name) => `--enable-${name}`)];
  const { status, stderr } = spawnSync(process.execPath, [...args, join(installed, 'www/pkg/yaodian_bg.wasm'), '-o', '/dev/null'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('an import that is not used leaves nothing', async () => {
  const { outputFiles } = await bundle("import { digest } from 'yaodian';\nimport { createEngine } from 'yaodian/inline';\nimport { YaoDianElement } from 'yaodian/element';");
  assert.equal(outputFiles[0].text, '');
});

/** @param {string} contents */
function bundle(contents) {
  return build({ stdin: { contents, resolveDir: project }, bundle: true, minify: true, format: 'esm', platform: 'browser', logLevel: 'silent', write: false });
}

test('Node digests a text, with options', () => {
  const { summary, figures, markdown } = runInNode('digest.mjs');
  assert.equal(summary.length, 1);
  assert.deepEqual(figures, [{ text: '9.6亿元', value: 960_000_000, unit: 'CNY' }]);
  assert.match(markdown, /9\.6亿元/);
});

test('in Node, importing does nothing, parallel first calls load once, and copies share an engine', () => {
  const { globals, compiled, equal, known } = runInNode('load.mjs');
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.deepEqual(globals, [[], [`Symbol(yaodian ${version})`]]);
  assert.deepEqual(compiled, [0, 1, 1, 2], 'a copy of the same version has the same engine, another version has its own');
  assert.equal(equal, true);
  assert.equal(known, true, 'an error of another copy is one of ours');
});

test('the examples of the README run', () => {
  const examples = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  assert.equal(examples.length, 4);
  const wasm = `data:application/wasm;base64,${readFileSync(join(installed, 'www/pkg/yaodian_bg.wasm')).toString('base64')}`;
  for (const example of examples) {
    const setting = `import { ARTICLE as text } from './article.mjs';\nconst texts = [text, text];\nconst address = '${wasm}';\n`;
    writeFileSync(join(project, 'example.mjs'), setting + example);
    assert.notEqual(execFileSync(process.execPath, ['example.mjs'], { cwd: project, encoding: 'utf8' }), '', example);
  }
});

test('errors have stable codes', () => {
  assert.deepEqual(runInNode('errors.mjs'), [
    ['YaodianError', 'E_TEXT_TYPE'],
    ['YaodianError', 'E_TEXT_LENGTH'],
    ['YaodianError', 'E_OPTION_UNKNOWN'],
    ['YaodianError', 'E_OPTION_TYPE'],
    ['YaodianError', 'E_OPTION_RANGE'],
    ['YaodianError', 'E_OPTION_RANGE'],
    ['AbortError', 20],
  ]);
});

for (const resolution of ['node16', 'nodenext', 'bundler']) {
  test(`TypeScript finds the types with module resolution ${resolution}`, () => {
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const args = [compiler, '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--lib', 'es2023,dom'];
    const settings = ['--types', '', '--module', module, '--moduleResolution', resolution, 'types.ts'];
    const { status, stdout } = spawnSync(process.execPath, [...args, ...settings], { cwd: project, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
}

/**
 * Opens a page of the project, which is closed with the test.
 *
 * @param {import('node:test').TestContext} t
 * @param {string} name
 */
async function openInProject(t, name) {
  const host = await openBrowser(project);
  t.after(() => host.close());
  return openPage(host.browser, `${host.url}${name}`);
}

test('a plain page digests a text', async (t) => {
  const { page, faults } = await openInProject(t, 'page.html');
  await page.waitForFunction(() => document.title !== '');
  assert.equal(await page.title(), '9.6亿元 960000000 CNY');
  assert.deepEqual(faults, []);
});

test('what a browser loads for a digest keeps its budget', async (t) => {
  const { page, requests } = await openInProject(t, 'page.html');
  await page.waitForFunction(() => document.title !== '');
  const loaded = requests.map((url) => new URL(url).pathname).filter((path) => path.startsWith('/node_modules/'));
  const sizes = new Map([...new Set(loaded)].map((path) => [path, brotliSize(join(project, path))]));
  for (const [path, size] of sizes) t.diagnostic(`${size} bytes ${path}`);
  const sum = (/** @type {[string, number][]} */ files) => files.reduce((total, [, size]) => total + size, 0);
  const of = (/** @type {string} */ ending) => sum([...sizes].filter(([path]) => path.endsWith(ending)));
  const used = { javascript: of('.js'), wasm: of('.wasm'), all: of('') };
  t.diagnostic(`in all ${JSON.stringify(used)} (Brotli 11), budget ${JSON.stringify(BUDGET)}`);
  assert.ok(used.wasm > 0 && used.javascript > 0);
  for (const [kind, most] of Object.entries(BUDGET)) assert.ok(used[/** @type {keyof typeof used} */ (kind)] <= most, `${kind} is over its budget`);
});

test('the HTML of the README shows a digest from the package alone, and loads the wasm once', async (t) => {
  const examples = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```html\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  assert.equal(examples.length, 2);
  const [element, preload] = examples.map((code) => code.replace(/(?:https:\/\/your\.host)?\/yaodian\//g, 'node_modules/yaodian/www/'));
  const head = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>element</title><link rel="icon" href="data:,">';
  writeFileSync(join(project, 'element.html'), head + preload + element.replace('……the article……', '松原湾市今年新建公园，总投资9.6亿元。'));
  const { page, faults, requests } = await openInProject(t, 'element.html');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('yao-dian'))?.digest);
  assert.match(await page.locator('yao-dian').evaluate((view) => view.shadowRoot?.textContent ?? ''), /9\.6亿元/);
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
  assert.deepEqual(faults, []);
});

/** @param {string} path */
function brotliSize(path) {
  return brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } }).length;
}
