/**
 * Times an engine in a Chromium to which nothing is attached, as a debugger keeps a copy of all that loads and makes cold
 * starts up to twice as long. Every run has a browser and a profile of its own, so that every cache is cold.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARGUMENTS, CHROMIUM } from '../browser.js';
import { serve } from '../../xtask/serve.mjs';

const REPORT = /^\/report\/(\w+)\?(.*)$/;

/**
 * @param {string} root The folder that is served.
 * @param {string} engine See `chromium-page.js`.
 * @returns {Promise<{ result: any, files: string[] }>} What the page reports, and the files that the engine loads.
 */
export async function timeInChromium(root, engine) {
  const profile = mkdtempSync(join(tmpdir(), 'yaodian-bench-'));
  /** @type {string[]} */
  let files = [];
  /** @type {(result: any) => void} */
  let ended = () => {};
  const result = new Promise((resolve) => (ended = resolve));
  const server = await serve({
    root,
    asked(target) {
      const [, event, value] = REPORT.exec(target) ?? [];
      if (event === 'began') files = [];
      else if (event === 'ended') ended(JSON.parse(decodeURIComponent(value)));
      else files.push(new URL(target, 'http://localhost').pathname);
    },
  });
  const browser = spawn(CHROMIUM, ['--headless=new', ...ARGUMENTS, `--user-data-dir=${profile}`, `${server.url}tests/bench/chromium.html?${engine}`], { stdio: 'ignore', detached: true });
  const closed = new Promise((resolve) => browser.once('exit', resolve));
  try {
    return { result: await result, files: [...new Set(files)].filter((path) => !path.startsWith('/tests/')) };
  } finally {
    process.kill(-(/** @type {number} */ (browser.pid)), 'SIGKILL');
    await closed;
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}
