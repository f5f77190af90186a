/** The whole digest: the story first, its evidence after, the text last. */

import { node } from './node.js';
import { articleView } from './article.js';
import { checksView } from './checks.js';
import { entitiesView } from './entities.js';
import { figuresView } from './figures.js';
import { headingView } from './heading.js';
import { keywordsView } from './keywords.js';
import { peopleView } from './people.js';
import { seriesView } from './series.js';
import { summaryView } from './summary.js';
import { timelineView } from './timeline.js';

/**
 * @param {string} text The text the digest was made of.
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function digestView(text, digest, language) {
  const back = node('button', { type: 'button', class: 'return', part: 'return', hidden: true }, language.goBack);
  return node(
    'div',
    { class: 'digest' },
    headingView(digest, language),
    column(
      'story',
      summaryView(digest, language),
      figuresView(text, digest, language),
      seriesView(digest, language),
      checksView(digest, language),
      peopleView(digest, language),
    ),
    column(
      'index',
      keywordsView(digest, language),
      entitiesView('organization', digest.organizations, language),
      entitiesView('place', digest.places, language),
      timelineView(text, digest, language),
    ),
    articleView(text, digest, language),
    back,
  );
}

/**
 * @param {string} name
 * @param {...(Node | null)} children
 */
function column(name, ...children) {
  return node('div', { class: `column ${name}` }, ...children);
}
