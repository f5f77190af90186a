/** Times the stages of a digest in a Node of its own: `node stages.js` with texts on standard input, the first one cold. */

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

const ROUNDS = 40;

const { instantiate } = await import('../../www/pkg/yaodian.js');
const wasm = instantiate(await WebAssembly.compile(await readFile(new URL('../../www/pkg/yaodian_bg.wasm', import.meta.url))));
const texts = JSON.parse(await text(process.stdin));

/**
 * @param {string} article
 * @returns {Record<string, number>} Milliseconds by stage, in order.
 */
function measured(article) {
  performance.clearMeasures();
  wasm.profile(article, {});
  return Object.fromEntries(performance.getEntriesByType('measure').map(({ name, duration }) => [name.slice('yaodian:'.length), duration]));
}

/** @param {Record<string, number>[]} rounds */
const least = (rounds) => Object.fromEntries(Object.keys(rounds[0]).map((stage) => [stage, Math.min(...rounds.map((round) => round[stage]))]));

const first = measured(texts[0]);
const warm = texts.map((/** @type {string} */ article) => least(Array.from({ length: ROUNDS }, () => measured(article))));
console.log(JSON.stringify({ first, warm }));
