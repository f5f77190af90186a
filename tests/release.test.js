/** The step of a version is held to what changed in the golden digests, in a repository of its own. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../xtask/release.mjs', import.meta.url));

const BEFORE = {
  'package.json': '{"version":"1.2.3"}',
  'www/digest.d.ts': 'export interface Digest {\n  schema: 1;\n}\n',
  'tests/articles/one/source.txt': 'a',
  'tests/articles/one/expected.txt': 'A',
  'tests/pages/two/source.html': 'b',
  'tests/pages/two/expected.txt': 'B',
};

/** @type {[what: string, after: Record<string, string>, status: number, says: RegExp][]} */
const RELEASES = [
  ['nothing, and no new version', {}, 1, /^0 golden digests changed since v1\.2\.3: at least a patch version; 1\.2\.3 is the same/m],
  ['nothing, as a patch', { 'package.json': '{"version":"1.2.4"}' }, 0, /^0 golden .*; 1\.2\.4 is a patch one/m],
  ['a digest, as a patch', { 'package.json': '{"version":"1.2.4"}', 'tests/pages/two/expected.txt': 'C' }, 1, /^changed: tests\/pages\/two\/expected\.txt\n1 golden .* at least a minor/m],
  ['a digest, as a minor version', { 'package.json': '{"version":"1.3.0"}', 'tests/articles/one/expected.txt': 'C' }, 0, /is a minor one/],
  ['a text with its digest, as a patch', { 'package.json': '{"version":"1.2.4"}', 'tests/articles/one/source.txt': 'c', 'tests/articles/one/expected.txt': 'C' }, 0, /^0 golden/m],
  ['a new text, as a patch', { 'package.json': '{"version":"1.2.4"}', 'tests/pages/new/source.txt': 'c', 'tests/pages/new/expected.txt': 'C' }, 0, /^0 golden/m],
  ['the contract, as a minor version', { 'package.json': '{"version":"1.3.0"}', 'www/digest.d.ts': '  schema: 2;\n' }, 1, /and the contract: at least a major/],
  ['the contract, as a major version', { 'package.json': '{"version":"2.0.0"}', 'www/digest.d.ts': '  schema: 2;\n' }, 0, /is a major one/],
];

/**
 * @param {string} folder
 * @param {Record<string, string>} files
 */
function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

for (const [what, after, status, says] of RELEASES) {
  test(`a release that changes ${what}`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-release-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const git = (/** @type {string[]} */ ...args) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder, stdio: 'pipe' });
    git('init', '--quiet');
    write(folder, BEFORE);
    git('add', '.');
    git('commit', '--quiet', '--message', 'before');
    git('tag', 'v1.2.3');
    write(folder, after);
    git('add', '.');
    const run = spawnSync(process.execPath, [SCRIPT, folder], { encoding: 'utf8' });
    assert.match(run.stdout, says, run.stderr);
    assert.equal(run.status, status);
  });
}
