/** Times one engine in a Node of its own: `node node.js yaodian` with `{ article, texts }` on standard input. */

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { probe } from './probe.js';

/** @type {Record<string, () => Promise<import('./probe.js').Loaded>>} */
const ENGINES = {
  async yaodian() {
    const { instantiate } = await import('../../www/pkg/yaodian.js');
    const module = await WebAssembly.compile(await readFile(new URL('../../www/pkg/yaodian_bg.wasm', import.meta.url)));
    const wasm = instantiate(module);
    return { call: (article) => JSON.parse(wasm.digest(article, {})), memory: wasm.memory };
  },
  async jieba() {
    const { cut } = await import('jieba-wasm');
    return { call: (article) => cut(article, true), memory: null };
  },
  async stack() {
    const [{ default: jieba }, { stack }] = await Promise.all([import('jieba-wasm'), import(new URL('../../target/stack/stack.js', import.meta.url).href)]);
    return { call: stack(jieba), memory: null };
  },
  async segmentit() {
    const { default: segmentit } = await import('segmentit');
    const segment = segmentit.useDefault(new segmentit.Segment());
    return { call: (article) => segment.doSegment(article), memory: null };
  },
  async intl() {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    return { call: (article) => [...segmenter.segment(article)], memory: null };
  },
};

const { article, texts } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(await probe(ENGINES[process.argv[2]], article, texts)));
