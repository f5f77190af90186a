/**
 * The job put together from packages, as near to a digest as they come: words and their tags (jieba-wasm), amounts,
 * dimensions, percentages, ages and dates (Microsoft's recognizers for Chinese), sentences by TextRank (ts-textrank). It
 * tells no clutter from the article and no owner of a figure. Bundled by `stack.mjs`.
 */

import * as recognizers from '@microsoft/recognizers-text-suite';
import { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } from 'ts-textrank';

const { Culture, recognizeAge, recognizeCurrency, recognizeDateTime, recognizeDimension, recognizePercentage } = recognizers;
const RECOGNIZE = [recognizeCurrency, recognizeDimension, recognizePercentage, recognizeAge, recognizeDateTime];
const SENTENCES = 3;

/**
 * @param {{ tag: (text: string, hmm: boolean) => { word: string, tag: string }[] }} jieba Loaded.
 * @returns {(text: string) => unknown}
 */
export function stack(jieba) {
  const config = new AbsoluteSummarizerConfig(SENTENCES, new SorensenDiceSimilarity(), new DefaultTextParser(), 0.85, Summarizer.SORT_OCCURENCE);
  const summarizer = new Summarizer(config, new NullLogger());
  return (text) => {
    const words = jieba.tag(text, true);
    const found = RECOGNIZE.map((recognize) => recognize(text, Culture.Chinese));
    // It parts words at spaces and sentences at full stops.
    const spaced = words.map(({ word }) => (/^[。！？\n]$/.test(word) ? '. ' : word)).join(' ');
    return { words, found, summary: summarizer.summarize(spaced, 'en') };
  };
}
