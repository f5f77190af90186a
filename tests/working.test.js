/** The desk: HTML and files in, lengths and marks, undo and redo, history, long texts. */

import assert from 'node:assert/strict';
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

test('of a text as long as a book only what is read is made, and every place is reached', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const parks = Array.from({ length: 3000 }, (_, index) => `松原湾市第${index + 1}座公园开放，市民可以入园游览，绿地由园林局养护。${'园内树木成荫，步道环绕湖面，儿童在草地上玩耍，老人在亭中下棋。'.repeat(2)}`);
  const text = ['松原湾市公园志', ...parks, '宁溪县水利局局长闻远山表示，宁溪县水库投资3亿元。'].join('\n');
  const digest = await analysisAfter(page, () => pasteData(page, { 'text/plain': text }));
  const nodes = () => page.locator('yao-dian .text').evaluate((article) => article.querySelectorAll('*').length);
  assert.ok(digest.document.blocks.filter(({ body }) => body).length > 3000);
  assert.ok((await nodes()) < 2000, `${await nodes()} nodes`);
  const last = digest.people.findIndex(({ name }) => name === '闻远山');
  await page.locator(`yao-dian [data-item="person-${last}"]`).click();
  const place = page.locator('yao-dian .article [data-current]');
  assert.equal(await place.textContent(), '闻远山');
  assert.equal(await place.getAttribute('data-at'), String(text.lastIndexOf('闻远山')));
  assert.ok(await place.evaluate((mark) => mark.getClientRects()[0].top < innerHeight && mark.getClientRects()[0].bottom > 0), 'should be in view');
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await place.textContent(), '闻远山', 'should go to the mark before');
  assert.ok((await nodes()) < 4000, `${await nodes()} nodes`);
  const before = await nodes();
  await page.locator('yao-dian .text').evaluate((article) => article.querySelectorAll('.leaf')[20].scrollIntoView());
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('yao-dian')).shadowRoot.querySelectorAll('.leaf')[20].children.length > 0);
  assert.ok((await nodes()) > before, 'should be made when it comes near');
  assert.deepEqual(faults, []);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('yao-dian .leaf').evaluateAll((leaves) => leaves.filter(({ children }) => children.length === 0).length), 0, 'all of it should be printed');
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
