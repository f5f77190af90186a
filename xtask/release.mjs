/**
 * Refuses a version number that says less than the results do: `node xtask/release.mjs [FOLDER]` compares the golden
 * digests of tests/articles and tests/pages, which the tests hold to what the engine gives, with those of the last tag.
 *
 * A change of the contract's number is a major version. A golden digest of the same source that differs is a minor one,
 * as ranks and names may change, and the differences are counted. Else a patch will do. Before 1.0.0 a minor version says
 * what a major says after it.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GOLDEN = /^tests\/(?:articles|pages)\/(.*)\/expected\.txt$/;
const SIZES = ['none', 'patch', 'minor', 'major'];

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function lastTag() {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v*');
  } catch {
    return null;
  }
}

/**
 * @param {string} tag
 * @returns {string[]} Texts that are as they were and whose digest is not.
 */
function changedDigests(tag) {
  const changed = git('diff', '--name-status', '--no-renames', tag, '--', 'tests/articles', 'tests/pages').split('\n');
  const modified = changed.filter((line) => line.startsWith('M\t')).map((line) => line.slice(2));
  const sources = new Set(modified.filter((path) => !GOLDEN.test(path)).map((path) => path.slice(0, path.lastIndexOf('/'))));
  return modified.filter((path) => GOLDEN.test(path) && !sources.has(path.slice(0, path.lastIndexOf('/'))));
}

/** @param {string} types Of the digest. */
const contract = (types) => /^ {2}schema: (\d+);/m.exec(types)?.[1];

/**
 * @param {string} before
 * @param {string} after
 * @returns {string} The size of the step between two versions.
 */
function step(before, after) {
  const [old, fresh] = [before, after].map((version) => version.split('.').map(Number));
  const at = fresh.findIndex((number, index) => number !== old[index]);
  if (at < 0) return 'none';
  if (fresh[at] < old[at]) throw new Error(`${after} comes before ${before}`);
  return ['major', 'minor', 'patch'][at];
}

const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const tag = lastTag();
if (tag === null) {
  console.log(`${version} is the first release: there is no tag to compare it with`);
} else {
  const digests = changedDigests(tag);
  const types = 'www/digest.d.ts';
  const breaks = contract(git('show', `${tag}:${types}`)) !== contract(readFileSync(join(folder, types), 'utf8'));
  const needed = breaks && !version.startsWith('0.') ? 'major' : breaks || digests.length > 0 ? 'minor' : 'patch';
  const said = step(tag.slice(1), version);
  for (const path of digests) console.log(`changed: ${path}`);
  console.log(`${digests.length} golden digests changed since ${tag}${breaks ? ', and the contract' : ''}: at least a ${needed} version; ${version} is ${said === 'none' ? 'the same' : `a ${said} one`}`);
  if (SIZES.indexOf(said) < SIZES.indexOf(needed)) process.exitCode = 1;
}
