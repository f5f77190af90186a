/** What leaves the page: copies, files, links, and the table they come from. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, openBrowser, openPage, paste } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

/**
 * @param {import('playwright-core').Page} page
 * @param {string} kind
 */
async function download(page, kind) {
  await page.click('#export > summary');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${kind}"]`)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** @param {import('playwright-core').Page} page @returns {Promise<Record<string, string>>} What is on the clipboard, by type. */
function clipboard(page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
  });
}

test('copying gives the digest as Markdown and as a formatted text', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  const digest = await analysisAfter(page, () => paste(page, ARTICLE));
  await page.click('#copy');
  await page.getByText('已复制').waitFor();
  const copied = await clipboard(page);
  assert.ok(digest.summary.points.length > 0);
  for (const point of digest.summary.points) {
    assert.ok(copied['text/plain'].includes(point.text), `should hold ${point.text}`);
    assert.ok(copied['text/html'].includes(`<li>${point.text}</li>`), `should hold ${point.text} as an item`);
  }
  assert.equal(copied['text/html'].split('<tr>').length - 2, digest.figures.length, 'should hold the table');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the table is filtered by words, and what is shown is copied, for spreadsheets and for documents', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const digest = await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  await page.locator('yao-dian .all-figures > summary').click();
  const filter = page.getByLabel('筛选表格');
  await filter.fill('西城区  投资');
  const rows = page.locator('yao-dian [part="figure-table"] tbody tr').filter({ visible: true });
  const shown = await rows.locator('.row').allTextContents();
  assert.ok(shown.includes('3.1亿元') && shown.length < digest.figures.length, String(shown));
  await page.getByText(`列出 ${shown.length} 个，共 ${digest.figures.length} 个`).waitFor();
  await page.locator('yao-dian .copy-table').click();
  await page.getByText('已复制').waitFor();
  const copied = await clipboard(page);
  const lines = copied['text/plain'].split('\n').map((line) => line.split('\t'));
  assert.deepEqual(lines.slice(1).map(([written]) => written), shown);
  assert.ok(lines.every((cells) => cells.length === 7));
  assert.equal(copied['text/html'].split('<tr>').length - 1, shown.length + 1);
  await analysisAfter(page, () => page.locator('#length').fill('2'));
  assert.equal(await filter.inputValue(), '西城区  投资', 'should outlive a new digest of the same text');
  assert.deepEqual(await rows.locator('.row').allTextContents(), shown);
  await filter.fill('');
  assert.equal(await rows.count(), digest.figures.length);
  assert.deepEqual(faults, []);
  await context.close();
});

test('whoever holds the page is told of what is taken away, and may forbid it', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  await page.locator('yao-dian .all-figures > summary').click();
  await page.evaluate(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.told = [];
    document.addEventListener('export', (event) => {
      const { kind, text } = /** @type {CustomEvent} */ (event).detail;
      scope.told.push([kind, text.length > 0]);
      event.preventDefault();
    });
    scope.saved = 0;
    URL.createObjectURL = () => String((scope.saved += 1));
    return navigator.clipboard.writeText('before');
  });
  await page.locator('yao-dian .copy-table').click();
  await page.click('#copy');
  for (const kind of ['markdown', 'json', 'csv', 'html', 'png']) {
    await page.click('#export > summary');
    await page.click(`[data-export="${kind}"]`);
  }
  await page.waitForFunction(() => /** @type {any} */ (globalThis).told.length === 7);
  const told = await page.evaluate(() => /** @type {any} */ (globalThis).told);
  assert.deepEqual(new Map(told), new Map([['table', true], ['copy', true], ['markdown', true], ['json', true], ['csv', true], ['html', true], ['png', false]]));
  assert.deepEqual(await page.evaluate(async () => [await navigator.clipboard.readText(), /** @type {any} */ (globalThis).saved]), ['before', 0]);
  await context.close();
});

test('a share link holds the text in its fragment, and no request does', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const digest = await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  const link = async (/** @type {string} */ kind) => {
    await page.click('#share > summary');
    await page.click(`[data-share="${kind}"]`);
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#y1.'));
    return page.evaluate(async () => {
      const address = await navigator.clipboard.readText();
      await navigator.clipboard.writeText('');
      return address;
    });
  };
  const whole = await link('all');
  const essence = await link('essence');
  await context.close();
  for (const [address, text] of [[whole, ARTICLE], [essence, [digest.document.headline?.text, ...digest.summary.points.map((point) => point.text)].join('\n')]]) {
    const other = await openPage(host.browser, address);
    await other.page.locator('yao-dian .points').waitFor();
    assert.equal(await other.page.locator('#source').inputValue(), text);
    for (const request of other.requests) assert.ok(!new URL(request).pathname.includes('y1') && new URL(request).search === '', request);
    assert.deepEqual(other.faults, []);
    await other.context.close();
  }
});

test('exports hold what is shown, and are the same the second time', async () => {
  const { page, context, requests, faults } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  await page.waitForLoadState('networkidle');
  const loaded = requests.length;
  const digest = await page.locator('yao-dian').evaluate((view) => /** @type {any} */ (view).digest);
  for (const [kind, ending] of [['markdown', 'md'], ['json', 'json'], ['csv', 'csv'], ['html', 'html'], ['png', 'png']]) {
    const [first, second] = [await download(page, kind), await download(page, kind)];
    assert.ok(first.bytes.equals(second.bytes), `${kind} should be stable`);
    assert.ok(first.name.endsWith(`.${ending}`), first.name);
    if (kind === 'json') assert.deepEqual(JSON.parse(first.bytes.toString()), digest);
    else if (kind === 'png') assert.deepEqual([...first.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    else for (const point of kind === 'csv' ? [] : digest.summary.points) assert.ok(first.bytes.toString().includes(point.text), kind);
  }
  assert.deepEqual(requests.slice(loaded).filter((url) => !url.startsWith('blob:')), [], 'should ask nothing of the network');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a saved page opens by itself and asks for nothing', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  const digest = await analysisAfter(page, () => page.click('[data-sample="quarter"]'));
  const { bytes } = await download(page, 'html');
  await context.close();
  const saved = await openPage(host.browser, `data:text/html;charset=utf-8;base64,${bytes.toString('base64')}`);
  assert.equal(await saved.page.locator('h1').textContent(), digest.document.headline?.text);
  assert.deepEqual(saved.requests.filter((url) => !url.startsWith('data:')), []);
  assert.deepEqual(saved.faults, []);
  await saved.context.close();
});

test('the table of figures sorts by every column', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  const digest = await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  await page.locator('yao-dian .all-figures > summary').click();
  const values = () => page.locator('yao-dian tbody tr th .row').evaluateAll((rows) => rows.map((row) => /** @type {HTMLElement} */ (row).dataset.item));
  const byPlace = await values();
  assert.equal(byPlace.length, digest.figures.length);
  const head = page.locator('yao-dian th:has(.sort)').nth(1);
  await head.locator('.sort').click();
  const numbers = (await values()).map((key) => digest.figures.find((figure) => `figure-${figure.id}` === key)?.value ?? 0);
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  await head.locator('.sort').click();
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  await page.locator('yao-dian .sort').first().click();
  assert.deepEqual(await values(), byPlace);
  await context.close();
});
