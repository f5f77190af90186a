import { digest } from './node_modules/yaodian/www/index.js';
import { ARTICLE } from './article.mjs';

const { figures } = await digest(ARTICLE, { figures: 1 });
document.title = figures.map(({ text, value, unit }) => `${text} ${value} ${unit}`).join() || 'no figures';
