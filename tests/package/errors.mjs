import { digest } from 'yaodian';
import { ARTICLE } from './article.mjs';

const calls = [
  () => digest(undefined),
  () => digest('一'.repeat(20_000_001)),
  () => digest(ARTICLE, { sentence: 3 }),
  () => digest(ARTICLE, { sentences: '3' }),
  () => digest(ARTICLE, { sentences: 21 }),
  () => digest(ARTICLE, { referenceDate: '2023-02-29' }),
  () => digest(ARTICLE, {}, { signal: AbortSignal.abort() }),
];
const outcomes = await Promise.all(calls.map((call) => call().then(() => 'no error', ({ name, code }) => [name, code])));
console.log(JSON.stringify(outcomes));
