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
