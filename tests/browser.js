/** The headless browser of the tests and the pages it opens, with everything that must not happen counted. */

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { serve } from '../xtask/serve.mjs';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An article of our own, with parts that add up, people who speak, and clutter below. */
export const ARTICLE = `松原湾市今年新建公园18个 总投资9.6亿元
2024-05-12 10:20
本报讯（记者 白露）5月11日，记者从松原湾市园林局获悉，该市今年将新建公园18个，总投资9.6亿元，比去年增加6个。
其中，东城区新建公园8个，投资4.2亿元；西城区新建公园6个，投资3.1亿元；高新区新建公园4个，投资2.3亿元。
松原湾市园林局局长叶望舒表示：“我们希望市民出门十分钟就能走进一片绿地。”
松原湾大学教授孟清和认为，公园建成之后的养护经费同样需要列入预算。他建议每年安排养护资金不少于5000万元。
去年，全市人均公园绿地面积为14.8平方米，同比增长3.5%。
相关新闻
松原湾市地铁早高峰加开列车
2024-05-11 08:00
`;

/**
 * @param {string} [root] The folder that is served, by default `www`.
 * @returns {Promise<{ url: string, arrived: string[], browser: import('playwright-core').Browser, close: () => Promise<void> }>}
 *   `arrived` collects what the server is asked for, whoever asks.
 */
export async function openBrowser(root) {
  /** @type {string[]} */
  const arrived = [];
  const server = await serve({ port: 0, root, asked: (target) => arrived.push(target) });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  return { ...together(server, browser), arrived };
}

/**
 * @template {{ close: () => Promise<void> }} Browser
 * @param {Awaited<ReturnType<typeof serve>>} server
 * @param {Browser} browser
 * @returns {{ url: string, browser: Browser, close: () => Promise<void> }} The server's address, and one end for both.
 */
export function together(server, browser) {
  return {
    url: server.url,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Opens a page in a context of its own. `faults` collects exceptions, console errors and reports of the content
 * security policy, `requests` the address of every request, `workers` counts the workers begun.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(browser, address, options) {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const requests = [];
  const counts = { workers: 0 };
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A page without an icon is asked for one by the browser itself.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) faults.push(message.text());
  });
  page.on('worker', () => {
    counts.workers += 1;
  });
  context.on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('reportViolation', (/** @type {string} */ violation) => faults.push(violation));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      /** @type {any} */ (globalThis).reportViolation(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(address);
  return { page, context, faults, requests, counts };
}

/**
 * Runs a function in a page that has the element's script and nothing else in its body.
 *
 * @template Argument, Result
 * @param {Awaited<ReturnType<typeof openBrowser>>} host
 * @param {(argument: Argument) => Promise<Result> | Result} script
 * @param {Argument} argument
 */
export async function inBarePage(host, script, argument) {
  const opened = await openPage(host.browser, `${host.url}example.html`);
  await opened.page.evaluate(() => {
    document.body.replaceChildren();
    /** @type {any} */ (globalThis).read = (/** @type {Element} */ element) =>
      new Promise((resolve, reject) => {
        element.addEventListener('analysis', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
        element.addEventListener('analysis-error', (event) => reject(new Error(/** @type {CustomEvent} */ (event).detail.code)), { once: true });
      });
  });
  const result = await opened.page.evaluate(/** @type {any} */ (script), argument);
  await opened.context.close();
  assert.deepEqual(opened.faults, []);
  return /** @type {Result} */ (result);
}

/**
 * Does something and waits for the analysis that follows it.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} action
 * @returns {Promise<import('../www/digest.js').Digest>}
 */
export async function analysisAfter(page, action) {
  const next = await page.evaluateHandle(() => ({
    digest: new Promise((resolve, reject) => {
      document.addEventListener('analysis', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
      document.addEventListener('analysis-error', (event) => reject(new Error(JSON.stringify(/** @type {CustomEvent} */ (event).detail))), { once: true });
    }),
  }));
  await action();
  return next.evaluate(({ digest }) => /** @type {any} */ (digest));
}

/**
 * Pastes by the clipboard and the keyboard, as a reader does.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.focus('#source');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

/**
 * Pastes what a browser or an office program puts on the clipboard: HTML with its plain text.
 *
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string>} data By type, e.g. 'text/html'.
 */
export async function pasteData(page, data) {
  await page.locator('#source').evaluate((target, items) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(items)) clipboardData.setData(type, value);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }, data);
}

/**
 * Drops a file on the page.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {Buffer} bytes
 */
export async function dropFile(page, name, bytes) {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], fileName));
      return data;
    },
    [name, bytes.toString('base64')],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
