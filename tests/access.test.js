/** For everyone: no violation that axe knows of, and the work of a desk done by keyboard alone. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { ARTICLE, analysisAfter, openBrowser, openPage, paste } from './browser.js';
import { openFirefox, openFirefoxPage, readSample } from './firefox.js';

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

/** @param {import('playwright-core').Page} page */
function active(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return { text: element?.textContent?.trim() ?? '', item: element?.getAttribute('data-item') ?? '', starts: element?.getAttribute('data-starts') ?? '', id: element?.id ?? '', class: element?.className ?? '' };
  });
}

/**
 * Tabs until something has the focus; fails where a reader would give up.
 *
 * @param {import('playwright-core').Page} page
 * @param {(focus: Awaited<ReturnType<typeof active>>) => boolean} wanted
 */
async function tabTo(page, wanted) {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await active(page);
    if (wanted(focus)) return focus;
  }
  throw new Error('not reached in 120 tabs');
}

/** The page with a text that was pasted by keys. */
async function deskByKeys() {
  const opened = await openPage(host.browser, host.url, { reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const digest = await analysisAfter(opened.page, () => paste(opened.page, ARTICLE));
  return { ...opened, digest };
}

test('by keys: find where the growth rate stands, and come back', async () => {
  const { page, context, digest } = await deskByKeys();
  const rate = digest.figures.find((figure) => figure.text === '3.5%');
  await tabTo(page, (focus) => focus.class.includes('card'));
  const card = await active(page);
  await page.keyboard.press('Enter');
  assert.ok((await active(page)).starts.split(' ').includes(card.item), 'should stand at its place');
  for (let step = 0; step < 200 && !(await active(page)).starts.split(' ').includes(`figure-${rate?.id}`); step += 1) await page.keyboard.press('ArrowRight');
  assert.equal((await active(page)).text, '3.5%');
  await page.keyboard.press('Enter');
  assert.equal((await active(page)).item, `figure-${rate?.id}`, 'should lead to its item');
  await context.close();
});

test('by keys: list who spoke', async () => {
  const { page, context, digest } = await deskByKeys();
  const names = [];
  for (const person of digest.people) {
    const focus = await tabTo(page, ({ item }) => item === `person-${digest.people.indexOf(person)}`);
    names.push(focus.text);
  }
  assert.ok(names.length >= 2);
  digest.people.forEach((person, index) => assert.ok(names[index].startsWith(person.name)));
  await tabTo(page, ({ class: name }) => name.includes('quote'));
  await page.keyboard.press('Enter');
  assert.match((await active(page)).starts, /quote-/);
  await page.keyboard.press('Escape');
  assert.match((await active(page)).item, /quote-/);
  await context.close();
});

test('by keys: cut the summary to 140 characters', async () => {
  const { page, context } = await deskByKeys();
  await tabTo(page, ({ text }) => text === '140');
  const digest = await analysisAfter(page, () => page.keyboard.press('Enter'));
  assert.ok(digest.summary.points.reduce((sum, point) => sum + point.text.length, 0) <= 140);
  await context.close();
});

test('by keys: export the table', async () => {
  const { page, context } = await deskByKeys();
  await tabTo(page, ({ text }) => text === '导出');
  await page.keyboard.press('Enter');
  await tabTo(page, ({ text }) => text === '数字表 CSV');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await context.close();
});

test('by keys: check a doubtful number', async () => {
  const { page, context, digest } = await deskByKeys();
  const check = digest.checks[0];
  assert.ok(check, 'the article should have arithmetic to check');
  const { item } = await tabTo(page, (focus) => focus.class.includes('term'));
  await page.keyboard.press('Enter');
  assert.ok((await active(page)).starts.split(' ').includes(item));
  const tip = page.locator('yao-dian .tip');
  await tip.waitFor({ state: 'visible' });
  assert.match((await tip.textContent()) ?? '', /相符|不符/);
  await page.keyboard.press('Escape');
  assert.equal((await active(page)).item, item);
  await context.close();
});

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
