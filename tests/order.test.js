/** A digest follows from its text and options alone: not from what was read before, at the same time, or by others. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine, createSyncEngine } from '../www/index.node.js';

const ARTICLES = new URL('articles/', import.meta.url);
const TEXTS = 500;
const ORDERS = 20;
/** Of a caller who would cut everything in another way. */
const WORDS = ['的', '年', '亿元', '公司表示', '记者从'];

const module = await WebAssembly.compile(readFileSync(new URL('../www/pkg/yaodian_bg.wasm', import.meta.url)));
const articles = readdirSync(ARTICLES).sort().map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8'));
const lines = articles.flatMap((article) => article.split('\n').filter((line) => line.trim()));
const drawn = chance(7);
const line = () => lines[Number(drawn.next().value) % lines.length];
/** Five hundred of three lines each. */
const texts = Array.from({ length: TEXTS }, () => [line(), line(), line()].join('\n'));

/** Numbers that look like chance and are the same in every run (Park and Miller). @param {number} seed */
function* chance(seed) {
  for (let state = seed; ; yield state) state = (state * 48_271) % 2_147_483_647;
}

/**
 * @param {number} seed
 * @returns {number[]} The numbers of the texts in an order of its own.
 */
function shuffled(seed) {
  const order = texts.map((_, index) => index);
  const next = chance(seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Number(next.next().value) % (last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

test('five hundred texts in twenty orders have one digest each', (t) => {
  const fresh = () => createSyncEngine(module);
  const first = fresh();
  const expected = texts.map((text) => JSON.stringify(first.digest(text)));
  assert.equal(new Set(expected).size, TEXTS);
  const engine = fresh();
  const other = fresh();
  for (let seed = 1; seed <= ORDERS; seed += 1) {
    for (const [place, index] of shuffled(seed).entries()) {
      // Words of one caller are none of the other's.
      if (place % 100 === seed) other.digest(texts[index], { words: WORDS, sentences: 1 });
      assert.ok(JSON.stringify(engine.digest(texts[index])) === expected[index], `text ${index} in order ${seed}`);
    }
  }
  t.diagnostic(`${TEXTS * ORDERS} digests compared`);
});

test('and all at once, in a worker, beside another engine', async (t) => {
  const [engine, other] = [createEngine(), createEngine()];
  t.after(() => [engine, other].forEach((one) => one.dispose()));
  const sync = createSyncEngine(module);
  const order = shuffled(99);
  const both = order.map((index) => Promise.all([engine.digest(texts[index]), other.digest(texts[index], { words: WORDS })]));
  for (const [place, [digest]] of (await Promise.all(both)).entries()) {
    assert.ok(JSON.stringify(digest) === JSON.stringify(sync.digest(texts[order[place]])), `text ${order[place]}`);
  }
});
