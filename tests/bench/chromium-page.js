/** Runs in the page of `chromium.mjs`: times the engine that the address names and asks the server for a report of it. */

import { probe } from './probe.js';

/** A page and a browser that have just started still have other work. */
const SETTLE_MS = 1500;
const jiebaModule = '../../node_modules/jieba-wasm/pkg/web/jieba_rs_wasm.js';

const [engine] = location.search.slice(1).split('&');
const { article, texts } = await (await fetch('../../target/bench/setting.json')).json();

/** @type {Record<string, () => Promise<import('./probe.js').Loaded>>} */
const ENGINES = {
  async yaodian() {
    const { instantiate } = await import('../../www/pkg/yaodian.js');
    const wasm = instantiate(await WebAssembly.compileStreaming(fetch('../../www/pkg/yaodian_bg.wasm')));
    return { call: (text) => JSON.parse(wasm.digest(text, {})), memory: wasm.memory };
  },
  async jieba() {
    const wasm = await import(jiebaModule);
    const { memory } = await wasm.default();
    return { call: (text) => wasm.cut(text, true), memory };
  },
  async stack() {
    const [wasm, { stack }] = await Promise.all([import(jiebaModule), import(new URL('../../target/stack/stack.js', import.meta.url).href)]);
    const { memory } = await wasm.default();
    return { call: stack(wasm), memory };
  },
  async segmentit() {
    const { Segment, useDefault } = await import(new URL('../../node_modules/segmentit/dist/esm/segmentit.js', import.meta.url).href);
    const segment = useDefault(new Segment());
    return { call: (text) => segment.doSegment(text), memory: null };
  },
  async intl() {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    return { call: (text) => [...segmenter.segment(text)], memory: null };
  },
};

/**
 * What a caller of the package waits for its first digest, by way of the worker, and how long at most the page's own
 * thread is kept from other work meanwhile.
 */
async function timePackage() {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  const began = performance.now();
  const { digest } = await import('../../www/index.js');
  await digest(article);
  const first = performance.now() - began;
  port1.close();
  return { first, longest };
}

const report = (/** @type {string} */ name, /** @type {object} */ value) => fetch(`/report/${name}?${encodeURIComponent(JSON.stringify(value))}`);

await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
await report('began', {});
await report('ended', engine === 'package' ? await timePackage() : await probe(ENGINES[engine], article, texts));
