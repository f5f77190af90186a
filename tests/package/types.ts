import { digest, markdown, YaodianError, type Digest, type Figure, type Options } from 'yaodian';
import { YaoDianElement } from 'yaodian/element';
import 'yaodian/define';

const options: Options = { sentences: 0.2, words: ['锐捷云', { word: '深蓝岛', tag: 'ns' }] };
const result: Digest = await digest('', options, { signal: new AbortController().signal });
const figure: Figure | undefined = result.figures[0];
const amount: number | null = figure?.value ?? null;
const page: string = await markdown('', null);
const element: YaoDianElement = document.createElement('yao-dian');
const code: string = new YaodianError('E_OPTION_RANGE', '').code;

// @ts-expect-error no option has this name
void digest('', { sentence: 3 });
// @ts-expect-error a text is a string
void digest(3);
// @ts-expect-error a figure may have no value
const value: number = result.figures[0]!.value;

export { amount, code, element, page, value };
