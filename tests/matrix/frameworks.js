/**
 * Apps that show `<yao-dian>` from the packed tarball: each sets its text, hears of its digest, and sets another text.
 *
 * React 18 and Preact write attributes or set properties as they find them; the others set properties.
 */

/** @typedef {import('./tools.js').Tool} Tool */

const VITE = '8.3.8';

/** @param {string} script */
const page = (script) => `<!doctype html><html lang="zh"><meta charset="utf-8"><title>app</title><link rel="icon" href="data:,"><body><div id="app"></div><script type="module" src="./${script}"></script></body></html>\n`;

/**
 * @param {string} name With its version.
 * @param {Record<string, string>} packages
 * @param {Record<string, string>} files `main.*` is the script of the page.
 * @returns {Tool}
 */
function app(name, packages, files) {
  const script = Object.keys(files).find((file) => file.startsWith('main.')) ?? '';
  return {
    name: `${name}, the element`,
    install: { vite: VITE, ...packages },
    files: { 'index.html': page(script), ...files },
    places: [{ name: 'build with Vite', build: ['vite build'], folder: 'dist', path: () => 'index.html', expected: { yaodian: 'worker' } }],
  };
}

/** @param {string} version @param {string} view Sets the text and listens. */
function react(version, view) {
  return app(`React ${version}`, { react: version, 'react-dom': version }, {
    'main.jsx': `import 'yaodian/define';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ARTICLES, take } from './shown.js';
${view}
createRoot(document.getElementById('app')).render(<App />);
`,
  });
}

const REACT_18 = `function App() {
  const [at, setAt] = useState(0);
  const view = useRef(null);
  useEffect(() => view.current.addEventListener('analysis', ({ detail }) => take(detail, () => setAt(1))), []);
  return <yao-dian ref={view} text={ARTICLES[at]} loading="eager" />;
}`;

const REACT_19 = `function App() {
  const [at, setAt] = useState(0);
  return <yao-dian text={ARTICLES[at]} loading="eager" onanalysis={({ detail }) => take(detail, () => setAt(1))} />;
}`;

const PREACT = `/** @jsxImportSource preact */
import 'yaodian/define';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { ARTICLES, take } from './shown.js';
function App() {
  const [at, setAt] = useState(0);
  return <yao-dian text={ARTICLES[at]} loading="eager" onanalysis={({ detail }) => take(detail, () => setAt(1))} />;
}
render(<App />, document.getElementById('app'));
`;

const SOLID = `import 'yaodian/define';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { ARTICLES, take } from './shown.js';
const [at, setAt] = createSignal(0);
render(() => <yao-dian prop:text={ARTICLES[at()]} loading="eager" on:analysis={({ detail }) => take(detail, () => setAt(1))} />, document.getElementById('app'));
`;

const LIT = `import 'yaodian/define';
import { html, LitElement } from 'lit';
import { ARTICLES, take } from './shown.js';
class DeskPage extends LitElement {
  static properties = { at: { type: Number } };
  constructor() {
    super();
    this.at = 0;
  }
  createRenderRoot() { return this; }
  render() {
    return html\`<yao-dian .text=\${ARTICLES[this.at]} loading="eager" @analysis=\${({ detail }) => take(detail, () => (this.at = 1))}></yao-dian>\`;
  }
}
customElements.define('desk-page', DeskPage);
document.getElementById('app').append(document.createElement('desk-page'));
`;

const VUE = `<script setup>
import 'yaodian/define';
import { ref } from 'vue';
import { ARTICLES, take } from './shown.js';
const at = ref(0);
</script>
<template><yao-dian :text="ARTICLES[at]" loading="eager" @analysis="take($event.detail, () => (at = 1))"></yao-dian></template>
`;

const VUE_CONFIG = `import vue from '@vitejs/plugin-vue';
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'yao-dian' } } })] };
`;

const SVELTE = `<script>
  import 'yaodian/define';
  import { ARTICLES, take } from './shown.js';
  let at = $state(0);
</script>
<yao-dian text={ARTICLES[at]} loading="eager" onanalysis={({ detail }) => take(detail, () => (at = 1))}></yao-dian>
`;

const ANGULAR = `import 'yaodian/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { ARTICLES, take } from './shown.js';
@Component({
  selector: 'desk-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: '<yao-dian [text]="articles[at()]" loading="eager" (analysis)="hear($event)"></yao-dian>',
})
class DeskPage {
  articles = ARTICLES;
  at = signal(0);
  hear(event: Event) {
    take((event as CustomEvent).detail, () => this.at.set(1));
  }
}
bootstrapApplication(DeskPage, { providers: [provideZonelessChangeDetection()] });
`;

/** Its build, as esbuild of which it is made, copies JavaScript alone: worker and wasm are named, with what the worker imports. */
const ASSETS = [{ glob: '{worker.js,pkg/*}', input: 'node_modules/yaodian/www', output: '/' }];

const ANGULAR_FILES = {
  'main.ts': ANGULAR,
  'index.html': '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>app</title><base href="/"><link rel="icon" href="data:,"></head><body><desk-page></desk-page></body></html>\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: { strict: true, target: 'ES2022', module: 'preserve', moduleResolution: 'bundler', skipLibCheck: true, allowJs: true, lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [] },
    files: ['main.ts'],
  }),
  'angular.json': JSON.stringify({
    version: 1,
    cli: { analytics: false },
    projects: {
      app: {
        projectType: 'application',
        root: '',
        sourceRoot: '.',
        architect: {
          build: {
            builder: '@angular/build:application',
            options: { browser: 'main.ts', index: 'index.html', tsConfig: 'tsconfig.json', outputPath: 'dist', assets: ASSETS, aot: true, optimization: true, progress: false },
          },
        },
      },
    },
  }),
};

/** The last version for Node 20. @type {Tool} */
const angular = {
  name: 'Angular 20.3.35, the element',
  install: {
    ...Object.fromEntries(['core', 'common', 'compiler', 'compiler-cli', 'platform-browser'].map((name) => [`@angular/${name}`, '20.3.35'])),
    '@angular/build': '20.3.41', '@angular/cli': '20.3.43', rxjs: '7.8.2', tslib: '2.8.1', typescript: '5.9.3',
  },
  files: ANGULAR_FILES,
  places: [{ name: 'build with its own tool', build: ['ng build app'], folder: 'dist/browser', path: () => 'index.html', expected: { yaodian: 'worker' } }],
};

/** @type {Tool[]} */
export const FRAMEWORKS = [
  react('18.3.1', REACT_18),
  react('19.3.1', REACT_19),
  app('Preact 11.2.0', { preact: '11.2.0' }, { 'main.jsx': PREACT }),
  app('Solid 1.9.20', { 'solid-js': '1.9.20', 'vite-plugin-solid': '2.11.14' }, { 'main.jsx': SOLID, 'vite.config.js': "import solid from 'vite-plugin-solid';\nexport default { plugins: [solid()] };\n" }),
  app('Lit 3.3.3', { lit: '3.3.3' }, { 'main.js': LIT }),
  app('Vue 3.5.45', { vue: '3.5.45', '@vitejs/plugin-vue': '6.0.11' }, {
    'main.js': "import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#app');\n",
    'App.vue': VUE,
    'vite.config.js': VUE_CONFIG,
  }),
  app('Svelte 5.57.3', { svelte: '5.57.3', '@sveltejs/vite-plugin-svelte': '7.3.1' }, {
    'main.js': "import { mount } from 'svelte';\nimport App from './App.svelte';\nmount(App, { target: document.getElementById('app') });\n",
    'App.svelte': SVELTE,
    'vite.config.js': "import { svelte } from '@sveltejs/vite-plugin-svelte';\nexport default { plugins: [svelte()] };\n",
  }),
  angular,
];
