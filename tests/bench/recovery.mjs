/**
 * How long it takes to go on after a failure and to stop, in Node, as a Markdown table: a fresh instance from the compiled
 * module, the next digest after a worker died, the rejection of an abort. Medians and the longest of some rounds.
 */

import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createEngine, createSyncEngine } from '../../www/index.node.js';
import { ARTICLE } from '../browser.js';
import { median } from './probe.js';

const ROUNDS = 20;
const module = await WebAssembly.compile(readFileSync(new URL('../../www/pkg/yaodian_bg.wasm', import.meta.url)));
/** One whose worker is replaced more than three times a minute would stay on the calling thread. */
const newEngine = () => createEngine({ wasm: module, worker: () => new Worker(new URL('../chaos/worker.node.js', import.meta.url)) });

/**
 * @param {string} label
 * @param {() => number | Promise<number>} measure Milliseconds.
 */
async function row(label, measure) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
  console.log(`| ${label} | ${median(times).toFixed(2)} | ${Math.max(...times).toFixed(2)} |`);
}

/** Milliseconds from an abort, `delay` after the request, until the caller is told. */
async function abortion(/** @type {import('../../www/index.js').Engine} */ engine, /** @type {number} */ delay) {
  const controller = new AbortController();
  const told = engine.digest(ARTICLE.repeat(300), {}, { signal: controller.signal }).then(() => NaN, () => performance.now());
  await new Promise((resolve) => setTimeout(resolve, delay));
  const began = performance.now();
  controller.abort();
  return (await told) - began;
}

createSyncEngine(module).digest(ARTICLE);
console.log('\n| what, Node | median, ms | longest, ms |\n| --- | ---: | ---: |');
await row('a fresh instance of the compiled module, and an article by it', () => {
  const began = performance.now();
  createSyncEngine(module).digest(ARTICLE);
  return performance.now() - began;
});
await row('a worker dies of a text: until the next text has its digest', async () => {
  const engine = newEngine();
  await engine.digest(ARTICLE);
  const died = engine.digest('☠die ').catch(() => {});
  const began = performance.now();
  await engine.digest(ARTICLE);
  const taken = performance.now() - began;
  await died;
  engine.dispose();
  return taken;
});
const engine = createEngine();
await engine.ready;
await row('an abort of what waits or has just begun: until the caller is told', () => abortion(engine, 0));
await row('an abort of what has run for 20 ms', () => abortion(engine, 20));
engine.dispose();
const thread = createEngine({ wasm: module, worker: false });
await thread.ready;
await row('the same on the calling thread, between two stages', () => abortion(thread, 20));
thread.dispose();
