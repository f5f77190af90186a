/**
 * What the package is loaded with: each tool in a folder of its own with the packed tarball, dev and build.
 *
 * A place is where a page or a program is made and how it is served; `expected` is what each entry comes to there: where
 * the digests are made, or the code of the error. Without one it is a worker for both.
 */

import { readFileSync } from 'node:fs';
import { FRAMEWORKS } from './frameworks.js';

/**
 * @typedef {object} Place
 * @property {string} name
 * @property {string[]} [build] Commands to run first; their last argument list is shell-free, split at spaces.
 * @property {string} [dev] The command that serves the page, with `PORT` for its port.
 * @property {string} [folder] What is served by a plain server instead, relative to the project.
 * @property {string} [foreign] A folder that is served from a second origin, whose address is put for `FOREIGN` in pages.
 * @property {string} [program] A command that prints the outcomes.
 * @property {(entry: string) => string} [path] Of the page.
 * @property {string} [imports] A command that prints what importing the entries does.
 * @property {true} [typed] Whether it builds is the question.
 * @property {(entry: string) => string} [unused] The bundle of a module that imports the entry and does not use it.
 * @property {Record<string, string>} [expected]
 *
 * @typedef {object} Tool
 * @property {string} name
 * @property {Record<string, string>} [install] Packages beside the tarball, pinned.
 * @property {Record<string, string>} [files]
 * @property {Place[]} places
 */

/** Copies JavaScript and leaves the files beside it behind; the error says so. */
const MOVED = { yaodian: 'E_WASM_URL', 'yaodian/inline': 'worker' };
/** Made of texts, workers would keep the program alive: see www/platform/inline.js. */
const PROGRAM = { yaodian: 'worker', 'yaodian/inline': 'thread' };
const EDGE = { yaodian: 'thread' };
const EDGE_BOTH = { yaodian: 'thread', 'yaodian/inline': 'thread' };

const UNUSED_FILES = {
  'unused/dot.js': "import { digest } from 'yaodian';\nimport { YaoDianElement } from 'yaodian/element';\n",
  'unused/inline.js': "import { createEngine } from 'yaodian/inline';\n",
  'unused/empty.js': 'export {};\n',
};

/**
 * @param {string} command
 * @returns {Place}
 */
const unused = (command) => ({
  name: 'build of an import that is not used',
  build: [command],
  unused: (entry) => `unused/dist/${entry}.js`,
  expected: { yaodian: 'nothing', 'yaodian/inline': 'nothing' },
});

/**
 * @param {string} command
 * @returns {Place}
 */
const still = (command) => ({ name: 'import alone', imports: command, expected: { yaodian: 'nothing', 'yaodian/inline': 'nothing' } });

/**
 * @param {string} version
 * @param {Place[]} dev
 * @returns {Tool}
 */
function vite(version, dev) {
  return {
    name: `Vite ${version}`,
    install: { vite: version },
    files: {
      'vite.config.js': "export default { build: { rollupOptions: { input: ['dot.html', 'inline.html'] } } };\n",
      'vite.exclude.config.js': "export default { optimizeDeps: { exclude: ['yaodian'] } };\n",
    },
    places: [...dev, { name: 'build', build: ['vite build'], folder: 'dist' }],
  };
}

const VITE_DEV = 'vite --host 127.0.0.1 --port PORT --strictPort';
/** Until version 8, pre-bundling moves the JavaScript alone. */
const VITE_DEV_MOVED = [
  { name: 'dev', dev: VITE_DEV, expected: MOVED },
  { name: 'dev, kept out of pre-bundling', dev: `${VITE_DEV} --config vite.exclude.config.js`, expected: { yaodian: 'worker' } },
];

/** @param {string} entry */
const page = (entry) => `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${entry}</title><link rel="icon" href="data:,">`;

/** @param {string} attributes */
const pages = (attributes) =>
  Object.fromEntries(['dot', 'inline'].map((entry) => [`dist/${entry}.html`, `${page(entry)}<script ${attributes} src="${entry}.js"></script></html>\n`]));

/** @param {string} url Of the packages. */
const imports = (url) => {
  const map = JSON.stringify({ imports: { yaodian: `${url}/yaodian/www/index.js`, 'yaodian/inline': `${url}/yaodian/www/pkg/inline.js` } });
  return (/** @type {string} */ entry) =>
    `${page(entry)}<script type="importmap">${map}</script><script type="module" src="../${entry}.js"></script></html>\n`;
};

/**
 * @param {string} entry
 * @param {string} file
 */
const script = (entry, file) => `${page(entry)}<script type="module">
  import * as yaodian from '../node_modules/yaodian/www/${file}';
  import { report } from '../report.js';
  globalThis.outcome = report(yaodian);
</script></html>
`;

/** @type {Tool} */
export const PLAIN = {
  name: 'no tool',
  files: {
    'script/dot.html': script('dot', 'index.js'),
    'script/inline.html': script('inline', 'pkg/inline.js'),
    ...Object.fromEntries(
      ['dot', 'inline'].flatMap((entry) => [
        [`map/${entry}.html`, imports('../node_modules')(entry)],
        [`foreign/${entry}.html`, imports('FOREIGN/node_modules')(entry)],
      ]),
    ),
  },
  places: [
    { name: 'module script', folder: '.', path: (entry) => `script/${entry}.html` },
    { name: 'import map', folder: '.', path: (entry) => `map/${entry}.html` },
    { name: 'files of another origin', folder: '.', foreign: '.', path: (entry) => `foreign/${entry}.html` },
  ],
};

/** @type {Tool} */
export const ESBUILD = {
  name: 'esbuild 0.28.2',
  install: { esbuild: '0.28.2' },
  files: pages('type="module"'),
  places: [
    { name: 'serve', dev: 'esbuild dot.js inline.js --bundle --format=esm --outdir=dist --servedir=dist --serve=127.0.0.1:PORT', expected: MOVED },
    { name: 'build', build: ['esbuild dot.js inline.js --bundle --minify --format=esm --outdir=dist'], folder: 'dist', expected: MOVED },
  ],
};

/** @type {Tool} */
export const NODE = {
  name: 'Node',
  places: [
    { name: 'main thread', program: 'node print.js', expected: PROGRAM },
    { name: 'worker_threads', program: 'node thread.js', expected: PROGRAM },
  ],
};

const WEBPACK_CONFIG = `import { fileURLToPath } from 'node:url';
const folder = fileURLToPath(new URL('dist', import.meta.url));
export default { mode: 'production', performance: false, entry: { dot: './dot.js', inline: './inline.js' }, output: { path: folder }, devServer: { static: folder, hot: false, liveReload: false, client: false } };
`;

const WEBPACK_UNUSED_CONFIG = `import { fileURLToPath } from 'node:url';
const folder = fileURLToPath(new URL('unused/dist', import.meta.url));
const entry = Object.fromEntries(['dot', 'inline', 'empty'].map((name) => [name, './unused/' + name + '.js']));
export default { mode: 'production', performance: false, entry, output: { path: folder } };
`;

const WORKERD_CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:PORT", http = (), service = "main")]
);
const main :Workerd.Worker = (
  compatibilityDate = "2025-01-01",
  modules = [
    (name = "worker.js", esModule = embed "dist/worker.js"),
    (name = "pkg/yaodian_bg.wasm", wasm = embed "node_modules/yaodian/www/pkg/yaodian_bg.wasm")
  ]
);
`;

const NEXT_PAGE = (/** @type {string} */ entry, /** @type {string} */ name) => `'use client';
import * as yaodian from '${entry}';
import { useEffect } from 'react';
import { report } from '../../report.js';
export default function Page() {
  useEffect(() => { globalThis.outcome = report(yaodian); }, []);
  return <p>${name}</p>;
}
`;

const NEXT_ROUTE = (/** @type {string} */ entry) => `import * as yaodian from '${entry}';
import { report } from '../../report.js';
export const runtime = 'edge';
export const dynamic = 'force-dynamic';
export const GET = async () => Response.json(await report(yaodian));
`;

/** Next's build with webpack fails on every route of the App Router that runs at the edge, also on an empty one. */
const NEXT_API = (/** @type {string} */ entry) => `import * as yaodian from '${entry}';
import { report } from '../../report.js';
export const config = { runtime: 'edge' };
export default async () => Response.json(await report(yaodian));
`;

const NEXT = { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' };
const NEXT_DEV = 'next dev --hostname 127.0.0.1 --port PORT';
const NEXT_START = 'next start --hostname 127.0.0.1 --port PORT';

const NEXT_LAYOUT = { 'app/layout.jsx': 'export default function Layout({ children }) { return <html lang="zh"><body>{children}</body></html>; }\n' };

/** @type {Record<string, string>} */
const NEXT_FILES = {
  ...NEXT_LAYOUT,
  'app/dot/page.jsx': NEXT_PAGE('yaodian', 'dot'),
  'app/inline/page.jsx': NEXT_PAGE('yaodian/inline', 'inline'),
};

/** The oldest TypeScript that the types are for; it does not know the word yet. */
const OLD_TYPES = readFileSync(new URL('../package/types.ts', import.meta.url), 'utf8').replace(/^using /m, 'const ');
const TSC = 'tsc --noEmit --strict --exactOptionalPropertyTypes --target es2022 --lib es2023,dom,dom.iterable';

/** @type {Tool[]} */
export const TOOLS = [
  PLAIN,
  ESBUILD,
  NODE,
  vite('5.4.21', VITE_DEV_MOVED),
  vite('6.4.6', VITE_DEV_MOVED),
  vite('7.3.8', VITE_DEV_MOVED),
  vite('8.3.8', [{ name: 'dev', dev: VITE_DEV }]),
  {
    name: 'webpack 5.112.2',
    install: { webpack: '5.112.2', 'webpack-cli': '7.3.1', 'webpack-dev-server': '6.1.0' },
    files: { 'webpack.config.js': WEBPACK_CONFIG, 'unused.config.js': WEBPACK_UNUSED_CONFIG, ...UNUSED_FILES, ...pages('defer') },
    places: [
      unused('webpack --config unused.config.js'),
      { name: 'serve', dev: 'webpack serve --mode development --host 127.0.0.1 --port PORT' },
      { name: 'build', build: ['webpack'], folder: 'dist' },
    ],
  },
  {
    name: 'Rollup 4.68.8',
    install: { rollup: '4.68.8', '@rollup/plugin-node-resolve': '16.0.3' },
    files: { ...pages('type="module"'), ...UNUSED_FILES },
    places: [
      unused('rollup unused/dot.js unused/inline.js unused/empty.js --dir unused/dist --plugin @rollup/plugin-node-resolve={browser:true}'),
      { name: 'build', build: ['rollup dot.js inline.js --dir dist --plugin @rollup/plugin-node-resolve={browser:true}'], folder: 'dist', expected: MOVED },
    ],
  },
  {
    name: 'Parcel 2.16.4',
    install: { parcel: '2.16.4' },
    files: {},
    places: [
      { name: 'serve', dev: 'parcel serve dot.html inline.html --host 127.0.0.1 --port PORT --no-hmr' },
      { name: 'build', build: ['parcel build dot.html inline.html --dist-dir dist --no-source-maps'], folder: 'dist' },
    ],
  },
  {
    name: 'Next 16.4.6',
    install: NEXT,
    files: NEXT_FILES,
    places: [
      { name: 'dev', dev: NEXT_DEV, path: (entry) => entry },
      { name: 'build', build: ['next build'], dev: NEXT_START, path: (entry) => entry },
      { name: 'build with webpack', build: ['next build --webpack'], dev: NEXT_START, path: (entry) => entry },
    ],
  },
  {
    name: 'Next 16.4.6, edge route',
    install: NEXT,
    files: { ...NEXT_LAYOUT, 'app/dot/route.js': NEXT_ROUTE('yaodian'), 'app/inline/route.js': NEXT_ROUTE('yaodian/inline') },
    places: [
      { name: 'dev', dev: NEXT_DEV, path: (entry) => entry, expected: EDGE_BOTH },
      { name: 'build', build: ['next build'], dev: NEXT_START, path: (entry) => entry, expected: EDGE_BOTH },
    ],
  },
  {
    name: 'Next 16.4.6, edge API',
    install: NEXT,
    files: { 'pages/api/dot.js': NEXT_API('yaodian'), 'pages/api/inline.js': NEXT_API('yaodian/inline') },
    places: [{ name: 'build with webpack', build: ['next build --webpack'], dev: NEXT_START, path: (entry) => `api/${entry}`, expected: EDGE_BOTH }],
  },
  {
    name: 'TypeScript 5.0.4',
    install: { typescript: '5.0.4' },
    files: { 'types.ts': OLD_TYPES },
    places: ['node16', 'nodenext', 'bundler'].map((resolution) => ({
      name: `types, module resolution ${resolution}`,
      build: [`${TSC} --module ${resolution === 'bundler' ? 'esnext' : resolution} --moduleResolution ${resolution} types.ts`],
      typed: true,
      expected: { yaodian: 'typed' },
    })),
  },
  { name: 'Bun 1.4.5', install: { bun: '1.4.5' }, places: [{ name: 'main thread', program: 'bun print.js', expected: PROGRAM }, still('bun still.js')] },
  { name: 'Deno 2.9.6', install: { deno: '2.9.6' }, places: [{ name: 'main thread', program: 'deno run --allow-read print.js', expected: PROGRAM }, still('deno run --allow-read still.js')] },
  {
    name: 'workerd 1.20261117.1',
    install: { workerd: '1.20261117.1', esbuild: '0.28.2' },
    files: { 'config.capnp': WORKERD_CONFIG },
    places: [
      {
        name: 'request',
        build: ['esbuild workerd.js --bundle --format=esm --conditions=workerd --outfile=dist/worker.js --external:*.wasm'],
        dev: 'workerd serve config.capnp',
        path: () => '',
        expected: EDGE,
      },
    ],
  },
  ...FRAMEWORKS,
];
