/**
 * The built page with a cold cache, as a first visitor meets it: first and largest paint, layout shift, longest task,
 * from address to engine, from paste to digest. `node tests/bench/page.mjs [RUNS]`; medians are printed.
 */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ARTICLE, openBrowser, openPage, paste } from '../browser.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = Number(process.argv[2] ?? 5);

execFileSync('node', ['xtask/site.mjs'], { cwd: ROOT });
const host = await openBrowser(`${ROOT}dist/`);

/** @returns {Promise<Record<string, number>>} Times in milliseconds. */
async function visit() {
  const { page, context } = await openPage(host.browser, 'about:blank');
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0, task: 0 };
    Object.assign(globalThis, { seen });
    const watch = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => (seen.paint = entry.startTime));
    watch('layout-shift', (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
    watch('longtask', (entry) => (seen.task = Math.max(seen.task, entry.duration)));
  });
  await page.goto(host.url);
  await page.waitForLoadState('networkidle');
  const first = await readByPaste(page, ARTICLE);
  const second = await readByPaste(page, `${ARTICLE}\n${ARTICLE}`);
  await page.waitForTimeout(500);
  const { seen, paint } = await page.evaluate(() => ({
    seen: /** @type {any} */ (globalThis).seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  }));
  await context.close();
  return { 'first paint': paint, 'largest paint': seen.paint, 'layout shift': seen.shift, 'longest task': seen.task, 'first digest': first, 'second digest': second };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @returns {Promise<number>} Milliseconds from the paste to the frame that shows the digest.
 */
async function readByPaste(page, text) {
  await page.evaluate(() => {
    const view = /** @type {Element} */ (document.querySelector('yao-dian'));
    let began = 0;
    document.addEventListener('paste', () => (began = performance.now()), { once: true, capture: true });
    const shown = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began))));
    Object.assign(globalThis, { time: new Promise((resolve) => view.addEventListener('analysis', () => resolve(shown()), { once: true })) });
  });
  await paste(page, text);
  return page.evaluate(() => /** @type {any} */ (globalThis).time);
}

const visits = [];
for (let run = 0; run < RUNS; run += 1) visits.push(await visit());
await host.close();
for (const name of Object.keys(visits[0])) {
  const values = visits.map((one) => one[name]).sort((a, b) => a - b);
  console.log(`${name.padEnd(16)} ${values[values.length >> 1].toFixed(name === 'layout shift' ? 4 : 0)}`);
}
