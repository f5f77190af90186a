/**
 * The site: `www` → `dist`, a folder that any host serves as it is.
 *
 * All modules stand in a folder named after their content, so that they can be kept for ever; `index.html`, `embed.html`,
 * `sw.js` and the manifest keep their names. `embed.txt` is the snippet for other pages, with the hash of every module;
 * `integrity.json` names the hash of every file, as `integrity` takes it.
 */

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HEADERS } from './serve.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WWW = join(ROOT, 'www');
const DIST = join(ROOT, 'dist');

/** At the root of the site, under names that do not change. */
const FIXED = ['index.html', 'embed.html', 'example.html', 'sw.js', 'manifest.webmanifest', 'icon.svg', 'custom-elements.json'];
/** Modules that the site begins with; what they import comes along, the rest of the package does not. */
const ENTRIES = ['page.js', 'embed.js', 'frame.js', 'define.js', 'worker.js'];
const ASSETS = /^(?:page\.css|embed\.css|pkg\/yaodian_bg\.wasm|samples\/.*)$/;
const PAGES = [['index.html', 'page.js'], ['embed.html', 'embed.js'], ['example.html', 'define.js']];

/**
 * @param {string} folder
 * @returns {Promise<string[]>} Paths below it, in order, with slashes.
 */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).sort();
}

/**
 * @param {string | Buffer} content
 * @param {'sha256' | 'sha384'} algorithm
 */
function digestOf(content, algorithm) {
  return createHash(algorithm).update(content).digest('base64');
}

/**
 * The modules that a module loads, itself first.
 *
 * @param {string} entry
 * @param {Map<string, Buffer>} contents
 */
function graph(entry, contents) {
  const seen = new Set([entry]);
  for (const path of seen) {
    const source = contents.get(path)?.toString() ?? '';
    // Sources have an import a line, bundles all of them in one.
    for (const [, target] of source.matchAll(/(?:^|;)(?:(?:import|export)\b[^'";]*?from|import) ?["'](\.[^"']+)["']/gm)) {
      seen.add(posix.join(dirname(path), target));
    }
  }
  return [...seen];
}

const paths = (await filesOf(WWW)).filter((path) => FIXED.includes(path) || ASSETS.test(path) || path.endsWith('.js'));
const contents = new Map(await Promise.all(paths.map(async (path) => /** @type {const} */ ([path, await readFile(join(WWW, path))]))));
const modules = new Set(ENTRIES.flatMap((entry) => graph(entry, contents)));
const moved = paths.filter((path) => modules.has(path) || ASSETS.test(path));
const version = createHash('sha256').update(moved.map((path) => `${path} ${digestOf(contents.get(path) ?? '', 'sha256')}`).join('\n')).digest('hex').slice(0, 12);

await rm(DIST, { recursive: true, force: true });
for (const path of moved) {
  await mkdir(dirname(join(DIST, version, path)), { recursive: true });
  await cp(join(WWW, path), join(DIST, version, path));
}

for (const [page, entry] of PAGES) {
  const preloads = graph(entry, contents).slice(1).map((path) => `    <link rel="modulepreload" href="./${version}/${path}">`);
  const html = String(contents.get(page))
    .replace(/(href|src)="\.\/((?!icon\.svg|manifest)[\w.-]+\.(?:css|js))"/g, `$1="./${version}/$2"`)
    .replace('<html lang="zh-Hans">', `<html lang="zh-Hans" data-version="${version}">`)
    .replace('  </head>', `${preloads.join('\n')}\n  </head>`);
  await writeFile(join(DIST, page), html);
}
for (const path of FIXED.filter((name) => !/html$|^sw\.js$/.test(name))) await cp(join(WWW, path), join(DIST, path));

const kept = (await filesOf(DIST)).filter((path) => path !== 'example.html');
const hashes = await Promise.all(kept.map(async (path) => [path, digestOf(await readFile(join(DIST, path)), 'sha256')]));
await writeFile(
  join(DIST, 'sw.js'),
  String(contents.get('sw.js'))
    .replace("const VERSION = '';", `const VERSION = '${version}';`)
    .replace('const FILES = [];', `const FILES = ${JSON.stringify(hashes, null, 1)};`),
);

const embedded = graph('define.js', contents);
const integrity = (/** @type {string} */ path) => `sha384-${digestOf(contents.get(path) ?? '', 'sha384')}`;
const snippet = [
  '<!-- Replace https://your.host/ by where this folder is served. -->',
  ...embedded.slice(1).map((path) => `<link rel="modulepreload" href="https://your.host/${version}/${path}" integrity="${integrity(path)}" crossorigin>`),
  `<script type="module" src="https://your.host/${version}/define.js" integrity="${integrity('define.js')}" crossorigin></script>`,
  '<yao-dian>',
  '  <p>……the article……</p>',
  '</yao-dian>',
  '',
];
await writeFile(join(DIST, 'embed.txt'), snippet.join('\n'));

const files = await Promise.all((await filesOf(DIST)).map(async (path) => [path, `sha384-${digestOf(await readFile(join(DIST, path)), 'sha384')}`]));
await writeFile(join(DIST, 'integrity.json'), `${JSON.stringify(Object.fromEntries(files), null, 1)}\n`);

const headers = Object.entries(HEADERS).filter(([name]) => name !== 'Cache-Control').map(([name, value]) => `  ${name}: ${value}`);
await writeFile(join(DIST, '_headers'), ['/*', ...headers, '  Cache-Control: no-cache', `/${version}/*`, '  Cache-Control: public, max-age=31536000, immutable', ''].join('\n'));
console.log(`${basename(DIST)}: ${moved.length + FIXED.length} files, version ${version}`);
