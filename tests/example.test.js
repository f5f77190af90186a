/** The bare example: one script tag and an article. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

test('the example has one script tag', async () => {
  const html = await readFile(new URL('../www/example.html', import.meta.url), 'utf8');
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script type="module" src="./define.js">']);
});

test('the example shows the digest of its article', async () => {
  const { page, context, faults } = await openPage(host.browser, `${host.url}example.html`);
  await page.locator('yao-dian .points li').first().waitFor();
  const article = (await page.locator('yao-dian article').textContent()) ?? '';
  const points = await page.locator('yao-dian .point').allTextContents();
  assert.equal(points.length, 2, 'should follow sentences="2"');
  for (const point of points) assert.ok(article.includes(point), `${point} should stand in the article`);
  assert.ok((await page.locator('yao-dian .card').count()) > 0);
  assert.equal(await page.locator('yao-dian article').isVisible(), false, 'the digest shows the article itself');
  assert.deepEqual(faults, []);
  await context.close();
});

test('without JavaScript the article can be read', async () => {
  const { page, context } = await openPage(host.browser, `${host.url}example.html`, { javaScriptEnabled: false });
  assert.equal(await page.locator('yao-dian h1').isVisible(), true);
  await context.close();
});
