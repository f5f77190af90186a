/** The package's API in a browser and the engine beneath it: errors, aborts, dead workers, no worker at all. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ARTICLE, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

/**
 * Runs a function in a page of ours that has loaded nothing yet.
 *
 * @template Result
 * @param {(setting: { base: string, article: string }) => Promise<Result>} script
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [prepare]
 */
async function inPage(script, prepare) {
  const opened = await openPage(host.browser, `${host.url}samples/signing.txt`);
  await prepare?.(opened.page);
  const result = await opened.page.evaluate(/** @type {any} */ (script), { base: host.url, article: ARTICLE });
  await opened.context.close();
  return { result: /** @type {Result} */ (result), ...opened };
}

test('importing does nothing; many first calls load once', async () => {
  const opened = await openPage(host.browser, `${host.url}samples/signing.txt`);
  await opened.page.evaluate((base) => import(`${base}index.js`), host.url);
  assert.equal(opened.counts.workers, 0);
  assert.ok(!opened.requests.some((url) => url.endsWith('.wasm')), 'should not load the engine on import');
  const equal = await opened.page.evaluate(async ([base, article]) => {
    const { digest } = await import(`${base}index.js`);
    const digests = await Promise.all(Array.from({ length: 50 }, () => digest(article, { sentences: 2 })));
    return digests.every((one) => JSON.stringify(one) === JSON.stringify(digests[0])) && digests[0].summary.sentences.length;
  }, [host.url, ARTICLE]);
  assert.equal(equal, 2);
  assert.equal(opened.counts.workers, 1);
  assert.equal(opened.requests.filter((url) => url.endsWith('.wasm')).length, 1);
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
});

test('two copies of the package on a page have one engine', async () => {
  const { result, counts, requests, faults } = await inPage(async ({ base, article }) => {
    const copies = await Promise.all(['index.js', 'pkg/inline.js', 'index.js?again'].map((name) => import(`${base}${name}`)));
    const digests = await Promise.all(copies.map(({ digest }) => digest(article)));
    const errors = await Promise.all(copies.map(({ digest }) => digest(0).catch((/** @type {unknown} */ error) => error)));
    const known = errors.every((error) => copies.every(({ YaodianError }) => error instanceof YaodianError));
    return [new Set(digests.map((one) => JSON.stringify(one))).size, known];
  });
  assert.deepEqual(result, [1, true]);
  assert.equal(counts.workers, 1);
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
  assert.deepEqual(faults, []);
});

test('results are plain JSON', async () => {
  const { result } = await inPage(async ({ base, article }) => {
    const { digest } = await import(`${base}index.js`);
    const given = await digest(article);
    return [JSON.stringify(given) === JSON.stringify(JSON.parse(JSON.stringify(given))), JSON.stringify(given).includes('null'), given.schema];
  });
  assert.deepEqual(result, [true, true, 1]);
});

test('a wasm that the page preloads is the one that is compiled', async () => {
  const { result, requests, faults } = await inPage(async ({ base, article }) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'fetch', type: 'application/wasm', crossOrigin: '', href: `${base}pkg/yaodian_bg.wasm` });
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
    document.head.append(link);
    await loaded;
    const { digest } = await import(`${base}index.js`);
    return (await digest(article)).schema;
  });
  assert.equal(result, 1);
  assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
  assert.deepEqual(faults, []);
});

test('every error has its code, and the engine goes on', async () => {
  const { result } = await inPage(async ({ base, article }) => {
    const { digest, markdown, YaodianError } = await import(`${base}index.js`);
    const calls = [
      () => digest(undefined),
      () => digest(null),
      () => digest(7),
      () => digest({ toString: () => article }),
      () => digest('文'.repeat(20_000_001)),
      () => digest(article, { sentence: 3 }),
      () => digest(article, { sentences: 'three' }),
      () => digest(article, { sentences: 21 }),
      () => markdown(article, { keywords: -1 }),
      () => digest(article, { words: [() => {}] }),
    ];
    const codes = [];
    for (const call of calls) {
      codes.push(await call().then(() => 'no error', (/** @type {any} */ error) => (error instanceof YaodianError ? error.code : String(error))));
    }
    return { codes, figures: (await digest(article)).figures.length };
  });
  assert.deepEqual(result.codes, [
    'E_TEXT_TYPE', 'E_TEXT_TYPE', 'E_TEXT_TYPE', 'E_TEXT_TYPE', 'E_TEXT_LENGTH',
    'E_OPTION_UNKNOWN', 'E_OPTION_TYPE', 'E_OPTION_RANGE', 'E_OPTION_RANGE', 'E_OPTION_TYPE',
  ]);
  assert.ok(result.figures > 0);
});

test('progress is told of the bytes of a slow network, and of its own engine alone', async () => {
  const { result } = await inPage(
    async ({ base }) => {
      const { createEngine } = await import(`${base}index.js`);
      const address = `${base}pkg/yaodian_bg.wasm`;
      /** @type {number[][]} */
      const told = [[], []];
      const engines = [{}, { wasm: address }].map((options, i) => createEngine({ ...options, progress: (/** @type {number} */ bytes) => told[i].push(bytes) }));
      await Promise.all(engines.map((engine) => engine.ready));
      const size = (await (await fetch(address)).arrayBuffer()).byteLength;
      return told.map((bytes) => ({ rises: bytes.every((n, i) => n > (bytes[i - 1] ?? 0)), whole: bytes.at(-1) === size }));
    },
    (page) => page.route('**/yaodian_bg.wasm', (route) => setTimeout(() => route.continue(), 100)),
  );
  assert.deepEqual(result, [{ rises: true, whole: true }, { rises: true, whole: true }]);
});

test('an abort rejects, before, while waiting and while running', async () => {
  const { result } = await inPage(async ({ base, article }) => {
    const { digest } = await import(`${base}index.js`);
    await digest(article);
    const name = (/** @type {Promise<unknown>} */ call) => call.then(() => 'settled', (/** @type {any} */ error) => error.name);
    const running = new AbortController();
    const waiting = new AbortController();
    const calls = [
      name(digest(article, {}, { signal: AbortSignal.abort() })),
      name(digest(article.repeat(300), {}, { signal: running.signal })),
      name(digest(article, {}, { signal: waiting.signal })),
      name(digest(article)),
    ];
    waiting.abort();
    running.abort();
    return Promise.all(calls);
  });
  assert.deepEqual(result, ['AbortError', 'AbortError', 'AbortError', 'settled']);
});

test('a worker that dies is replaced and its request answered', async () => {
  const { result } = await inPage(async ({ base, article }) => {
    // The first worker dies of the first request that is sent to it.
    const RealWorker = globalThis.Worker;
    let made = 0;
    globalThis.Worker = class extends RealWorker {
      #poisoned = (made += 1) === 1;
      postMessage(/** @type {any} */ message) {
        if (this.#poisoned && message.id) this.dispatchEvent(new ErrorEvent('error', { message: 'the worker died' }));
        else super.postMessage(message);
      }
    };
    const { digest } = await import(`${base}index.js`);
    const found = await digest(article);
    return { made, figures: found.figures.length > 0 };
  });
  assert.deepEqual(result, { made: 2, figures: true });
});

test('a worker that is killed twice by one text reports its length alone', async () => {
  const silent = 'addEventListener("message", ({ data }) => { if (data.module) postMessage({ ready: true }); else throw new Error("died"); });';
  const { result, counts } = await inPage(
    async ({ base, article }) => {
      const { digest } = await import(`${base}index.js`);
      return digest(article).catch((/** @type {any} */ error) => [error.code, error.message.includes(String(article.length)), error.message.includes('松原')]);
    },
    (page) => page.route('**/worker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: silent })),
  );
  assert.deepEqual(result, ['E_ENGINE_FAILED', true, false]);
  assert.equal(counts.workers, 2);
});

test('without workers the calling thread does the work', async () => {
  const { result, counts } = await inPage(async ({ base, article }) => {
    globalThis.Worker = /** @type {any} */ (class {
      constructor() {
        throw new TypeError('no workers here');
      }
    });
    const { digest } = await import(`${base}index.js`);
    const code = await digest(article, { sentences: 99 }).catch((/** @type {any} */ error) => error.code);
    return [code, (await digest(article)).figures.length > 0];
  });
  assert.deepEqual(result, ['E_OPTION_RANGE', true]);
  assert.equal(counts.workers, 0);
});

test('a worker file that is missing leads to the calling thread', async () => {
  const { result } = await inPage(
    async ({ base, article }) => {
      const { digest } = await import(`${base}index.js`);
      return (await digest(article)).figures.length > 0;
    },
    (page) => page.route('**/worker.js', (route) => route.fulfill({ status: 404, body: 'none' })),
  );
  assert.equal(result, true);
});

for (const [what, answer] of /** @type {const} */ ([
  ['HTML', { contentType: 'text/html', body: '<!doctype html>' }],
  ['404', { status: 404, body: 'none' }],
])) {
  test(`${what} in place of the wasm is told, and a later try succeeds`, async () => {
    const opened = await openPage(host.browser, `${host.url}samples/signing.txt`);
    await opened.context.route('**/yaodian_bg.wasm', (route) => route.fulfill(answer));
    const call = ([/** @type {string} */ base, /** @type {string} */ article]) =>
      import(`${base}index.js`)
        .then(({ digest }) => digest(article))
        .then((found) => found.schema, (error) => [error.code, error.message.includes('yaodian_bg.wasm')]);
    assert.deepEqual(await opened.page.evaluate(call, [host.url, ARTICLE]), ['E_WASM_URL', true]);
    await opened.context.unroute('**/yaodian_bg.wasm');
    assert.equal(await opened.page.evaluate(call, [host.url, ARTICLE]), 1);
    await opened.context.close();
  });
}

/** What a page's policy leaves of the engine: where it works, or the code of its error. @type {[policy: string, outcome: string][]} */
const POLICIES = [
  ["default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", 'worker'],
  ["script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types yaodian", 'worker'],
  ["script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'", 'thread'],
  ["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'", 'thread'],
  ["default-src 'self'; script-src 'self'", 'E_WASM_BLOCKED'],
  ["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'", 'E_WASM_URL'],
];

for (const [policy, expected] of POLICIES) {
  test(`under ${policy}: ${expected}`, async () => {
    const context = await host.browser.newContext();
    await context.route('**/policy.html', (route) => route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': policy }, body: '<!doctype html><title>policy</title>' }));
    const page = await context.newPage();
    await page.goto(`${host.url}policy.html`);
    const outcome = await page.evaluate(async ([base, article]) => {
      const { createEngine } = await import(`${base}index.js`);
      const engine = createEngine({ warn: () => {} });
      return engine.digest(article).then(() => engine.mode, (/** @type {any} */ error) => error.code);
    }, [host.url, ARTICLE]);
    assert.equal(outcome, expected);
    await context.close();
  });
}

test('the Trusted Types policy makes the worker address and no other', async () => {
  const { result, faults } = await inPage(async ({ base, article }) => {
    const { trustedTypes } = /** @type {any} */ (globalThis);
    const create = trustedTypes.createPolicy.bind(trustedTypes);
    /** @type {any[]} */
    const policies = [];
    trustedTypes.createPolicy = (/** @type {string} */ name, /** @type {any} */ rules) => {
      policies.push({ name, rules });
      return create(name, rules);
    };
    const { digest } = await import(`${base}index.js`);
    await digest(article);
    const [{ name, rules }] = policies;
    const make = (/** @type {string} */ url) => {
      try {
        return rules.createScriptURL(url);
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    };
    return { count: policies.length, name, kinds: Object.keys(rules), worker: make(`${base}worker.js`) === `${base}worker.js`, others: [make('data:text/javascript,1'), make(`${base}page.js`)] };
  });
  assert.deepEqual(result, { count: 1, name: 'yaodian', kinds: ['createScriptURL'], worker: true, others: ['TypeError', 'TypeError'] });
  assert.deepEqual(faults, []);
});

test('the server stays within its folder', async () => {
  for (const path of ['../package.json', '..%2fpackage.json', '%2e%2e/package.json', 'samples/../../package.json', 'view', 'none.html', '%00', '%']) {
    const response = await fetch(host.url + path);
    assert.equal(response.status, 404, `${path} should not be served`);
  }
  const policy = (await fetch(host.url)).headers.get('content-security-policy');
  const page = await (await fetch(`${host.url}index.html`)).text();
  assert.equal(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1], policy, 'page and server should say the same');
});
