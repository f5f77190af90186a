/** The places of the matrix that need no tool but those at hand; `npm run test:matrix` tries them all. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.js';
import { expectedDigests, install, pack, tryPlace, writeArticles } from './matrix/matrix.js';
import { ESBUILD, NODE, PLAIN } from './matrix/tools.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;
/** @type {string} */
let folder;
/** @type {string} */
let tarball;
/** @type {string} */
let digests;

before(async () => {
  writeArticles();
  digests = await expectedDigests();
  folder = mkdtempSync(join(tmpdir(), 'yaodian-tarball-'));
  tarball = await pack(folder);
  host = await openBrowser();
});

after(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

for (const tool of [PLAIN, ESBUILD, NODE]) {
  test(`${tool.name} gives the same digests in every place`, async (t) => {
    const project = await install(tool, tarball);
    t.after(() => project.remove());
    for (const place of tool.places) {
      for (const { entry, outcome, expected } of await tryPlace(project.folder, place, host.browser, digests)) {
        assert.equal(outcome, expected, `${tool.name}, ${place.name}: ${entry}`);
      }
    }
  });
}
