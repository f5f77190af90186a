/** The arithmetic between figures, held or broken, each sum with its links. */

import { itemButton, node, section } from './node.js';

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function checksView({ checks, figures }, language) {
  if (checks.length === 0) return null;
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const broken = checks.filter((check) => !check.holds);
  const rows = [...broken, ...checks.filter((check) => check.holds)].map((check) => {
    const listed = check.figures.flatMap((id) => byId.get(id) ?? []);
    const result = listed.at(-1);
    return node(
      'li',
      { class: check.holds ? 'holds' : 'broken' },
      node('span', { class: 'verdict' }, check.holds ? language.holds : language.broken),
      node('span', { class: 'check-kind' }, [language.check[check.kind], result?.property?.text].filter(Boolean).join(' · ')),
      node('span', { class: 'arithmetic' }, check.arithmetic.replace(/[=≠≈+×÷−]/g, ' $& ')),
      node('span', { class: 'terms' }, ...listed.map((figure) => itemButton(`figure-${figure.id}`, 'term', figure.text))),
    );
  });
  return section('checks', language.checks, node('ul', { class: 'check-list' }, ...rows));
}
