import { digest, markdown } from 'yaodian';
import { ARTICLE } from './article.mjs';

const { summary, figures } = await digest(ARTICLE, { sentences: 1, figures: 1 });
console.log(
  JSON.stringify({
    summary: summary.sentences,
    figures: figures.map(({ text, value, unit }) => ({ text, value, unit })),
    markdown: await markdown(ARTICLE),
  }),
);
