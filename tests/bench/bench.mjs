/**
 * Cold start, warm calls, memory and bytes of Yaodian beside jieba-wasm, segmentit and Intl.Segmenter, in Node and in
 * headless Chromium, as Markdown tables.
 *
 * Yaodian's call is the whole digest with its way back to JavaScript, the others' is their cut into words. Every cold
 * start has a process or a page of its own, files come from this machine, and the engines take turns.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digest } from '../../www/index.node.js';
import { openBrowser, openPage } from '../browser.js';
import { median } from './probe.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLES = new URL('../articles/', import.meta.url);
const COLD_STARTS = 5;
/** @type {[engine: string, name: string][]} */
const ENGINES = [
  ['yaodian', 'Yaodian digest'],
  ['jieba', 'jieba-wasm cut'],
  ['segmentit', 'segmentit cut'],
  ['intl', 'Intl.Segmenter cut'],
];
const BUDGET = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8'));

/** @typedef {import('./probe.js').Times} Times */

const articles = readdirSync(ARTICLES)
  .map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8'))
  .sort((a, b) => a.length - b.length);
const article = articles[articles.length >> 1];
const texts = [articles[0], article, await paragraphs()];

/** No article of ours is long; the long text is the paragraphs of all of them, without what stands around. */
async function paragraphs() {
  const read = async (/** @type {string} */ text) => {
    const { document } = await digest(text);
    return document.blocks.filter(({ body, kind }) => body && kind === 'paragraph').map(({ start, end }) => text.slice(start, end));
  };
  return (await Promise.all(articles.map(read))).flat().join('\n');
}

/**
 * @param {string} engine
 * @returns {Times}
 */
function timeInNode(engine) {
  const input = JSON.stringify({ article, texts });
  const script = fileURLToPath(new URL('node.js', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, engine], { cwd: ROOT, input, encoding: 'utf8' }));
}

/**
 * Runs in the page.
 *
 * @param {{ engine: string, base: string, article: string, texts: string[] }} setting
 * @returns {Promise<Times>}
 */
async function timeInPage({ engine, base, article, texts }) {
  const { probe } = await import(`${base}tests/bench/probe.js`);
  const engines = {
    async yaodian() {
      const { instantiate } = await import(`${base}www/pkg/yaodian.js`);
      const wasm = instantiate(await WebAssembly.compileStreaming(fetch(`${base}www/pkg/yaodian_bg.wasm`)));
      return { call: (/** @type {string} */ text) => JSON.parse(wasm.digest(text, {})), memory: wasm.memory };
    },
    async jieba() {
      const wasm = await import(`${base}node_modules/jieba-wasm/pkg/web/jieba_rs_wasm.js`);
      const { memory } = await wasm.default();
      return { call: (/** @type {string} */ text) => wasm.cut(text, true), memory };
    },
    async segmentit() {
      const { Segment, useDefault } = await import(`${base}node_modules/segmentit/dist/esm/segmentit.js`);
      const segment = useDefault(new Segment());
      return { call: (/** @type {string} */ text) => segment.doSegment(text), memory: null };
    },
    async intl() {
      const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
      return { call: (/** @type {string} */ text) => [...segmenter.segment(text)], memory: null };
    },
  };
  return probe(engines[engine], article, texts);
}

/**
 * Runs in the page: what a caller of the package waits for its first digest, by way of the worker, and how long at most
 * the page's own thread is kept from other work meanwhile.
 *
 * @param {{ base: string, article: string }} setting
 */
async function timePackage({ base, article }) {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  const began = performance.now();
  const { digest } = await import(`${base}www/index.js`);
  await digest(article);
  const first = performance.now() - began;
  port1.close();
  return { first, longest };
}

/**
 * Opens a page with an empty cache, and lists the files of its engine that it loads.
 *
 * @template Setting, Result
 * @param {Awaited<ReturnType<typeof openBrowser>>} host
 * @param {(setting: Setting) => Promise<Result>} script
 * @param {Omit<Setting, 'base'>} setting
 */
async function inFreshPage(host, script, setting) {
  const opened = await openPage(host.browser, `${host.url}www/samples/signing.txt`);
  const before = opened.requests.length;
  const result = await opened.page.evaluate(/** @type {any} */ (script), { ...setting, base: host.url });
  const files = opened.requests.slice(before).map((url) => new URL(url).pathname).filter((path) => !path.startsWith('/tests/'));
  await opened.context.close();
  return { result: /** @type {Result} */ (result), files: [...new Set(files)] };
}

/** @param {string[]} paths */
function weigh(paths) {
  const files = paths.map((path) => readFileSync(join(ROOT, path)));
  const window = { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } };
  const sum = (/** @type {(file: Buffer) => Buffer} */ pack) => files.reduce((total, file) => total + pack(file).length, 0);
  return [sum((file) => file), sum((file) => gzipSync(file, { level: 9 })), sum((file) => brotliCompressSync(file, window))];
}

/** @param {Times[]} runs */
function summarize(runs) {
  const of = (/** @type {(run: Times) => number} */ field) => median(runs.map(field));
  return [
    ...['load', 'ready', 'first', 'cold'].map((field) => milliseconds(of((run) => run[field]))),
    ...texts.map((_, index) => milliseconds(of((run) => run.warm[index]))),
    `${(utf8Megabytes(texts[texts.length - 1]) / (of((run) => run.warm[texts.length - 1]) / 1000)).toFixed(2)} MB/s`,
    runs[0].memory === null ? '' : `${(runs[0].memory / 2 ** 20).toFixed(1)} MiB`,
  ];
}

/** @param {string} text */
function utf8Megabytes(text) {
  return Buffer.byteLength(text) / 1e6;
}

/** @param {number} value */
function milliseconds(value) {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

const host = await openBrowser(ROOT);
/** @type {Record<string, Times[]>} */
const inNode = Object.fromEntries(ENGINES.map(([engine]) => [engine, []]));
/** @type {Record<string, Times[]>} */
const inPage = Object.fromEntries(ENGINES.map(([engine]) => [engine, []]));
/** @type {Record<string, string[]>} */
const files = {};
const packaged = [];
for (let run = 0; run < COLD_STARTS; run += 1) {
  for (const [engine] of ENGINES) {
    inNode[engine].push(timeInNode(engine));
    const timed = await inFreshPage(host, timeInPage, { engine, article, texts });
    inPage[engine].push(timed.result);
    files[engine] = timed.files;
  }
  const timed = await inFreshPage(host, timePackage, { article });
  packaged.push(timed.result);
  files.yaodian = timed.files;
}
const chromium = host.browser.version();
await host.close();

const labels = [
  'load: fetch, compile',
  'ready: a call on one character',
  `first article, ${article.length} characters`,
  '**cold start, all three**',
  ...texts.map((text) => `warm, ${text.length.toLocaleString('en')} characters`),
  `throughput, ${texts[texts.length - 1].length.toLocaleString('en')} characters`,
  'wasm memory, at the first article',
];
console.log(`Node ${process.versions.node}, Chromium ${chromium}; medians of ${COLD_STARTS} cold starts.`);
for (const [place, times] of /** @type {const} */ ([['Node', inNode], ['Chromium', inPage]])) {
  const columns = ENGINES.map(([engine]) => summarize(times[engine]));
  console.log(`\n| ${[place, ...ENGINES.map(([, name]) => name)].join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(ENGINES.length)}`);
  for (const [row, label] of labels.entries()) console.log(`| ${[label, ...columns.map((column) => column[row])].join(' | ')} |`);
}
const first = median(packaged.map((run) => run.first));
const longest = median(packaged.map((run) => run.longest));
const share = first / median(inPage.jieba.map((run) => run.cold));
console.log(`\nBy the package's worker in Chromium: first digest ${milliseconds(first)} after the import begins,`);
console.log(`${share.toFixed(2)} of jieba-wasm's cold start; longest task of the page's thread ${milliseconds(longest)}.\n`);
console.log('| bytes that a browser loads | as they are | gzip 9 | Brotli 11 |\n| --- | ---: | ---: | ---: |');
for (const [engine, name] of ENGINES.filter(([engine]) => files[engine].length > 0)) {
  console.log(`| ${name.split(' ')[0]}, ${files[engine].length} files | ${weigh(files[engine]).join(' | ')} |`);
}
console.log(`\nBudget of Yaodian in Brotli: ${JSON.stringify(BUDGET)}, held by tests/package.test.js.`);
