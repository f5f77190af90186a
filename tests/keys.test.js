/** The work of a desk done by keyboard alone: in two engines, on a phone's width and a wide screen, light and dark. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ARTICLE, openBrowser, openPage } from './browser.js';
import { openFirefox, openFirefoxPage } from './firefox.js';

/** @typedef {{ press: (key: string) => Promise<unknown>, evaluate: (script: any, argument?: unknown) => Promise<any>, paste: () => Promise<void>, close: () => Promise<unknown> }} Keys A page with a keyboard. */
/** @typedef {{ width: number, scheme: 'light' | 'dark' }} Look */

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let chromium;
/** @type {Awaited<ReturnType<typeof openFirefox>>} */
let firefox;

before(async () => {
  chromium = await openBrowser();
  firefox = await openFirefox();
});

after(async () => {
  await chromium.close();
  await firefox.close();
});

/** @param {Look} look @returns {Promise<Keys>} */
async function inChromium({ width, scheme }) {
  const { page, context } = await openPage(chromium.browser, chromium.url, { reducedMotion: 'reduce', colorScheme: scheme, viewport: { width, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return {
    press: (key) => page.keyboard.press(key),
    evaluate: (script, argument) => page.evaluate(script, argument),
    paste: () => page.keyboard.press('ControlOrMeta+V'),
    close: () => context.close(),
  };
}

/** @param {Look} look @returns {Promise<Keys>} */
async function inFirefox({ width, scheme }) {
  const { page } = await openFirefoxPage(firefox.browser, firefox.url, { width, height: 800, scheme });
  return {
    press: (key) => page.keyboard.press(/** @type {any} */ (key)),
    evaluate: (script, argument) => page.evaluate(script, argument),
    async paste() {
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
    },
    close: () => page.close(),
  };
}

/**
 * Does something and waits for the analysis that follows it.
 *
 * @param {Keys} keys
 * @param {() => Promise<unknown>} action
 * @returns {Promise<import('../www/digest.js').Digest>}
 */
async function analysisAfter({ evaluate }, action) {
  await evaluate(() => {
    Object.assign(globalThis, { next: new Promise((resolve) => document.addEventListener('analysis', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true })) });
  });
  await action();
  return evaluate(() => /** @type {any} */ (globalThis).next);
}

/** Where the focus is. @param {Keys} keys @returns {Promise<{ text: string, item: string, starts: string, id: string, class: string }>} */
function active({ evaluate }) {
  return evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return { text: element?.textContent?.trim() ?? '', item: element?.getAttribute('data-item') ?? '', starts: element?.getAttribute('data-starts') ?? '', id: element?.id ?? '', class: element?.className ?? '' };
  });
}

/** What a key does may be done after the driver answers. */
const PATIENCE_MS = 5000;

/**
 * Waits until the focus is where a key should have brought it.
 *
 * @param {Keys} keys
 * @param {(focus: Awaited<ReturnType<typeof active>>) => boolean} wanted
 * @param {string} message
 */
async function arriveAt(keys, wanted, message) {
  const began = performance.now();
  let focus = await active(keys);
  while (!wanted(focus) && performance.now() - began < PATIENCE_MS) focus = await active(keys);
  assert.ok(wanted(focus), `${message}, but stands at ${JSON.stringify(focus)}`);
}

/**
 * Tabs until something has the focus; fails where a reader would give up.
 *
 * @param {Keys} keys
 * @param {(focus: Awaited<ReturnType<typeof active>>) => boolean} wanted
 */
async function tabTo(keys, wanted) {
  for (let step = 0; step < 120; step += 1) {
    await keys.press('Tab');
    const focus = await active(keys);
    if (wanted(focus)) return focus;
  }
  throw new Error('not reached in 120 tabs');
}

/** @type {{ name: string, perform: (keys: Keys, digest: import('../www/digest.js').Digest) => Promise<void> }[]} */
const TASKS = [
  {
    name: 'find where the growth rate stands, and come back',
    async perform(keys, digest) {
      const rate = digest.figures.find((figure) => figure.text === '3.5%');
      await tabTo(keys, (focus) => focus.class.includes('card'));
      const card = await active(keys);
      await keys.press('Enter');
      await arriveAt(keys, ({ starts }) => starts.split(' ').includes(card.item), 'should stand at its place');
      for (let step = 0; step < 200 && !(await active(keys)).starts.split(' ').includes(`figure-${rate?.id}`); step += 1) await keys.press('ArrowRight');
      assert.equal((await active(keys)).text, '3.5%');
      await keys.press('Enter');
      await arriveAt(keys, ({ item }) => item === `figure-${rate?.id}`, 'should lead to its item');
    },
  },
  {
    name: 'list who spoke',
    async perform(keys, digest) {
      const names = [];
      for (const person of digest.people) {
        const focus = await tabTo(keys, ({ item }) => item === `person-${digest.people.indexOf(person)}`);
        names.push(focus.text);
      }
      assert.ok(names.length >= 2);
      digest.people.forEach((person, index) => assert.ok(names[index].startsWith(person.name)));
      await tabTo(keys, ({ class: name }) => name.includes('quote'));
      await keys.press('Enter');
      await arriveAt(keys, ({ starts }) => starts.includes('quote-'), 'should stand at the quotation');
      await keys.press('Escape');
      await arriveAt(keys, ({ item }) => item.includes('quote-'), 'should be back at it');
    },
  },
  {
    name: 'cut the summary to 140 characters',
    async perform(keys) {
      await tabTo(keys, ({ text }) => text === '140');
      const digest = await analysisAfter(keys, () => keys.press('Enter'));
      assert.ok(digest.summary.points.reduce((sum, point) => sum + point.text.length, 0) <= 140);
    },
  },
  {
    name: 'export the table',
    async perform(keys) {
      await keys.evaluate(() => {
        Object.assign(globalThis, { taken: new Promise((resolve) => document.addEventListener('export', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true })) });
      });
      await tabTo(keys, ({ text }) => text === '导出');
      await keys.press('Enter');
      await tabTo(keys, ({ text }) => text === '数字表 CSV');
      await keys.press('Enter');
      const { kind, text } = await keys.evaluate(() => /** @type {any} */ (globalThis).taken);
      assert.equal(kind, 'csv');
      assert.match(text, /"3\.5%"/);
    },
  },
  {
    name: 'check a doubtful number',
    async perform(keys, digest) {
      assert.ok(digest.checks[0], 'the article should have arithmetic to check');
      const { item } = await tabTo(keys, (focus) => focus.class.includes('term'));
      await keys.press('Enter');
      await arriveAt(keys, ({ starts }) => starts.split(' ').includes(item), 'should stand at its place');
      const tip = await keys.evaluate(async () => {
        const box = /** @type {HTMLElement} */ (document.querySelector('yao-dian')?.shadowRoot?.querySelector('.tip'));
        while (!box.matches(':popover-open')) await new Promise((resolve) => setTimeout(resolve, 20));
        return box.textContent;
      });
      assert.match(tip, /相符|不符/);
      await keys.press('Escape');
      await arriveAt(keys, (focus) => focus.item === item, 'should be back at it');
    },
  },
];

/** @type {{ name: string, open: (look: Look) => Promise<Keys>, looks: Look[] }[]} */
const ENGINES = [
  { name: 'Chromium', open: inChromium, looks: [{ width: 1280, scheme: 'light' }, { width: 1280, scheme: 'dark' }, { width: 360, scheme: 'light' }, { width: 360, scheme: 'dark' }] },
  { name: 'Firefox', open: inFirefox, looks: [{ width: 1280, scheme: 'light' }, { width: 360, scheme: 'dark' }] },
];

/** Longest that a task may take by keys alone, busy machines included. */
const TASK_MS = 60_000;

for (const { name: engine, open, looks } of ENGINES) {
  for (const look of looks) {
    for (const { name, perform } of TASKS) {
      test(`by keys, ${engine}, ${look.width} px, ${look.scheme}: ${name}`, { timeout: TASK_MS }, async () => {
        const keys = await open(look);
        await keys.evaluate(async (/** @type {string} */ text) => {
          await customElements.whenDefined('yao-dian');
          await navigator.clipboard.writeText(text);
        }, ARTICLE);
        await tabTo(keys, ({ id }) => id === 'source');
        const digest = await analysisAfter(keys, keys.paste);
        await perform(keys, digest);
        await keys.close();
      });
    }
  }
}
