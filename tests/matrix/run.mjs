/**
 * The whole matrix: `node tests/matrix/run.mjs [TOOL …]`. Every place that does not come to what is expected of it is a
 * failure. A run of all writes its table into the README.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../browser.js';
import { expectedDigests, install, pack, tryPlace, writeArticles } from './matrix.js';
import { TOOLS } from './tools.js';

const README = new URL('../../README.md', import.meta.url);
const TABLE = /(?<=<!-- support: made by npm run test:matrix -->\n)[\s\S]*?(?=<!-- \/support -->)/;

const wanted = process.argv.slice(2);
const tools = TOOLS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word.toLowerCase())));

/** @param {string | undefined} outcome */
function cell(outcome) {
  if (outcome === undefined) return '';
  if (outcome === 'nothing') return 'yes, it leaves nothing';
  if (outcome === 'typed') return 'yes, of all entries';
  return outcome.startsWith('E_') ? `no (\`${outcome}\`)` : `yes, ${outcome === 'thread' ? 'on the thread' : 'in a worker'}`;
}

writeArticles();
const digests = await expectedDigests();
const folder = mkdtempSync(join(tmpdir(), 'yaodian-tarball-'));
const tarball = await pack(folder);
const host = await openBrowser();
const rows = [];
const total = { passed: 0, failed: 0 };
for (const tool of tools) {
  const began = performance.now();
  const project = await install(tool, tarball);
  for (const place of tool.places) {
    const results = await tryPlace(project.folder, place, host.browser, digests);
    for (const { entry, outcome, expected, message } of results) {
      const passed = outcome === expected;
      total[passed ? 'passed' : 'failed'] += 1;
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${tool.name}, ${place.name}: ${entry} ${outcome}${passed ? '' : `, expected ${expected}. ${message}`}`);
    }
    const found = new Map(results.map(({ entry, outcome }) => [entry, outcome]));
    rows.push(`| ${tool.name} | ${place.name} | ${cell(found.get('yaodian'))} | ${cell(found.get('yaodian/inline'))} |`);
  }
  project.remove();
  console.log(`       ${tool.name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
await host.close();
rmSync(folder, { recursive: true });

if (wanted.length === 0 && total.failed === 0) {
  const table = ['| | | `yaodian` | `yaodian/inline` |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
  writeFileSync(README, readFileSync(README, 'utf8').replace(TABLE, () => table));
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
