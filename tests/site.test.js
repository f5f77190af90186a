/** The built site: a folder any host serves, which works with the network off and says when it is new. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ARTICLE, analysisAfter, openBrowser, openPage } from './browser.js';
import { openFirefox, openFirefoxPage } from './firefox.js';
import { missingForWebKit, openWebKit } from './webkit.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = `${ROOT}dist/`;
/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  await promisify(execFile)('node', ['xtask/site.mjs'], { cwd: ROOT });
  host = await openBrowser(DIST);
});

after(() => host.close());

test('the built page reads a text, without a report of its policy', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  const digest = await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  assert.ok(digest.figures.length > 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('after one visit it works with the network off', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  const digest = await analysisAfter(page, () => page.click('[data-sample="ferry"]'));
  assert.ok(digest.figures.length > 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('after one visit it works without its server in WebKit', async (t) => {
  const missing = missingForWebKit();
  if (missing) return t.skip(`WebKit was not tried: there is no ${missing} here`);
  const webkit = await openWebKit(DIST);
  try {
    await webkit.open(webkit.url);
    await webkit.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
    }, null);
    await webkit.disconnect();
    await assert.rejects(fetch(webkit.url));
    await webkit.open(webkit.url);
    const figures = await webkit.evaluate(async () => {
      await import(/** @type {HTMLScriptElement} */ (document.querySelector('script[src]')).src);
      const digest = new Promise((resolve, reject) => {
        document.addEventListener('analysis', ({ detail }) => resolve(detail), { once: true });
        document.addEventListener('analysis-error', ({ detail }) => reject(new Error(detail.code)), { once: true });
      });
      /** @type {HTMLElement} */ (document.querySelector('[data-sample="ferry"]')).click();
      return (await digest).figures.length;
    }, null);
    assert.ok(figures > 0);
  } finally {
    await webkit.close();
  }
});

test('the hashes of the snippet and of the service worker are those of the files', async () => {
  const snippet = await readFile(`${DIST}embed.txt`, 'utf8');
  const links = [...snippet.matchAll(/(?:href|src)="https:\/\/your\.host\/([^"]+)" integrity="(sha384)-([^"]+)"/g)];
  assert.ok(links.length > 20);
  const worker = await readFile(`${DIST}sw.js`, 'utf8');
  const files = JSON.parse(/const FILES = (\[[\s\S]*?\n\]);/.exec(worker)?.[1] ?? '[]');
  assert.ok(files.length > 40);
  const hashes = [...links.map(([, path, , hash]) => ({ path, algorithm: 'sha384', hash })), ...files.map(([path, hash]) => ({ path, algorithm: 'sha256', hash }))];
  for (const { path, algorithm, hash } of hashes) {
    assert.equal(createHash(algorithm).update(await readFile(DIST + path)).digest('base64'), hash, path);
  }
});

test('integrity.json has the hash of every file, and an engine is held to it', async () => {
  const integrity = JSON.parse(await readFile(`${DIST}integrity.json`, 'utf8'));
  const files = (await readdir(DIST, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(DIST.length));
  assert.deepEqual(Object.keys(integrity).sort(), paths.filter((path) => !['integrity.json', '_headers'].includes(path)).sort());
  for (const [path, hash] of Object.entries(integrity)) {
    assert.equal(`sha384-${createHash('sha384').update(await readFile(DIST + path)).digest('base64')}`, hash, path);
  }
  const core = Object.keys(integrity).find((path) => path.endsWith('.wasm'));
  const web = Object.keys(integrity).find((path) => path.endsWith('/platform/web.js'));
  const opened = await openPage(host.browser, `${host.url}icon.svg`);
  const outcomes = await opened.page.evaluate(
    async ([url, module, ...hashes]) => {
      const { createEngine } = await import(module);
      const digestWith = (/** @type {string} */ hash) => createEngine({ wasm: new Request(url, { integrity: hash }) }).digest('公园投资9.6亿元。');
      return Promise.all(hashes.map((hash) => digestWith(hash).then((/** @type {any} */ digest) => digest.figures[0].text, (/** @type {any} */ error) => error.code)));
    },
    [`${host.url}${core}`, `${host.url}${web}`, integrity[String(core)], integrity[String(web)]],
  );
  await opened.context.close();
  assert.deepEqual(outcomes, ['9.6亿元', 'E_WASM_URL']);
});

test('the snippet shows a digest in a page of another site', async () => {
  const snippet = await readFile(`${DIST}embed.txt`, 'utf8');
  const opened = await openPage(host.browser, 'about:blank');
  const { page } = opened;
  const body = `<!doctype html><html lang="zh"><meta charset="utf-8">${snippet.replaceAll('https://your.host/', host.url).replace('……the article……', ARTICLE)}`;
  const other = `${host.url.replace('127.0.0.1', 'localhost')}news.html`;
  await page.route(other, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await opened.context.grantPermissions(['local-network-access']);
  await page.goto(other);
  await page.locator('yao-dian .points').waitFor();
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
});

/** A text after which the engine gives its memory back, by a new worker. */
const LONG = ['松原湾市公园志', ...Array.from({ length: 24_000 }, (_, index) => `松原湾市第${index + 1}座公园开放，市民可以入园游览，绿地由园林局养护。`)].join('\n');

/**
 * What a reader does between a paste and an export, a text that costs the worker among it. Runs in the page.
 *
 * @param {string[]} texts
 */
async function workOfADay(texts) {
  const view = /** @type {any} */ (document.querySelector('yao-dian'));
  const source = /** @type {HTMLTextAreaElement} */ (document.querySelector('#source'));
  for (const text of texts) {
    const read = new Promise((resolve, reject) => {
      view.addEventListener('analysis', resolve, { once: true });
      view.addEventListener('analysis-error', (/** @type {CustomEvent} */ { detail }) => reject(new Error(detail.code)), { once: true });
    });
    if (text.length < 10_000) {
      source.value = text;
      source.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
    } else {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], '稿.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }
    await read;
  }
  // Abandoned in the middle, for which the worker is stopped.
  view.text = texts[1];
  await new Promise((resolve) => setTimeout(resolve, 400));
  view.text = texts[0];
  await new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
  for (const kind of ['markdown', 'json', 'csv', 'html', 'png']) {
    const made = new Promise((resolve) => document.addEventListener('export', resolve, { once: true }));
    /** @type {HTMLElement} */ (document.querySelector(`[data-export="${kind}"]`)).click();
    await made;
  }
  await view.markdown();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return view.digest.figures.length;
}

/** Not the browser's own look for a new service worker, which it takes when it likes. @param {string} target */
const byThePage = (target) => target !== '/sw.js';

test('from paste to export the server is asked for nothing, even where the worker is replaced', async () => {
  const { page, context, faults, counts } = await openPage(host.browser, host.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState('networkidle');
  const [before, workers] = [host.arrived.length, counts.workers];
  assert.ok(await page.evaluate(workOfADay, [ARTICLE, LONG]));
  assert.ok(counts.workers > workers, 'the worker should have been replaced');
  assert.deepEqual(host.arrived.slice(before).filter(byThePage), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('in Firefox as well', async () => {
  const firefox = await openFirefox(DIST);
  try {
    const { page, faults } = await openFirefoxPage(firefox.browser, firefox.url);
    await page.evaluate(async () => {
      if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    });
    const before = firefox.arrived.length;
    assert.ok(await page.evaluate(workOfADay, [ARTICLE, LONG]));
    assert.deepEqual(firefox.arrived.slice(before).filter(byThePage), []);
    assert.deepEqual(faults, []);
  } finally {
    await firefox.close();
  }
});

test('a new version waits until it is asked for', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const worker = await readFile(`${DIST}sw.js`, 'utf8');
  await writeFile(`${DIST}sw.js`, worker.replace(/const VERSION = '(\w+)'/, "const VERSION = '$1-next'"));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await page.locator('#update').waitFor({ state: 'visible' });
  await page.locator('#source').fill(ARTICLE);
  await Promise.all([page.waitForEvent('load'), page.click('#reload')]);
  assert.equal(await page.locator('#update').isVisible(), false);
  await writeFile(`${DIST}sw.js`, worker);
  await context.close();
});
