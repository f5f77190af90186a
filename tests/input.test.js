/** What the engine takes as text and as options: limits, types, and values made to deceive. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createEngine } from '../www/index.node.js';
import { ARTICLE } from './browser.js';

const engine = createEngine({ worker: false });

after(() => engine.dispose());

/**
 * @param {any} text
 * @param {any} [options]
 * @returns {Promise<string>} The code of the error, or `ok`.
 */
function outcome(text, options) {
  return engine.digest(text, options).then(() => 'ok', ({ code }) => code);
}

test('a text of the longest length is taken, one unit more is not', async () => {
  const short = createEngine({ worker: false, maxLength: 6 });
  const codes = ['公园很大！'.concat('啊'), '公园很大！啊！', '😀😀😀', '😀😀😀。'].map((text) => short.digest(text).then(() => 'ok', ({ code }) => code));
  assert.deepEqual(await Promise.all(codes), ['ok', 'E_TEXT_LENGTH', 'ok', 'E_TEXT_LENGTH']);
});

test('what is no string is no text', async () => {
  const values = [undefined, null, 7, 7n, true, Symbol('文'), [ARTICLE], new String(ARTICLE), { toString: () => ARTICLE }, () => ARTICLE];
  for (const value of values) assert.equal(await outcome(value), 'E_TEXT_TYPE', typeof value);
});

/** @type {[options: any, code: string][]} */
const OPTIONS = [
  [undefined, 'ok'],
  [null, 'ok'],
  [{}, 'ok'],
  [{ sentences: undefined }, 'ok'],
  [Object.create({ sentences: 99 }), 'ok'],
  [Object.assign(Object.create(null), { sentences: 2 }), 'ok'],
  [JSON.parse('{"__proto__": {"sentences": 2}}'), 'E_OPTION_UNKNOWN'],
  [{ constructor: 1 }, 'E_OPTION_UNKNOWN'],
  [{ ['句'.repeat(10_000_000)]: 1 }, 'E_OPTION_UNKNOWN'],
  [[], 'E_OPTION_TYPE'],
  ['sentences', 'E_OPTION_TYPE'],
  [7, 'E_OPTION_TYPE'],
  [() => {}, 'E_OPTION_TYPE'],
  [new Proxy({}, { ownKeys: () => ['sentences'] }), 'E_OPTION_TYPE'],
  [{ get sentences() { throw new Error('a getter'); } }, 'E_OPTION_TYPE'],
  [{ sentences: 0 }, 'E_OPTION_RANGE'],
  [{ sentences: -0 }, 'E_OPTION_RANGE'],
  [{ sentences: NaN }, 'E_OPTION_RANGE'],
  [{ sentences: Infinity }, 'E_OPTION_RANGE'],
  [{ keywords: 2 ** 53 }, 'E_OPTION_RANGE'],
  [{ keywords: -0 }, 'ok'],
  [{ keywords: 5n }, 'E_OPTION_TYPE'],
  [{ keywords: new Number(5) }, 'E_OPTION_TYPE'],
  [{ figures: null }, 'E_OPTION_TYPE'],
  [{ format: 'x'.repeat(10_000_000) }, 'E_OPTION_RANGE'],
  [{ referenceDate: new Date(0) }, 'E_OPTION_TYPE'],
  [{ tokens: 'true' }, 'E_OPTION_TYPE'],
  [{ words: ['x'.repeat(10_000_000)] }, 'E_OPTION_RANGE'],
  [{ words: Array(10_001).fill('公园') }, 'E_OPTION_RANGE'],
  [{ words: [{ word: '公园', tag: 7 }] }, 'E_OPTION_TYPE'],
  [{ words: { 0: '公园', length: 1 } }, 'E_OPTION_TYPE'],
  [{ marks: [{ block: -1, as: 'body' }] }, 'E_OPTION_TYPE'],
  [{ marks: [{ block: 0, as: 'constructor' }] }, 'E_OPTION_TYPE'],
];

test('options are copied key by key and checked', async (t) => {
  for (const [index, [options, code]] of OPTIONS.entries()) {
    assert.equal(await outcome(ARTICLE, options), code, `row ${index}`);
  }
  t.diagnostic(`${OPTIONS.length} options`);
});

test('a refusal tells of no more than the first of what was given', async () => {
  const message = await engine.digest(ARTICLE, { format: /** @type {any} */ ('密'.repeat(1000)) }).catch((error) => error.message);
  assert.ok(message.length < 200, message);
});

test('options that hold themselves are refused or read, and end', async () => {
  const own = /** @type {any} */ ({ words: [] });
  own.words.push(own);
  assert.equal(await outcome(ARTICLE, own), 'E_OPTION_TYPE');
});

test('a hundred million characters are refused before anything is started, sent or copied', async (t) => {
  const text = '文'.repeat(100_000_000);
  let started = 0;
  const compile = t.mock.method(WebAssembly, 'compile', () => assert.fail('should compile nothing'));
  const fresh = createEngine({ worker: () => (started += 1) });
  t.after(() => fresh.dispose());
  const before = process.memoryUsage();
  for (const one of [fresh, createEngine({ worker: false })]) {
    assert.equal(await one.digest(text).then(() => 'ok', ({ code }) => code), 'E_TEXT_LENGTH');
  }
  const after = process.memoryUsage();
  assert.deepEqual([compile.mock.callCount(), started], [0, 0]);
  assert.equal(after.arrayBuffers, before.arrayBuffers, 'should make no buffer of it');
  assert.ok(after.rss - before.rss < 16 * 2 ** 20, 'should copy nothing');
});

test('what refused options leaves the engine as it was', async () => {
  const before = JSON.stringify(await engine.digest(ARTICLE));
  for (const [options] of OPTIONS) await outcome(ARTICLE, options);
  assert.equal(JSON.stringify(await engine.digest(ARTICLE)), before);
});
