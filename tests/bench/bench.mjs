/**
 * Cold start, warm calls, memory and bytes of Yaodian beside jieba-wasm, segmentit, Intl.Segmenter and the job put together
 * from packages, in Node and in headless Chromium, and the stages of a digest, as Markdown tables.
 *
 * Yaodian's call is the whole digest with its way back to JavaScript, the assembled stack's what `stack.js` says, the
 * others' is their cut into words. Every cold start has a process or a browser of its own, files come from this machine,
 * and the engines take turns.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digest } from '../../www/index.node.js';
import { CHROMIUM } from '../browser.js';
import { timeInChromium } from './chromium.mjs';
import { median } from './probe.js';
import { prepareStack } from './stack.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLES = new URL('../articles/', import.meta.url);
const COLD_STARTS = 5;
/** @type {[engine: string, name: string][]} */
const ENGINES = [
  ['yaodian', 'Yaodian digest'],
  ['jieba', 'jieba-wasm cut'],
  ['stack', 'Stack of packages'],
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

/** The stages of the median article: its first digest and warm ones, each the least of some processes. */
function timeStages() {
  const script = fileURLToPath(new URL('stages.js', import.meta.url));
  const runs = Array.from({ length: COLD_STARTS }, () => JSON.parse(execFileSync(process.execPath, [script], { cwd: ROOT, input: JSON.stringify([article, texts[texts.length - 1]]), encoding: 'utf8' })));
  const least = (/** @type {(run: any) => number} */ field) => milliseconds(Math.min(...runs.map(field)));
  console.log('\n| stage, Node | first digest | warm | warm, the long text |\n| --- | ---: | ---: | ---: |');
  for (const stage of Object.keys(runs[0].first)) {
    console.log(`| ${stage} | ${least((run) => run.first[stage])} | ${least((run) => run.warm[0][stage])} | ${least((run) => run.warm[1][stage])} |`);
  }
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
  const of = (/** @type {(run: Times) => number | null} */ field) => {
    const values = runs.map(field).filter((value) => value !== null);
    return values.length > 0 ? median(values) : null;
  };
  return [
    ...['load', 'ready', 'first', 'cold'].map((field) => milliseconds(of((run) => run[field]))),
    ...texts.map((_, index) => milliseconds(of((run) => run.warm[index]))),
    throughput(of((run) => run.warm[texts.length - 1])),
    runs[0].memory === null ? '' : `${(runs[0].memory / 2 ** 20).toFixed(1)} MiB`,
  ];
}

/** @param {number | null} time Milliseconds for the longest text; null where it was not timed. */
function throughput(time) {
  return time === null ? '' : `${(Buffer.byteLength(texts[texts.length - 1]) / 1e3 / time).toFixed(2)} MB/s`;
}

/** @param {number | null} value */
function milliseconds(value) {
  if (value === null) return '';
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

await prepareStack();
mkdirSync(join(ROOT, 'target/bench'), { recursive: true });
writeFileSync(join(ROOT, 'target/bench/setting.json'), JSON.stringify({ article, texts }));
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
    const timed = await timeInChromium(ROOT, engine);
    inPage[engine].push(timed.result);
    files[engine] = timed.files;
  }
  const timed = await timeInChromium(ROOT, 'package');
  packaged.push(timed.result);
  files.yaodian = timed.files;
}

const labels = [
  'load: fetch, compile',
  'ready: a call on one character',
  `first article, ${article.length} characters`,
  '**cold start, all three**',
  ...texts.map((text) => `warm, ${text.length.toLocaleString('en')} characters`),
  `throughput, ${texts[texts.length - 1].length.toLocaleString('en')} characters`,
  'wasm memory, at the first article',
];
const chromium = execFileSync(CHROMIUM, ['--version'], { encoding: 'utf8' }).trim();
console.log(`Node ${process.versions.node}, ${chromium}; medians of ${COLD_STARTS} cold starts.`);
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
timeStages();
console.log(`\nBudget of Yaodian in Brotli: ${JSON.stringify(BUDGET)}, held by tests/package.test.js.`);
