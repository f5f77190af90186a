/** The engine among texts that trap, overflow the stack, take all memory, never end or cannot be sent. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createEngine } from '../www/index.node.js';
import { openBrowser, openPage } from './browser.js';
import { chaos } from './chaos/run.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARTICLES = new URL('articles/', import.meta.url);
const articles = readdirSync(ARTICLES).map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8'));

const EXPECTED = {
  settled: 1000,
  equal: 950,
  codes: {
    'trap E_ENGINE_FAILED': 16,
    'overflow E_ENGINE_FAILED': 12,
    'memory E_ENGINE_FAILED': 10,
    'clone E_OPTION_TYPE': 10,
    'spin E_ENGINE_FAILED': 2,
  },
  mode: 'worker',
  after: true,
};

const startPoisoned = () => new Worker(new URL('chaos/worker.node.js', import.meta.url));

test('in Node, all of a thousand requests settle and the good ones equal a quiet run', async () => {
  assert.deepEqual(await chaos(createEngine, startPoisoned, articles), EXPECTED);
});

test('in a browser, all of a thousand requests settle and the good ones equal a quiet run', async (t) => {
  const host = await openBrowser(ROOT);
  t.after(() => host.close());
  const { page } = await openPage(host.browser, `${host.url}www/samples/signing.txt`);
  const outcome = await page.evaluate(
    async ([base, texts]) => {
      const { trustedTypes } = /** @type {any} */ (globalThis);
      // The server's policy allows this one name, which the engine does not use for a worker that is given.
      const policy = trustedTypes.createPolicy('yaodian', { createScriptURL: (/** @type {string} */ url) => url });
      const [{ createEngine }, { chaos }] = await Promise.all([import(`${base}www/index.js`), import(`${base}tests/chaos/run.js`)]);
      return chaos(createEngine, () => new Worker(policy.createScriptURL(`${base}tests/chaos/worker.js`), { type: 'module' }), texts);
    },
    /** @type {[string, string[]]} */ ([host.url, articles]),
  );
  assert.deepEqual(outcome, EXPECTED);
});

test('workers that keep dying lead to the calling thread, with a notice, and what killed them is reported', async () => {
  /** @type {string[]} */
  const notices = [];
  const engine = createEngine({ worker: startPoisoned, warn: (notice) => notices.push(notice) });
  const deadly = Array.from({ length: 4 }, () => engine.digest('☠die ').then(() => 'no error', (error) => error.code));
  const good = articles.map((article) => engine.digest(article));
  assert.deepEqual(await Promise.all(deadly), Array(4).fill('E_ENGINE_FAILED'));
  assert.ok((await Promise.all(good)).every((digest) => digest.schema === 1));
  assert.equal(engine.mode, 'thread');
  assert.equal(notices.length, 1);
});
