/**
 * The package in Chromium, Firefox and, where it can be driven, WebKit, as a Markdown table: the first digest of a first and
 * of a second visit, the tables after the wasm is compiled, and warm digests of 2,000 characters. Medians of some browsers.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { openBrowser, openPage } from '../browser.js';
import { openFirefox, openFirefoxPage } from '../firefox.js';
import { missingForWebKit, openWebKit } from '../webkit.js';
import { median } from './probe.js';

const RUNS = 3;
const LENGTH = 2000;
const ARTICLES = new URL('../articles/', import.meta.url);
const article = readdirSync(ARTICLES).sort().map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8')).join('\n').slice(0, LENGTH);

/** In a page: milliseconds from the import to the first digest, and how long each of many more takes, least first. */
async function timed(/** @type {{ base: string, article: string, rounds: number }} */ { base, article, rounds }) {
  const began = performance.now();
  const { digest } = await import(`${base}index.js`);
  await digest(article);
  const first = performance.now() - began;
  const warm = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await digest(article);
    warm.push(performance.now() - from);
  }
  return { first, warm: warm.sort((a, b) => a - b) };
}

/** In a page: milliseconds from the compiled module to the answer on no text, which decodes the tables that any text needs. */
async function readied(/** @type {{ base: string }} */ { base }) {
  const { createSyncEngine } = await import(`${base}index.js`);
  const module = await WebAssembly.compileStreaming(fetch(`${base}pkg/yaodian_bg.wasm`));
  const began = performance.now();
  createSyncEngine(module).digest('');
  return performance.now() - began;
}

/** @typedef {{ url: string, page: (script: Function) => Promise<any>, again: () => Promise<unknown>, close: () => Promise<void> }} Browser */

/** @type {Record<string, () => Promise<Browser>>} */
const BROWSERS = {
  async Chromium() {
    const host = await openBrowser();
    const { page } = await openPage(host.browser, `${host.url}icon.svg`);
    return { url: host.url, page: (script) => page.evaluate(/** @type {any} */ (script), setting(host.url)), again: () => page.reload(), close: host.close };
  },
  async Firefox() {
    const host = await openFirefox();
    const { page } = await openFirefoxPage(host.browser, `${host.url}icon.svg`);
    return { url: host.url, page: (script) => page.evaluate(/** @type {any} */ (script), setting(host.url)), again: () => page.reload(), close: host.close };
  },
  async WebKit() {
    const host = await openWebKit();
    await host.open(`${host.url}icon.svg`);
    return { url: host.url, page: (script) => host.evaluate(script, setting(host.url)), again: () => host.open(`${host.url}icon.svg`), close: host.close };
  },
};

const setting = (/** @type {string} */ base) => ({ base, article, rounds: 100 });

console.log(`\n| ${LENGTH.toLocaleString('en')} characters, ms | first digest | on a second visit | tables after compiling | warm, median | warm, 95 of 100 |\n| --- | ---: | ---: | ---: | ---: | ---: |`);
for (const [name, open] of Object.entries(BROWSERS)) {
  const missing = name === 'WebKit' && missingForWebKit();
  if (missing) {
    console.log(`| ${name} was not tried: there is no ${missing} here | | | | | |`);
    continue;
  }
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    // Code that one page compiled serves all of its browser.
    const fresh = await open();
    const tables = await fresh.page(readied);
    await fresh.close();
    const browser = await open();
    const visit = await browser.page(timed);
    await browser.again();
    const second = await browser.page(timed);
    await browser.close();
    runs.push([visit.first, second.first, tables, visit.warm[50], visit.warm[94]]);
  }
  console.log(`| ${[name, ...runs[0].map((_, column) => median(runs.map((run) => run[column])).toFixed(1))].join(' | ')} |`);
}
