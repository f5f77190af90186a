/** The people in the news: name, titles, organisation, what they said, and where they are named; who made it, apart. */

import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { figuresIn, unbroken } from './unbroken.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Quote} Quote
 * @typedef {import('./language.js').Language} Language
 */

/**
 * @param {Digest} digest
 * @param {Language} language
 */
export function peopleView(digest, language) {
  const { people, quotes, document: article } = digest;
  if (people.length === 0 && article.bylines.length === 0) return null;
  const rows = people.map((person, index) => {
    const said = person.quotes.flatMap((quote) => (quotes[quote] ? [{ quote: quotes[quote], index: quote }] : []));
    const first = said.find(({ quote }) => quote.kind === 'direct') ?? said[0];
    const rest = said.filter((other) => other !== first);
    const post = [person.organization, ...person.titles.slice(0, 1)].filter(Boolean).join(' ');
    return node(
      'li',
      { class: 'person', part: 'person' },
      itemButton(
        `person-${index}`,
        'name',
        node('span', { class: 'person-name' }, person.name),
        node('span', { class: 'count' }, language.mentions(person.mentions.length)),
      ),
      node('p', { class: 'post' }, post || language.peopleUnnamed),
      first && saying(first, digest),
      rest.length > 0 &&
        node(
          'details',
          { 'data-fold': `quotes-${index}` },
          node('summary', {}, language.moreQuotes(rest.length)),
          ...rest.map((said) => saying(said, digest)),
        ),
    );
  });
  return section('people', language.people, rows.length > 0 && node('ul', { class: 'person-list', lang: articleTag(digest) }, ...rows), makers(article, language));
}

/**
 * @param {{ quote: Quote, index: number }} said
 * @param {Digest} digest Its script has the quotation marks that stand around direct speech.
 */
function saying({ quote, index }, digest) {
  const [open, close] = quote.kind === 'indirect' ? '' : digest.script === 'hant' ? '「」' : '“”';
  const words = unbroken(`${open ?? ''}${quote.text}${close ?? ''}`, figuresIn(digest, quote));
  return node('blockquote', { class: quote.kind, part: 'quote' }, itemButton(`quote-${index}`, 'quote', ...words));
}

/**
 * Reporters and editors, who are not people of the story.
 *
 * @param {Digest['document']} article
 * @param {Language} language
 */
function makers({ bylines }, language) {
  if (bylines.length === 0) return null;
  /** @type {Map<string, Set<string>>} */
  const roles = new Map();
  for (const { name, role } of bylines) roles.set(name, (roles.get(name) ?? new Set()).add(language.roles[role]));
  const names = [...roles].map(([name, own]) => `${name}（${[...own].join('、')}）`);
  return node('p', { class: 'makers', part: 'makers' }, `${language.makers}：`, names.join('、'));
}
