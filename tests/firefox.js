/** Firefox, driven by WebDriver BiDi; pages opened in it count their faults and requests as those of `browser.js` do. */

import puppeteer from 'puppeteer-core';
import { serve } from '../xtask/serve.mjs';
import { together } from './browser.js';

/** The panel of the first download would take the keys. */
const PREFERENCES = { 'intl.accept_languages': 'zh-CN, zh', 'dom.events.testing.asyncClipboard': true, 'browser.download.alwaysOpenPanel': false };

/**
 * @param {string} [root] The folder that is served, by default `www`.
 * @param {Record<string, string | number | boolean>} [preferences] Of the browser.
 */
export async function openFirefox(root, preferences = {}) {
  /** @type {string[]} */
  const arrived = [];
  const server = await serve({ port: 0, root, asked: (target) => arrived.push(target) });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { ...PREFERENCES, ...preferences },
  });
  return { ...together(server, browser), arrived };
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {{ width?: number, height?: number, scheme?: 'light' | 'dark' }} [options]
 */
export async function openFirefoxPage(browser, address, { width = 1280, height = 900, scheme = 'light' } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const requests = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.evaluate((wanted) => {
    document.documentElement.style.colorScheme = wanted;
    /** @type {any} */ (globalThis).violations = [];
    addEventListener('securitypolicyviolation', (event) => /** @type {any} */ (globalThis).violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
  }, scheme);
  return { page, faults, requests };
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} sample
 */
export async function readSample(page, sample) {
  await page.waitForSelector(`[data-sample="${sample}"]`);
  await page.evaluate(async (name) => {
    await customElements.whenDefined('yao-dian');
    const read = new Promise((resolve) => document.addEventListener('analysis', resolve, { once: true }));
    /** @type {HTMLElement} */ (document.querySelector(`[data-sample="${name}"]`)).click();
    await read;
  }, sample);
}
