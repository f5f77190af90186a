/** Organisations and places as chips. */

import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';

/** The first by the digest's own order; the rest is a fold away. */
const SHOWN = 12;

/**
 * @param {'organization' | 'place'} kind
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function entitiesView(kind, digest, language) {
  const name = kind === 'place' ? 'places' : 'organizations';
  const entities = digest[name];
  if (entities.length === 0) return null;
  const chips = entities.map((entity, index) => {
    const button = itemButton(
      `${kind}-${index}`,
      'chip',
      entity.name,
      entity.mentions.length > 1 && node('span', { class: 'count' }, String(entity.mentions.length)),
    );
    if (entity.aliases.length > 0) button.title = entity.aliases.join('、');
    return node('li', {}, button);
  });
  const rest = chips.slice(SHOWN);
  return section(
    name,
    language[name],
    node('ul', { class: 'chips', lang: articleTag(digest) }, ...chips.slice(0, SHOWN)),
    rest.length > 0 &&
      node('details', { 'data-fold': name }, node('summary', {}, language.more(rest.length)), node('ul', { class: 'chips', lang: articleTag(digest) }, ...rest)),
  );
}
