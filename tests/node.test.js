/** The engine in Node, in a worker and on the calling thread: order, aborts, limits, memory, and an end. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { createEngine, createSyncEngine, digest, YaodianError } from '../www/index.node.js';
import { ARTICLE } from './browser.js';

const WASM = new URL('../www/pkg/yaodian_bg.wasm', import.meta.url);
const module = await WebAssembly.compile(await readFile(WASM));

/** Takes seconds, and more memory than a worker may keep. */
const LONG = '\n'.repeat(8_000_000);

/**
 * @param {Promise<unknown>} call
 * @returns {Promise<string>} Its error's code or name.
 */
const fault = (call) => call.then(() => 'none', (error) => error.code?.toString().startsWith('E_') ? error.code : error.name);

/** Starts workers and counts those that live. */
function counted() {
  const workers = { started: 0, alive: 0 };
  const worker = () => {
    const made = new Worker(new URL('../www/worker.node.js', import.meta.url));
    workers.started += 1;
    workers.alive += 1;
    made.once('exit', () => (workers.alive -= 1));
    return made;
  };
  return { workers, worker };
}

/**
 * Waits for what is certain to come, and not for ever.
 *
 * @param {() => boolean} condition
 */
async function until(condition) {
  const began = performance.now();
  while (!condition()) {
    assert.ok(performance.now() - began < 60_000, `should come to be: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** @returns {number} Bytes, without what only waits to be collected. */
function heapInUse() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

test('worker, thread and synchronous form give one digest', async (t) => {
  const options = { sentences: 2, tokens: true };
  const [inWorker, onThread] = [createEngine(), createEngine({ worker: false })];
  t.after(() => [inWorker, onThread].forEach((engine) => engine.dispose()));
  const sync = createSyncEngine(module);
  const expected = sync.digest(ARTICLE, options);
  assert.deepEqual(await inWorker.digest(ARTICLE, options), expected);
  assert.deepEqual(await onThread.digest(ARTICLE, options), expected);
  assert.deepEqual([inWorker.mode, onThread.mode], ['worker', 'thread']);
  assert.equal(await inWorker.markdown(ARTICLE), sync.markdown(ARTICLE));
});

/**
 * @param {any} value
 * @returns {{ start: number, end: number, text: string }[]} What is in it that has a place and words.
 */
function placed(value) {
  if (value === null || typeof value !== 'object') return [];
  const own = typeof value.start === 'number' && typeof value.text === 'string' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(placed)];
}

test('what has a place has the words of the caller there, halves of characters included', async (t) => {
  const engine = createEngine();
  t.after(() => engine.dispose());
  const text = ARTICLE.replace('去年', `松原湾市投资促进局局长叶望舒说：“公司\ud83d签约项目12个，总投资3.5亿元，😀明年还将\udfb7再签约8个。”\n去年`);
  for (const digest of [await engine.digest(text), createSyncEngine(module).digest(text)]) {
    const found = placed(digest);
    assert.ok(found.length > 20);
    assert.ok(found.some((one) => /\p{Surrogate}/u.test(one.text)), 'something should hold half a character');
    for (const { start, end, text: words } of found) assert.equal(words, text.slice(start, end));
  }
});

test('the wasm may come as an address, a request, a response, bytes, a module, or a promise of them', async () => {
  const bytes = await readFile(WASM);
  const served = `data:application/wasm;base64,${bytes.toString('base64')}`;
  const sources = [WASM, WASM.href, new Request(served), new Response(bytes), await fetch(served), bytes, new Uint8Array(bytes).buffer, module, Promise.resolve(module)];
  for (const wasm of sources) {
    const engine = createEngine({ wasm, worker: false });
    assert.equal((await engine.digest(ARTICLE)).schema, 1);
    engine.dispose();
  }
});

test('a module may come from another realm', async (t) => {
  const foreign = runInNewContext('new WebAssembly.Module(bytes)', { bytes: await readFile(WASM) });
  assert.ok(!(foreign instanceof WebAssembly.Module));
  const engine = createEngine({ wasm: foreign, worker: false });
  t.after(() => engine.dispose());
  assert.deepEqual(await engine.digest(ARTICLE), createSyncEngine(foreign).digest(ARTICLE));
});

test('a source that is not the wasm is told, and so are options that are not', async () => {
  const sources = [new URL('none.wasm', WASM), 'data:text/html,<!doctype html>', new Response('gone', { status: 404 }), Uint8Array.of(1, 2, 3), Uint8Array.of(0, 0x61, 0x73, 0x6d, 9)];
  for (const wasm of sources) assert.equal(await fault(createEngine({ wasm }).digest(ARTICLE)), 'E_WASM_URL');
  const rejected = createEngine({ wasm: Promise.reject(new YaodianError('E_WASM_BLOCKED', 'by us')) });
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(await fault(rejected.digest(ARTICLE)), 'E_WASM_BLOCKED');
  assert.equal(await fault(createEngine({ wasm: Promise.reject(new TypeError('offline')) }).digest(ARTICLE)), 'E_WASM_URL');
  const option = (/** @type {any} */ options) => fault((async () => createEngine(options))());
  assert.deepEqual(await Promise.all([{ was: 1 }, { maxLength: 0 }, { maxLength: 1e9 }, { worker: true }, { deadline: -1 }].map(option)), ['E_OPTION_UNKNOWN', ...Array(4).fill('E_OPTION_RANGE')]);
  assert.throws(() => createSyncEngine(/** @type {any} */ (new Uint8Array(8))), { code: 'E_OPTION_TYPE' });
});

test('a failed load is tried again by the next request, and parallel ones share it', async (t) => {
  let asked = 0;
  const { fetch } = globalThis;
  t.after(() => (globalThis.fetch = fetch));
  globalThis.fetch = async () => {
    asked += 1;
    return asked === 1 ? new Response('busy', { status: 503 }) : new Response(await readFile(WASM));
  };
  const engine = createEngine({ wasm: 'https://wasm.example/core.wasm' });
  t.after(() => engine.dispose());
  const calls = async () => new Set(await Promise.all(Array.from({ length: 100 }, () => fault(engine.digest(ARTICLE)))));
  assert.deepEqual(await calls(), new Set(['E_WASM_URL']));
  assert.deepEqual(await calls(), new Set(['none']));
  assert.equal(asked, 2);
});

test('options are read when they are given', async (t) => {
  const engine = createEngine();
  t.after(() => engine.dispose());
  const options = { sentences: 1 };
  const reading = engine.digest(ARTICLE, options);
  options.sentences = 99;
  assert.equal((await reading).summary.sentences.length, 1);
  assert.equal(await fault(engine.digest(ARTICLE, { get sentences() { throw new Error('getter'); } })), 'E_OPTION_TYPE');
});

test('an abort rejects at once and stops long work', async (t) => {
  const { workers, worker } = counted();
  const engine = createEngine({ worker, deadline: 100_000 });
  t.after(() => engine.dispose());
  await engine.ready;
  const controller = new AbortController();
  const long = fault(engine.digest(LONG, {}, { signal: controller.signal }));
  const waiting = engine.digest(ARTICLE);
  await new Promise((resolve) => setTimeout(resolve, 150));
  controller.abort();
  assert.equal(await Promise.race([long, waiting.then(() => 'the next one came first')]), 'AbortError');
  assert.equal((await waiting).schema, 1);
  assert.equal(workers.started, 2, 'should end the worker of the aborted work');
  assert.equal(engine.mode, 'worker');
  assert.equal(await fault(engine.digest(ARTICLE, {}, { signal: AbortSignal.abort(new TypeError('mine')) })), 'TypeError');
});

/** @param {Promise<unknown>} work @returns {Promise<number>} How often other work of the thread had its turn meanwhile. */
async function turnsDuring(work) {
  let turns = 0;
  let ended = false;
  const settled = work.finally(() => (ended = true));
  while (!ended) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await settled;
  return turns;
}

test('without a worker, a digest lets other work of the thread between its stages, and an abort stops it there', async (t) => {
  const engine = createEngine({ wasm: module, worker: false });
  t.after(() => engine.dispose());
  await engine.ready;
  // Every stage of it takes longer than a slice.
  const long = ARTICLE.repeat(1000);
  const stages = new Promise((resolve) => resolve(engine.digest(long)));
  assert.ok((await turnsDuring(stages)) >= 8);
  assert.deepEqual(await stages, createSyncEngine(module).digest(long));

  const controller = new AbortController();
  const aborted = fault(engine.digest(long, {}, { signal: controller.signal }));
  const began = performance.now();
  let turns = 0;
  while (turns < 4) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  controller.abort();
  assert.equal(await aborted, 'AbortError');
  const next = await engine.digest(ARTICLE);
  assert.deepEqual(next, createSyncEngine(module).digest(ARTICLE), 'what was begun leaves nothing');
  t.diagnostic(`aborted and answered the next text after ${(performance.now() - began).toFixed(0)} ms`);
});

test('work that overruns its deadline is stopped, and what waits is answered first', async (t) => {
  const engine = createEngine({ worker: () => new Worker(new URL('chaos/worker.node.js', import.meta.url)) });
  t.after(() => engine.dispose());
  await engine.ready;
  /** @type {string[]} */
  const order = [];
  const spinning = engine.digest('☠spin ').catch((error) => order.push(`${error.code} ${/no answer within 2000 ms/.test(error.message)}`));
  await Promise.all([spinning, engine.digest(ARTICLE).then(() => order.push('answered'))]);
  assert.deepEqual(order, ['answered', 'E_ENGINE_FAILED true']);
});

test('a text over the limit is refused before it is copied', async () => {
  const engine = createEngine({ maxLength: 10, worker: false });
  assert.equal(await fault(engine.digest('一'.repeat(11))), 'E_TEXT_LENGTH');
  assert.equal(await fault(engine.digest('一'.repeat(10))), 'none');
  const before = process.memoryUsage().rss;
  const huge = 'x'.repeat(100_000_000);
  assert.equal(await fault(digest(huge)), 'E_TEXT_LENGTH');
  assert.ok(process.memoryUsage().rss - before < 150_000_000);
});

test('a worker that a long text made large is replaced when it is idle', async (t) => {
  const { workers, worker } = counted();
  const engine = createEngine({ worker, deadline: 100_000 });
  t.after(() => engine.dispose());
  await engine.digest(LONG);
  await until(() => workers.started === 2 && workers.alive === 1);
  assert.equal((await engine.digest(ARTICLE)).schema, 1);
  assert.equal(workers.started, 2, 'a short text leaves the worker as it is');
});

test('many texts come in order, are taken as there is room, and end with their reader', async (t) => {
  const engine = createEngine();
  t.after(() => engine.dispose());
  let [taken, given, closed] = [0, 0, false];
  async function* texts() {
    try {
      for (let count = 1; count <= 50; count += 1) {
        taken += 1;
        yield `长宁区签约${count}亿元。`;
      }
    } finally {
      closed = true;
    }
  }
  for await (const { figures } of engine.digestMany(texts())) {
    given += 1;
    assert.equal(figures[0].text, `${given}亿元`);
    assert.ok(taken - given <= 2, `${taken} taken, ${given} given`);
  }
  assert.deepEqual([given, closed], [50, true]);
  [taken, given, closed] = [0, 0, false];
  for await (const { schema } of engine.digestMany(texts())) if ((given += schema) === 3) break;
  assert.ok(taken <= 5);
  assert.equal(closed, true);
});

test('a digest of many does not wait for the next text', async (t) => {
  const engine = createEngine();
  t.after(() => engine.dispose());
  /** @type {(value?: unknown) => void} */
  let answered = () => {};
  async function* conversation() {
    yield '长宁区签约51亿元。';
    await new Promise((resolve) => (answered = resolve));
    yield '嘉定区签约62亿元。';
  }
  const found = [];
  for await (const { figures } of engine.digestMany(conversation())) {
    found.push(figures[0].text);
    answered();
  }
  assert.deepEqual(found, ['51亿元', '62亿元']);
});

test('the first error of many ends them, and an abort does, even between texts', async (t) => {
  const engine = createEngine();
  t.after(() => engine.dispose());
  const all = async (/** @type {AsyncIterable<unknown>} */ digests) => {
    let count = 0;
    try {
      for await (const digest of digests) count += Number(digest !== null);
      return [count, 'none'];
    } catch (error) {
      return [count, /** @type {any} */ (error).code ?? /** @type {any} */ (error).name];
    }
  };
  assert.deepEqual(await all(engine.digestMany(/** @type {any} */ (['文', '文', 7, '文']))), [2, 'E_TEXT_TYPE']);
  const controller = new AbortController();
  const stalled = { async *[Symbol.asyncIterator]() { yield '文'; await new Promise(() => {}); } };
  setTimeout(() => controller.abort(new TypeError('enough')), 500);
  const [count, name] = await all(engine.digestMany(stalled, {}, { signal: controller.signal }));
  assert.deepEqual([count, name], [1, 'TypeError']);
});

test('what is not answered when an engine is disposed of is rejected, and so is all that follows', async () => {
  const { workers, worker } = counted();
  const engine = createEngine({ worker });
  const calls = Array.from({ length: 20 }, () => fault(engine.digest(ARTICLE)));
  engine.dispose();
  engine.dispose();
  assert.deepEqual(new Set(await Promise.all(calls)), new Set(['E_DISPOSED']));
  assert.equal(await fault(engine.digest(ARTICLE)), 'E_DISPOSED');
  await until(() => workers.alive === 0);
  if (Symbol.dispose) assert.equal(engine[Symbol.dispose](), undefined);
});

test('two hundred engines leave no worker and no more heap than a few', async () => {
  const { workers, worker } = counted();
  const cycle = async () => {
    const engine = createEngine({ wasm: module, worker });
    assert.equal((await engine.digest('长宁区签约51亿元。')).figures.length, 1);
    engine.dispose();
  };
  for (let round = 0; round < 20; round += 1) await cycle();
  await until(() => workers.alive === 0);
  const before = heapInUse();
  for (let round = 0; round < 200; round += 1) await cycle();
  await until(() => workers.alive === 0);
  assert.equal(workers.started, 220);
  const grown = heapInUse() - before;
  assert.ok(grown < 1_000_000, `the heap grew by ${grown} bytes`);
});

test('a text that needs more memory than there is fails with its code, and the engine goes on', async (t) => {
  const engine = createEngine({ deadline: 100_000 });
  t.after(() => engine.dispose());
  const error = await engine.digest('王'.repeat(600_000)).catch((failure) => failure);
  assert.equal(error.code, 'E_ENGINE_FAILED');
  assert.match(error.message, /on a text of 600000 UTF-16 units: .*, holding \d+ MiB of memory$/);
  assert.equal((await engine.digest(ARTICLE)).schema, 1);
});
