import { digest } from './node_modules/yaodian/www/index.js';
import { ARTICLE } from './article.mjs';

const { figures: [{ text, value, unit }] } = await digest(ARTICLE, { figures: 1 });
document.title = `${text} ${value} ${unit}`;
