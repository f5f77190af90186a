/**
 * The built page with a cold cache, as a first visitor meets it: first and largest paint, layout shift, longest task,
 * from address to engine, from paste to digest. `node tests/bench/page.mjs [RUNS]`; medians are printed.
 */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ARTICLE, openBrowser, openPage } from '../browser.js';

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
  const figures = await page.evaluate(async (article) => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    const read = async (/** @type {string} */ text) => {
      const began = performance.now();
      const done = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
      const source = /** @type {HTMLTextAreaElement} */ (document.querySelector('#source'));
      source.value = text;
      source.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
      await done;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - began;
    };
    const first = await read(article);
    const second = await read(`${article}\n${article}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { seen } = /** @type {any} */ (globalThis);
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    return { 'first paint': paint, 'largest paint': seen.paint, 'layout shift': seen.shift, 'longest task': seen.task, 'first digest': first, 'second digest': second };
  }, ARTICLE);
  await context.close();
  return figures;
}

const visits = [];
for (let run = 0; run < RUNS; run += 1) visits.push(await visit());
await host.close();
for (const name of Object.keys(visits[0])) {
  const values = visits.map((one) => one[name]).sort((a, b) => a - b);
  console.log(`${name.padEnd(16)} ${values[values.length >> 1].toFixed(name === 'layout shift' ? 4 : 0)}`);
}
