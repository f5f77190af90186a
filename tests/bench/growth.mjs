/**
 * How time grows with length, as a Markdown table: every family of families.tsv at 50,000 and 100,000 characters, in
 * Node's wasm. Twice the text should take about twice the time: a ratio near 4 is a stage in the square of the length.
 */

import { readFileSync } from 'node:fs';
import { createSyncEngine } from '../../www/index.node.js';

const LENGTHS = [50_000, 100_000];
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

time('公园很大。', 'text');
console.log('| text | format | ms at 50,000 | ms at 100,000 | ratio |\n| --- | --- | ---: | ---: | ---: |');
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
