/** The picture of the README, `www/screenshot.png`: the page with a sample of its own, as a reader sees it first. */

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const PICTURE = fileURLToPath(new URL('../www/screenshot.png', import.meta.url));
const SAMPLE = 'quarter';

const server = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1360, height: 1020 }, locale: 'zh-CN', colorScheme: 'light', reducedMotion: 'reduce' });
await page.goto(server.url);
await page.click(`[data-sample="${SAMPLE}"]`);
await page.locator('yao-dian .points').waitFor();
await page.screenshot({ path: PICTURE });
await browser.close();
await server.close();
console.log(PICTURE);
