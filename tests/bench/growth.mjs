/**
 * How time grows with length, as Markdown tables: lines of our articles in ever longer texts, and every family of
 * families.tsv at 50,000 and 100,000 characters, in Node's wasm. Twice the text should take about twice the time: a ratio
 * near 4 is a stage in the square of the length.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { createSyncEngine } from '../../www/index.node.js';

const LENGTHS = [50_000, 100_000];
const PROSE_LENGTHS = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000];
const ROUNDS = 5;
const ARTICLES = new URL('../articles/', import.meta.url);
const module = await WebAssembly.compile(readFileSync(new URL('../../www/pkg/yaodian_bg.wasm', import.meta.url)));
const engine = createSyncEngine(module);
const rows = readFileSync(new URL('families.tsv', import.meta.url), 'utf8').trimEnd().split('\n');

/**
 * @param {string} text
 * @param {'text' | 'html'} format
 */
function time(text, format) {
  const began = performance.now();
  engine.digest(text, { format });
  return performance.now() - began;
}

/** @param {string} text */
const leastTime = (text) => Math.min(...Array.from({ length: ROUNDS }, () => time(text, 'text')));

const prose = readdirSync(ARTICLES).map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8')).join('\n');
time(prose, 'text');
console.log('| characters of prose | ms | ratio | µs a character |\n| ---: | ---: | ---: | ---: |');
let last = 0;
for (const length of PROSE_LENGTHS) {
  const taken = leastTime(prose.repeat(Math.ceil(length / prose.length)).slice(0, length));
  console.log(`| ${length.toLocaleString('en')} | ${taken.toFixed(1)} | ${last > 0 ? (taken / last).toFixed(1) : ''} | ${((taken * 1000) / length).toFixed(1)} |`);
  last = taken;
}

console.log('\n| text | format | ms at 50,000 | ms at 100,000 | ratio |\n| --- | --- | ---: | ---: | ---: |');
for (const row of rows.filter((row) => !row.startsWith('#'))) {
  const [label, sort, escaped] = row.split('\t');
  const piece = JSON.parse(`"${escaped.replaceAll('"', '\\"')}"`);
  for (const format of /** @type {const} */ (['text', 'html'])) {
    if (sort === 'html' && format === 'text') continue;
    const texts = LENGTHS.map((length) => piece.repeat(length / piece.length));
    const [half, whole] = texts.map((text) => time(format === 'html' ? `<h1>海州</h1><p>${text}</p>` : text, format));
    console.log(`| ${label} | ${format} | ${half.toFixed(0)} | ${whole.toFixed(0)} | ${(whole / half).toFixed(1)} |`);
  }
}
