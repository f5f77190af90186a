/** WebKitGTK, driven by plain WebDriver over HTTP, on a display of its own. */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../xtask/serve.mjs';
import { freePort } from './port.js';

const DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAYS = '/usr/bin/Xvfb';
const LIBRARIES = '/usr/lib';
/** The machine may be busy. */
const PATIENCE_MS = 60_000;

/** The browser that comes with the driver, in a folder of the system's libraries. */
function miniBrowser() {
  const folders = readdirSync(LIBRARIES).filter((name) => name.endsWith('-linux-gnu'));
  const homes = folders.flatMap((name) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((kind) => join(LIBRARIES, name, kind, 'MiniBrowser')));
  return homes.find((path) => existsSync(path));
}

/** What WebKitGTK lacks here, to be said by those who skip it; empty where all is there. */
export function missingForWebKit() {
  const missing = [DRIVER, DISPLAYS].filter((path) => !existsSync(path));
  if (!existsSync(LIBRARIES) || !miniBrowser()) missing.push('MiniBrowser');
  return missing.join(', ');
}

/**
 * @param {string} [root] The folder that is served, by default `www`, until `disconnect`.
 * @returns {Promise<{ url: string, evaluate: (script: Function | string, setting: unknown) => Promise<any>, resize: (width: number) => Promise<void>, open: (address: string) => Promise<void>, disconnect: () => Promise<void>, close: () => Promise<void> }>}
 */
export async function openWebKit(root) {
  const server = await serve({ port: 0, root });
  const display = spawn(DISPLAYS, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve) => display.stdio[3]?.once('data', (data) => resolve(String(data).trim())));
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });

  const command = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {object | undefined} */ body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await answering(`http://127.0.0.1:${port}/status`);
  const options = { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } };
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch: options } });
  await command('POST', `/session/${sessionId}/timeouts`, { script: PATIENCE_MS, pageLoad: PATIENCE_MS });

  return {
    url: server.url,
    resize: (width) => command('POST', `/session/${sessionId}/window/rect`, { x: 0, y: 0, width, height: 850 }),
    open: (address) => command('POST', `/session/${sessionId}/url`, { url: address }),
    disconnect: () => server.close(),
    async evaluate(script, setting) {
      const body = `const done = arguments[1]; (${script})(arguments[0]).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await command('POST', `/session/${sessionId}/execute/async`, { script: body, args: [setting] });
      if (error) throw new Error(error);
      return value;
    },
    async close() {
      await command('DELETE', `/session/${sessionId}`, undefined).catch(() => {});
      driver.kill();
      display.kill();
      await server.close();
    },
  };
}

/** @param {string} address */
async function answering(address) {
  const began = performance.now();
  while (!(await fetch(address).then(() => true, () => false))) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${address} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
