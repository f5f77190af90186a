/** For everyone: no violation that axe knows of, targets of a size, no motion, paper. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { ARTICLE, analysisAfter, openBrowser, openPage, paste } from './browser.js';
import { openFirefox, openFirefoxPage, readSample } from './firefox.js';
import { missingForWebKit, openWebKit } from './webkit.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

const WIDTHS = [320, 768, 1280];
const LOOKS = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'forced colours', options: { forcedColors: 'active' } },
];

/**
 * @param {{ evaluate: (script: any) => Promise<any> }} page
 * @returns {Promise<string[]>}
 */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations: all } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
    return all.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ one) => `${rule.id}: ${one.target.flat().join(' ')} ${one.failureSummary}`));
  });
  return found;
}

for (const { name, options } of LOOKS) {
  test(`axe finds nothing in Chromium, ${name}`, async () => {
    for (const width of WIDTHS) {
      const { page, context } = await openPage(host.browser, host.url, { .../** @type {any} */ (options), viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      assert.deepEqual(await violations(page), [], `empty at ${width}`);
      await analysisAfter(page, () => page.click('[data-sample="quarter"]'));
      await page.locator('yao-dian .all-figures > summary').click();
      await page.locator('yao-dian [data-control="tidy"]').click();
      assert.deepEqual(await violations(page), [], `filled at ${width}`);
      await context.close();
    }
  });
}

test('axe finds nothing in Firefox, light and dark', async () => {
  const firefox = await openFirefox();
  try {
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      for (const width of WIDTHS) {
        const { page } = await openFirefoxPage(firefox.browser, firefox.url, { width, scheme });
        await readSample(page, 'quarter');
        assert.deepEqual(await violations(page), [], `${scheme} at ${width}`);
        await page.close();
      }
    }
  } finally {
    await firefox.close();
  }
});

test('axe finds nothing in Firefox with forced colours', async () => {
  const firefox = await openFirefox(undefined, { 'browser.display.document_color_use': 2 });
  try {
    for (const width of WIDTHS) {
      const { page } = await openFirefoxPage(firefox.browser, firefox.url, { width });
      assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
      await readSample(page, 'quarter');
      assert.deepEqual(await violations(page), [], `at ${width}`);
      await page.close();
    }
  } finally {
    await firefox.close();
  }
});

/** The window of its browser becomes no narrower. */
const WEBKIT_WIDTHS = [480, 768, 1280];

test('axe finds nothing in WebKit, light and dark', async (t) => {
  const missing = missingForWebKit();
  if (missing) return t.skip(`WebKit was not tried: there is no ${missing} here`);
  const webkit = await openWebKit();
  try {
    for (const scheme of ['light', 'dark']) {
      for (const width of WEBKIT_WIDTHS) {
        await webkit.resize(width);
        await webkit.open(webkit.url);
        await webkit.evaluate(async (/** @type {string} */ wanted) => {
          document.documentElement.style.colorScheme = wanted;
          await customElements.whenDefined('yao-dian');
          const read = new Promise((resolve) => document.addEventListener('analysis', resolve, { once: true }));
          /** @type {HTMLElement} */ (document.querySelector('[data-sample="quarter"]')).click();
          await read;
        }, scheme);
        const found = await webkit.evaluate(`async () => { ${axe.source}; const { violations } = await axe.run(document, { resultTypes: ['violations'] }); return [innerWidth, violations.flatMap((rule) => rule.nodes.map((one) => rule.id + ': ' + one.target.flat().join(' ') + ' ' + one.failureSummary))]; }`, null);
        assert.deepEqual(found, [width, []], scheme);
      }
    }
  } finally {
    await webkit.close();
  }
});

/** The page with a text that was pasted by keys. */
async function deskByKeys() {
  const opened = await openPage(host.browser, host.url, { reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const digest = await analysisAfter(opened.page, () => paste(opened.page, ARTICLE));
  return { ...opened, digest };
}

for (const { name, least, options } of [
  { name: 'a pointer', least: 24, options: { viewport: { width: 1280, height: 800 } } },
  { name: 'a finger', least: 44, options: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } },
]) {
  test(`what is used by ${name} is ${least} px high`, async () => {
    const { page, context } = await openPage(host.browser, host.url, options);
    await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
    await page.locator('yao-dian [data-control="tidy"]').click();
    const low = await page.evaluate((most) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('yao-dian')?.shadowRoot);
      const places = [document, root];
      for (const place of places) for (const fold of place.querySelectorAll('details')) fold.open = true;
      const all = places.flatMap((place) => [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('button, select, summary, input'))]);
      const seen = all.map((one) => ({ what: one.className || one.id || one.textContent, ...one.getBoundingClientRect().toJSON() }));
      return seen.filter(({ width, height }) => width > 0 && height < most - 0.5).map(({ what, height }) => `${what} ${height}`);
    }, least);
    assert.deepEqual(low, []);
    await context.close();
  });
}

test('a reader who wants no motion sees none, and the live region says one sentence', async () => {
  const { page, context } = await deskByKeys();
  await page.locator('yao-dian .card').first().click();
  const motion = await page.locator('yao-dian').evaluate((view) => view.shadowRoot?.getAnimations().length);
  assert.equal(motion, 0);
  const said = await page.locator('yao-dian').evaluate(async (view, article) => {
    /** @type {string[]} */
    const texts = [];
    const status = /** @type {Element} */ (view.shadowRoot?.querySelector('[role="status"]'));
    const heard = new Promise((resolve) =>
      new MutationObserver(() => resolve(texts.push(status.textContent ?? ''))).observe(status, { childList: true, characterData: true, subtree: true }),
    );
    const read = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    Object.assign(view, { text: `${article}宁溪县投资3亿元建设水库。` });
    await Promise.all([read, heard]);
    await new Promise((resolve) => setTimeout(resolve));
    return texts;
  }, ARTICLE);
  assert.equal(said.length, 1);
  assert.match(said[0], /^已提取 \d+ 句摘要、\d+ 个数字、\d+ 位人物$/);
  await context.close();
});

test('on paper the article and the figures stand without controls', async () => {
  const { page, context } = await deskByKeys();
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.desk', '.controls', 'yao-dian .jumps', 'yao-dian .tidy', 'yao-dian .return', 'yao-dian .copy-table']) {
    assert.equal(await page.locator(selector).first().isVisible(), false, `${selector} should not be printed`);
  }
  assert.equal(await page.locator('yao-dian .text').isVisible(), true);
  const heights = await page.locator('yao-dian .text').evaluate((text) => [text.scrollHeight, text.clientHeight]);
  assert.ok(heights[0] <= heights[1] + 1, 'the whole text should be printed');
  await page.setViewportSize({ width: 720, height: 1000 });
  const widths = await page.locator('yao-dian .scroll').first().evaluate((table) => [table.scrollWidth, table.clientWidth]);
  assert.ok(widths[0] <= widths[1] + 1, 'the whole table should be printed');
  const rows = await page.locator('yao-dian .all-figures tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      says: /** @type {HTMLElement} */ (row.querySelector('.paragraph-number'))?.innerText,
      stands: /** @type {ShadowRoot} */ (row.getRootNode())
        .querySelector(`.text [data-items~="${row.querySelector('.row')?.getAttribute('data-item')}"]`)
        ?.closest('[data-paragraph]'),
    })).flatMap(({ says, stands }) => (says && stands ? [{ says, number: getComputedStyle(stands, '::before').content }] : [])),
  );
  assert.ok(rows.length >= 10, 'figures should have the numbers of their paragraphs');
  for (const { says, number } of rows) assert.equal(`"${says.replace(/\D/g, '')}"`, number);
  await context.close();
});

/**
 * The words on every page of a PDF, as the reader of Firefox finds them.
 *
 * @param {Buffer} pdf
 * @returns {Promise<string[]>} In the characters of the text: some fonts give 月 as a radical.
 */
async function wordsOf(pdf) {
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(pdf));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const firefox = await openFirefox();
  try {
    const page = await firefox.browser.newPage();
    await page.goto(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/digest.pdf`);
    const pages = await page.evaluate(async () => {
      const reader = /** @type {any} */ (globalThis);
      while (!reader.PDFViewerApplication?.pdfDocument) await new Promise((resolve) => setTimeout(resolve, 50));
      const { pdfDocument } = reader.PDFViewerApplication;
      const words = [];
      for (let at = 1; at <= pdfDocument.numPages; at += 1) {
        const { items } = await (await pdfDocument.getPage(at)).getTextContent();
        words.push(items.map((/** @type {{ str: string }} */ item) => item.str).join(''));
      }
      return words;
    });
    return pages.map((words) => words.normalize('NFKC').replace(/\s/g, ''));
  } finally {
    await firefox.close();
    server.close().closeAllConnections();
  }
}

/** Words as they may stand in a PDF: some have no other sign than that of a radical. @param {string} words */
function printed(words) {
  const characters = [...words.normalize('NFKC').replace(/\s/g, '')];
  return new RegExp(characters.map((character) => `[${character.replace(/[\]\\^-]/, '\\$&')}\u2E80-\u2EFF]`).join(''), 'u');
}

test('as PDF the digest is all there, on few pages, no heading left alone', async () => {
  const { page, context, digest } = await deskByKeys();
  const pages = await wordsOf(await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }));
  assert.ok(pages.length <= 4, `${pages.length} pages`);
  const all = pages.join('');
  const paragraphs = digest.document.blocks.filter(({ body }) => body).map(({ start, end }) => ARTICLE.slice(start, end));
  for (const words of [...digest.summary.points, ...digest.figures].map(({ text }) => text).concat(paragraphs)) assert.match(all, printed(words));
  assert.match(all, /第3段/);
  assert.doesNotMatch(all, /导出|粘贴|整理段落|相关新闻/);
  for (const words of pages) assert.doesNotMatch(words, /(摘要|关键数字|人物|关键词|原文|核对|时间线)$/);
  await context.close();
});
