/** The desk: HTML and files in, lengths and marks, undo and redo, links, history, exports, long texts. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, dropFile, openBrowser, openPage, paste, pasteData } from './browser.js';
import { wordXml, zipOf } from './docx.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

const LINES = ARTICLE.trim().split('\n');
const HTML = `<html><body><!--StartFragment--><h1>${LINES[0]}</h1><div class="meta">${LINES[1]}</div>
${LINES.slice(2, 7).map((line) => `<p><span style="color:red">${line}</span></p>`).join('\n')}<!--EndFragment--></body></html>`;

/** @param {import('playwright-core').Page} page */
function shownText(page) {
  return page.locator('yao-dian .text').evaluate((text) => text.textContent ?? '');
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} kind
 */
async function download(page, kind) {
  await page.click('#export > summary');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${kind}"]`)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('pasted HTML is read by its structure, and the box shows its text', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  const digest = await analysisAfter(page, () => pasteData(page, { 'text/html': HTML, 'text/plain': LINES.join(' ') }));
  assert.equal(digest.document.headline?.text, LINES[0]);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('#source')).value !== '');
  assert.equal(await page.locator('#source').inputValue(), digest.document.text);
  assert.equal(await page.locator('yao-dian').evaluate((view) => /** @type {any} */ (view).text), digest.document.text);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a paste of plain text alone, as by Ctrl+Shift+V, is read as it is', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => paste(page, ARTICLE));
  assert.equal(await page.locator('#source').inputValue(), ARTICLE);
  await context.close();
});

test('HTML without structure is pasted as its words', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await analysisAfter(page, async () => {
    await page.evaluate((text) => navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([`<b>${text}</b>`], { type: 'text/html' }) })]), LINES[2]);
    await page.focus('#source');
    await page.keyboard.press('ControlOrMeta+V');
  });
  assert.equal(await page.locator('#source').inputValue(), LINES[2]);
  await context.close();
});

test('a paste outside the box is a new text', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#source').fill('宁溪县投资3亿元建设水库。'));
  await analysisAfter(page, () =>
    page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, ARTICLE),
  );
  assert.equal(await page.locator('#source').inputValue(), ARTICLE);
  await context.close();
});

const FILES = [
  { name: '稿.html', bytes: Buffer.from(HTML), holds: LINES[0] },
  { name: '稿.md', bytes: Buffer.from(`# ${LINES[0]}\n\n**${LINES[2]}**\n`), holds: LINES[2] },
  { name: '稿.docx', bytes: zipOf('word/document.xml', wordXml(LINES)), holds: LINES[4] },
];

for (const { name, bytes, holds } of FILES) {
  test(`a dropped ${name} is read`, async () => {
    const { page, context, faults } = await openPage(host.browser, host.url);
    await analysisAfter(page, () => dropFile(page, name, bytes));
    assert.ok((await shownText(page)).includes(holds));
    assert.match((await page.locator('#message').textContent()) ?? '', new RegExp(`已读入 ${name}`));
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('a damaged .docx says so and keeps what was there', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  await dropFile(page, '坏.docx', Buffer.from('PK not a zip'));
  await page.getByText('文件已损坏').waitFor();
  assert.equal(await page.locator('#source').inputValue(), ARTICLE);
  assert.deepEqual(faults, []);
  await context.close();
});

test('the encoding of a file can be switched', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => dropFile(page, '稿.txt', Buffer.from(ARTICLE)));
  assert.equal(await page.locator('#encoding').inputValue(), 'utf-8');
  await analysisAfter(page, () => page.selectOption('#encoding', 'gb18030'));
  assert.notEqual(await page.locator('#source').inputValue(), ARTICLE);
  await analysisAfter(page, () => page.selectOption('#encoding', 'utf-8'));
  assert.equal(await page.locator('#source').inputValue(), ARTICLE);
  await context.close();
});

test('the reader says what a paragraph is, and takes it back', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  const before = await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  const last = before.document.blocks.findLastIndex((block) => block.body);
  await page.locator('yao-dian [data-control="tidy"]').click();
  const without = await analysisAfter(page, () => page.locator(`yao-dian [data-control="mark-${last}-clutter"]`).click());
  assert.equal(without.document.blocks[last].body, false);
  assert.ok(without.document.length.characters < before.document.length.characters);
  const focused = await page.locator('yao-dian').evaluate((view) => /** @type {any} */ (view.shadowRoot?.activeElement)?.dataset.control);
  assert.equal(focused, `mark-${last}-clutter`, 'the focus should stay');
  const related = before.document.blocks.length - 1;
  const titled = await analysisAfter(page, () => page.locator(`yao-dian [data-control="mark-${related - 1}-headline"]`).click());
  assert.equal(titled.document.headline?.text, '松原湾市地铁早高峰加开列车');
  const once = await analysisAfter(page, () => page.click('#undo'));
  assert.equal(once.document.headline?.text, before.document.headline?.text);
  const twice = await analysisAfter(page, () => page.click('#undo'));
  assert.deepEqual(twice.document.blocks, before.document.blocks);
  const again = await analysisAfter(page, () => page.click('#redo'));
  assert.equal(again.document.blocks[last].body, false);
  assert.deepEqual(faults, []);
  await context.close();
});

test('texts and lengths are undone and redone by keys, outside the box', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  await analysisAfter(page, () => page.locator('#length').fill('5'));
  await analysisAfter(page, () => page.click('[data-characters="140"]'));
  const undone = await analysisAfter(page, () => page.keyboard.press('ControlOrMeta+z'));
  assert.equal(undone.summary.points.length, 5);
  assert.equal(await page.locator('#length').inputValue(), '5');
  await analysisAfter(page, () => page.keyboard.press('ControlOrMeta+z'));
  await page.keyboard.press('ControlOrMeta+z');
  await page.locator('yao-dian .empty').waitFor();
  await analysisAfter(page, () => page.keyboard.press('ControlOrMeta+Shift+z'));
  assert.equal(await page.locator('#source').inputValue(), ARTICLE);
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

test('history is off until asked for, and wiped with one click', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  const stored = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  await page.waitForTimeout(1800);
  assert.deepEqual(await stored(), [], 'nothing should be stored');
  assert.deepEqual(await page.evaluate(() => Object.values({ ...localStorage }).filter((value) => value.length > 60)), []);
  await page.click('#history-open');
  await page.check('#history-keep');
  await page.click('#history [data-close]');
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  await page.waitForTimeout(1800);
  await page.reload();
  await page.click('#history-open');
  await analysisAfter(page, () => page.click('#history-list button'));
  assert.equal(await page.locator('#source').inputValue(), ARTICLE);
  await page.click('#history-open');
  await page.click('#history-wipe');
  await page.getByText('还没有保存的稿件').waitFor();
  await context.close();
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

test('a long paste never reaches the box, and is read', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  const text = ARTICLE.repeat(Math.ceil(250_000 / ARTICLE.length));
  await analysisAfter(page, () => pasteData(page, { 'text/plain': text }));
  assert.equal(await page.locator('#source').isVisible(), false);
  assert.equal(await page.locator('#source').inputValue(), '');
  assert.match((await page.locator('#long-note').textContent()) ?? '', new RegExp(text.length.toLocaleString('zh-Hans')));
  await page.click('#clear');
  assert.equal(await page.locator('#source').isVisible(), true);
  assert.deepEqual(faults, []);
  await context.close();
});

test('more than twenty million characters are refused with their count', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  const said = await page.evaluate(() => {
    const source = /** @type {HTMLTextAreaElement} */ (document.querySelector('#source'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '字'.repeat(20_000_001));
    source.select();
    source.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    return document.querySelector('#message')?.textContent;
  });
  assert.match(said ?? '', /20,000,001 字，最多读 20,000,000 字/);
  assert.equal(await page.locator('#source').inputValue(), ARTICLE, 'what was there should stay');
  assert.deepEqual(faults, []);
  await context.close();
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

test('a figure shows what it was read as, on focus and under the pointer', async () => {
  const { page, context } = await openPage(host.browser, host.url, { reducedMotion: 'reduce' });
  const digest = await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  const sum = digest.checks.find((check) => check.kind === 'sum' && check.holds);
  assert.ok(sum, 'the parts should add up');
  const key = `figure-${sum.figures.at(-1)}`;
  const tip = page.locator('yao-dian .tip');
  await page.locator(`yao-dian .article [data-starts~="${key}"]`).first().hover();
  await tip.waitFor({ state: 'visible' });
  assert.ok((await tip.textContent())?.includes(sum.arithmetic), 'should show the check');
  await page.mouse.move(0, 0);
  await tip.waitFor({ state: 'hidden' });
  await page.locator('yao-dian .cards .card').first().focus();
  await tip.waitFor({ state: 'visible' });
  await page.keyboard.press('Escape');
  await tip.waitFor({ state: 'hidden' });
  await context.close();
});

test('the interface speaks three languages and remembers the choice', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="ferry"]'));
  for (const [tag, title, button] of [['zh-Hant', '關鍵數字', '清空'], ['en', 'Key figures', 'Clear'], ['zh-Hans', '关键数字', '清空']]) {
    await page.selectOption('#language', tag);
    assert.equal(await page.locator('yao-dian .figures .heading').textContent(), title);
    assert.equal(await page.locator('#clear').textContent(), button);
    assert.equal(await page.locator('html').getAttribute('lang'), tag);
  }
  await page.selectOption('#language', 'zh-Hant');
  await page.reload();
  assert.equal(await page.locator('#clear').textContent(), '清空');
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant');
  assert.deepEqual(faults, []);
  await context.close();
});
