/**
 * Cargo.lock and package-lock.json → `www/pkg/sbom.json`, a bill of materials (CycloneDX 1.6) of what the package holds.
 *
 * Crates that are linked into the wasm are `required`. Macros with what they are made of, and the npm packages that make
 * files of the package, worked on it and are not in it: `excluded`. No package is needed at run time. There is no date and
 * no serial number in it, so that the same sources give the same bytes.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = 'wasm32-unknown-unknown';
/** What `xtask/bundle.mjs` and `cargo xtask wasm` run. */
const TOOLS = ['binaryen', 'esbuild'];

/** @param {string} name */
const read = (name) => readFileSync(`${ROOT}${name}`, 'utf8');
const manifest = JSON.parse(read('package.json'));

/** The checksums of Cargo.lock, by name and version. */
const checksums = new Map([...read('Cargo.lock').matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"/g)].map(([, name, version, hash]) => [`${name}@${version}`, hash]));

/**
 * @param {string} edges The kinds of dependencies that are followed.
 * @returns {[name: string, version: string, license: string][]} Of the crates that the wasm is built of, itself left out.
 */
function crates(edges) {
  const args = ['tree', '--locked', '--package', manifest.name, '--target', TARGET, '--edges', edges, '--prefix', 'none', '--no-dedupe', '--format', '{p} {l}'];
  const lines = new Set(execFileSync('cargo', args, { cwd: ROOT, encoding: 'utf8' }).trimEnd().split('\n').slice(1));
  return [...lines].map((line) => /** @type {any} */ (/^(\S+) v(\S+) (?:\(proc-macro\) )?(.+)$/.exec(line)?.slice(1)));
}

const linked = new Set(crates('normal,no-proc-macro').map(([name]) => name));

/** @param {[name: string, version: string, license: string]} crate */
function crate([name, version, license]) {
  return component('cargo', name, version, linked.has(name) ? 'required' : 'excluded', license, { alg: 'SHA-256', content: checksums.get(`${name}@${version}`) });
}

/** @param {string} name */
function tool(name) {
  const { version, license, integrity } = JSON.parse(read('package-lock.json')).packages[`node_modules/${name}`];
  const [algorithm, hash] = integrity.split('-');
  return component('npm', name, version, 'excluded', license, { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') });
}

/**
 * @param {'cargo' | 'npm'} registry
 * @param {string} name
 * @param {string} version
 * @param {string} scope
 * @param {string} license
 * @param {{ alg: string, content: string | undefined }} hash Of what the registry hands out.
 */
function component(registry, name, version, scope, license, hash) {
  const purl = `pkg:${registry}/${name}@${version}`;
  return { type: 'library', 'bom-ref': purl, name, version, scope, hashes: [hash], licenses: [{ expression: license.replaceAll('/', ' OR ') }], purl };
}

const purl = `pkg:npm/${manifest.name}@${manifest.version}`;
const components = [...crates('normal,build').map(crate), ...TOOLS.map(tool)].sort((a, b) => (a.purl < b.purl ? -1 : 1));
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'library', 'bom-ref': purl, name: manifest.name, version: manifest.version, licenses: [{ expression: manifest.license }], purl } },
  components,
};
writeFileSync(`${ROOT}www/pkg/sbom.json`, `${JSON.stringify(bill, null, 1)}\n`);
