import { createEngine, createSyncEngine, digest, markdown, YaodianError, type Digest, type Engine, type Figure, type Options } from 'yaodian';
import { digest as digestInline } from 'yaodian/inline';
import { YaoDianElement } from 'yaodian/element';
import 'yaodian/define';
import wasm from 'yaodian/core.wasm';

const options: Options = { sentences: 0.2, words: ['锐捷云', { word: '深蓝岛', tag: 'ns' }] };
const result: Digest = await digest('', options, { signal: new AbortController().signal });
const figure: Figure | undefined = result.figures[0];
const amount: number | null = figure?.value ?? null;
const page: string = await markdown('', null);
const element: YaoDianElement = document.createElement('yao-dian');
const template: JSX.IntrinsicElements['yao-dian'] = { text: '', sentences: 2, title: '', 'onspan-activate': ({ detail }) => detail.fragment.length };
const code: string = new YaodianError('E_OPTION_RANGE', '').code;

using engine: Engine = createEngine({ wasm, worker: () => new Worker('worker.js'), maxLength: 1000, warn: console.warn });
await engine.ready;
for await (const one of engine.digestMany(['', ''])) one.schema satisfies 1;
const mode: 'worker' | 'thread' = engine.mode;
const same: typeof digest = digestInline;
const now: Digest = createSyncEngine(new WebAssembly.Module(new Uint8Array())).digest('');

// @ts-expect-error no option has this name
void digest('', { sentence: 3 });
// @ts-expect-error a text is a string
void digest(3);
// @ts-expect-error a figure may have no value
const value: number = result.figures[0]!.value;
// @ts-expect-error a worker is left out by false
createEngine({ worker: true });
// @ts-expect-error a template asks for a number of sentences
const crooked: svelteHTML.IntrinsicElements['yao-dian'] = { sentences: [] };
// @ts-expect-error an event has what it is told with
const mistaken: JSX.IntrinsicElements['yao-dian'] = { onanalysis: ({ detail }) => detail.headline };

export { amount, code, crooked, element, mistaken, mode, now, page, same, template, value };
