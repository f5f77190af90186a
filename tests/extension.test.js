/** The package in the service worker of a browser extension (Manifest V3): no worker, no blob, no code from elsewhere. */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ARTICLE, CHROMIUM } from './browser.js';

const WWW = fileURLToPath(new URL('../www', import.meta.url));

const MANIFEST = {
  manifest_version: 3,
  name: 'reader',
  version: '1',
  background: { service_worker: 'background.js', type: 'module' },
  content_security_policy: { extension_pages: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'" },
};

const BACKGROUND = `import * as dot from './yaodian/index.js';
import * as inline from './yaodian/pkg/inline.js';
globalThis.read = async (entry, text) => {
  const engine = { dot, inline }[entry].createEngine({ warn: () => {} });
  const digest = await engine.digest(text);
  return [engine.mode, digest.figures.length > 0, JSON.stringify(digest)];
};
`;

test('the service worker of an extension reads a text, from files and from inside the script', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-extension-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const extension = join(folder, 'extension');
  for (const part of ['index.js', 'worker.js', 'platform', 'pkg']) cpSync(join(WWW, part), join(extension, 'yaodian', part), { recursive: true });
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(extension, 'background.js'), BACKGROUND);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    headless: false,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  t.after(() => context.close());
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const read = (/** @type {string} */ entry) => worker.evaluate(([name, text]) => /** @type {any} */ (globalThis).read(name, text), [entry, ARTICLE]);
  const [dot, inline] = [await read('dot'), await read('inline')];
  assert.deepEqual(dot.slice(0, 2), ['thread', true]);
  assert.deepEqual(inline, dot);
});
