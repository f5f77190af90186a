/** What the reader should check: the arithmetic between figures, held or broken, and what the text says in two ways. */

import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { places } from './place.js';
import { runningWords } from './running.js';
import { shownText, writtenAmounts } from './value.js';

/**
 * @param {string} text
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function checksView(text, digest, language) {
  const { checks, figures } = digest;
  const doubts = digest.notices.filter(({ code }) => isDoubt(code, language)).map((notice) => doubtView(text, notice, digest, language));
  if (checks.length + doubts.length === 0) return null;
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
      !check.holds && result && apart(check.arithmetic, result, language),
      node('span', { class: 'terms', lang: articleTag(digest) }, ...listed.map((figure) => itemButton(`figure-${figure.id}`, 'term', shownText(figure, language)))),
    );
  });
  return section('checks', language.checks, node('ul', { class: 'check-list' }, ...doubts, ...rows));
}

/**
 * How many places ask to be checked.
 *
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function countDoubts({ checks, notices }, language) {
  return checks.filter(({ holds }) => !holds).length + notices.filter(({ code }) => isDoubt(code, language)).length;
}

/**
 * Whether a notice asks the reader to check two places of the text, rather than to know something of the result.
 *
 * @param {string} code
 * @param {import('./language.js').Language} language
 */
export function isDoubt(code, language) {
  return Object.hasOwn(language.doubts, code);
}

/**
 * @param {string} text
 * @param {import('../digest.js').Notice} notice
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
function doubtView(text, { code, span }, digest, language) {
  const place = span && places(digest).find(({ start, end }) => start < span.end && end > span.start);
  const sentence = span && digest.sentences.find(({ start, end }) => start <= span.start && end >= span.end);
  const words = sentence ? runningWords(text, sentence.start, sentence.end).trim() : '';
  return node(
    'li',
    { class: 'broken' },
    node('span', { class: 'verdict' }, language.doubt),
    node('span', { class: 'check-kind' }, language.doubts[code]),
    span && node('span', { class: 'arithmetic' }, runningWords(text, span.start, span.end)),
    place && node('span', { class: 'terms', lang: articleTag(digest) }, itemButton(place.key, 'term', words)),
  );
}

/**
 * By how far the two ends of a broken sum are apart, in the unit in which the text has its result.
 *
 * @param {string} arithmetic
 * @param {import('../digest.js').Figure} result
 * @param {import('./language.js').Language} language
 */
function apart(arithmetic, result, language) {
  const ends = /(-?[\d.]+)(%?)≠(-?[\d.]+)%?$/.exec(arithmetic);
  if (!ends) return null;
  const [, computed, percent, stated] = ends;
  const decimals = Math.max(...[computed, stated].map((number) => number.split('.')[1]?.length ?? 0));
  const difference = Math.abs(Number(stated) - Number(computed)).toFixed(decimals);
  const unit = writtenAmounts(result.text).at(-1)?.unit ?? '';
  return node('span', { class: 'apart' }, language.apart(difference + (percent || unit === '%' ? language.points : unit)));
}
