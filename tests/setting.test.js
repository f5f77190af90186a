/** The article is set as Chinese is set: size, lines, glyphs of its script, and nothing added to what is copied. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

/** The text of the article as it is set now. @param {import('playwright-core').Page} page */
function setting(page) {
  return page.locator('yao-dian .text').evaluate((text) => {
    const style = getComputedStyle(text);
    const [size, leading, left, right] = [style.fontSize, style.lineHeight, style.paddingLeft, style.paddingRight].map(parseFloat);
    return { size, leading: leading / size, characters: (text.clientWidth - left - right) / size };
  });
}

test('a line has 28 to 38 characters wherever the window holds them', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  for (const width of [360, 640, 768, 900, 980, 1024, 1160, 1240, 1250, 1280, 1440, 1600, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const { size, leading, characters } = await setting(page);
    assert.ok(size >= 17 && size <= 18 && leading >= 1.75 && leading <= 1.9, `${size} px, ${leading}`);
    assert.ok(characters <= 38 && (width < 640 || characters >= 28), `${characters} characters at ${width} px`);
  }
  await context.close();
});

test('twice the size of letters, nothing overflows', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="quarter"]'));
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, `at ${width}`);
    assert.ok(await page.locator('#source').evaluate((box) => box.clientWidth > 200), `the box at ${width}`);
  }
  await context.close();
});

test('by its script the text has its glyphs, in the box too, and what is copied is the text', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="ferry"]'));
  assert.equal(await page.locator('yao-dian .text').getAttribute('lang'), 'zh-Hant');
  assert.equal(await page.locator('#source').getAttribute('lang'), 'zh-Hant');
  assert.match(await page.locator('#source').evaluate((box) => getComputedStyle(box).fontFamily), /TC/);
  await page.selectOption('#language', 'zh-Hant');
  const digest = await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  assert.match(await page.locator('#source').evaluate((box) => getComputedStyle(box).fontFamily), /SC/);
  const copied = await page.locator('yao-dian .text .paragraph').first().evaluate((paragraph) => {
    assertSpaced(getComputedStyle(paragraph).getPropertyValue('text-autospace'));
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    return range.toString();
    /** @param {string} value */
    function assertSpaced(value) {
      if (value !== 'normal') throw new Error(`text-autospace: ${value}`);
    }
  });
  const block = digest.document.blocks.find(({ kind, body }) => body && kind === 'paragraph');
  assert.equal(copied, ARTICLE.slice(block?.start, block?.end).trim());
  await context.close();
});
