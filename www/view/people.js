/** The people in the news: name, titles, organisation, what they said first, and where they are named. */

import { itemButton, node, section } from './node.js';

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function peopleView({ people, quotes }, language) {
  if (people.length === 0) return null;
  const rows = people.map((person, index) => {
    const said = person.quotes.flatMap((quote) => quotes[quote] ?? []);
    const quote = said.find(({ kind }) => kind === 'direct') ?? said[0];
    const post = [person.organization, person.titles[0]].filter(Boolean).join(' ');
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
      quote && node('blockquote', { class: quote.kind }, quote.kind === 'direct' ? `“${quote.text}”` : quote.text),
    );
  });
  return section('people', language.people, node('ul', { class: 'person-list' }, ...rows));
}
