/**
 * A reader who types at the end of 5,000 characters: how long the page is busy at a stretch, and how soon what is new is
 * painted. `node tests/bench/typing.mjs`.
 *
 * Beside the time on the clock stands that of the processor: on a busy machine, the first is mostly waiting.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { openBrowser, openPage } from '../browser.js';

const LENGTH = 5000;
const TYPED = '记者获悉，该项目总投资18亿元，预计明年建成，可以安排就业1200人。';
/** Above the pause after which typing is read. */
const BETWEEN_KEYS_MS = 260;
const ARTICLES = new URL('../articles/', import.meta.url);

/** @param {number[]} values */
const p95 = (values) => values.sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

const articles = readdirSync(ARTICLES).map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8').trim());
const host = await openBrowser();
const { page, context } = await openPage(host.browser, 'about:blank', { viewport: { width: 1280, height: 800 } });
await page.addInitScript(() => {
  const seen = { tasks: /** @type {number[]} */ ([]), shift: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) seen.shift += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
});
await page.goto(host.url);
await context.grantPermissions(['clipboard-read', 'clipboard-write']);
await page.evaluate((text) => navigator.clipboard.writeText(text), articles.join('\n').slice(0, LENGTH));
await page.evaluate(() => {
  const { paints } = Object.assign(/** @type {any} */ (globalThis), { paints: [] });
  document.querySelector('yao-dian')?.addEventListener('analysis', () => {
    const began = performance.now();
    requestAnimationFrame(() => setTimeout(() => paints.push(performance.now() - began)));
  });
});

/**
 * @param {() => Promise<unknown>} act
 * @returns {Promise<{ clock: number, processor: number, paints: number[] }>} The longest task, in milliseconds of both, and
 *   the times from a digest to its paint.
 */
async function longestTask(act) {
  const tracing = await context.newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  tracing.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await tracing.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] } });
  await act();
  await page.waitForTimeout(1000);
  const traced = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve));
  await tracing.send('Tracing.end');
  await traced;
  const thread = events.find(({ name }) => name === 'Layout')?.tid;
  const busy = events.filter(({ name, tid }) => tid === thread && name === 'ThreadControllerImpl::RunTask');
  const { tasks, paints } = await page.evaluate(() => {
    const { seen, paints } = /** @type {any} */ (globalThis);
    return { tasks: seen.tasks.splice(0), paints: paints.splice(0) };
  });
  return { clock: Math.max(0, ...tasks), processor: Math.max(0, ...busy.map(({ tdur = 0 }) => tdur / 1000)), paints };
}

const pasted = await longestTask(async () => {
  await page.locator('#source').focus();
  await page.keyboard.press('Control+V');
  await page.locator('yao-dian .points').waitFor();
});
const typed = await longestTask(async () => {
  await page.locator('#source').click();
  await page.keyboard.press('Control+End');
  for (const key of TYPED) {
    await page.keyboard.type(key);
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
});
const shift = await page.evaluate(() => /** @type {any} */ (globalThis).seen.shift);
await host.close();

const rows = [
  ['longest task after the paste', pasted.clock],
  ['  of the processor', pasted.processor],
  ['longest task while typing', typed.clock],
  ['  of the processor', typed.processor],
  ['from a digest to its paint, p95', p95(typed.paints)],
  ['layout shift', shift],
];
for (const [name, value] of rows) console.log(`${String(name).padEnd(34)} ${name === 'layout shift' ? Number(value).toFixed(4) : Math.round(Number(value))}`);
