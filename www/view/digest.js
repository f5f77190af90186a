/** The whole digest: the story first, who speaks in it, its evidence beside them, where to go at the end. */

import { node } from './node.js';
import { articleView } from './article.js';
import { checksView } from './checks.js';
import { entitiesView } from './entities.js';
import { figuresView } from './figures.js';
import { headingView } from './heading.js';
import { keywordsView } from './keywords.js';
import { peopleView } from './people.js';
import { runningDigest } from './running.js';
import { seriesView } from './series.js';
import { summaryView } from './summary.js';
import { timelineView } from './timeline.js';

/** Parts a narrow screen offers to jump to, where they are. */
const JUMPS = /** @type {const} */ (['summary', 'figures', 'people', 'keywords', 'article']);

/**
 * @param {string} text The text the digest was made of.
 * @param {import('../digest.js').Digest} given
 * @param {import('./language.js').Language} language
 * @param {'reading' | 'tidying' | 'hosted'} mode Hosted: the article stands in the page around, and not here once more.
 */
export function digestView(text, given, language, mode) {
  const digest = runningDigest(given);
  const view = node(
    'div',
    { class: `digest ${mode}` },
    headingView(text, digest, language),
    column(
      'story',
      summaryView(digest, language),
      figuresView(text, digest, language),
      seriesView(digest, language),
      checksView(text, digest, language),
    ),
    peopleView(digest, language),
    mode !== 'hosted' && articleView(text, digest, language, mode),
    column(
      'index',
      keywordsView(digest, language),
      entitiesView('organization', digest, language),
      entitiesView('place', digest, language),
      timelineView(text, digest, language),
    ),
    node('button', { type: 'button', class: 'return', part: 'return', hidden: true }, language.goBack),
  );
  view.querySelector('.head')?.after(jumps(view, language));
  return view;
}

/**
 * @param {string} name
 * @param {...(Node | null)} children
 */
function column(name, ...children) {
  return node('div', { class: `column ${name}` }, ...children);
}

/**
 * @param {Element} view
 * @param {import('./language.js').Language} language
 */
function jumps(view, language) {
  const there = JUMPS.filter((name) => view.querySelector(`section.${name}`));
  return node(
    'nav',
    { class: 'jumps', part: 'jumps', 'aria-label': language.jump },
    ...there.map((name) => node('button', { type: 'button', 'data-jump': name }, language[name])),
  );
}
