/** Headline, outlet, date, makers and length: the head of the digest, and what the reader should know of it. */

import { bodyCharacters } from './characters.js';
import { countDoubts, isDoubt } from './checks.js';
import { articleTag } from './language.js';
import { node } from './node.js';
import { dateText } from './date.js';
import { phrasesOf, title, wholesOfTitle } from './title.js';
import { unbrokenWords } from './unbroken.js';

/** Those who wrote it; editors and proofreaders stand in the article. */
const WRITERS = new Set(['reporter', 'correspondent', 'intern', 'author', 'other']);

/**
 * @param {string} text
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function headingView(text, digest, language) {
  const { document: article } = digest;
  const notices = digest.notices.filter(({ code }) => !isDoubt(code, language));
  const doubts = countDoubts(digest, language);
  const names = [...new Set(article.bylines.filter(({ role }) => WRITERS.has(role)).map(({ name }) => name))];
  const facts = [
    !article.headline && node('span', { class: 'no-headline' }, language.untitled),
    article.source && node('span', { class: 'source' }, article.source.text),
    article.published?.value && node('time', { datetime: article.published.value }, dateText(article.published.value, language)),
    names.length > 0 && node('span', {}, names.join('、')),
    node('span', {}, language.characters(bodyCharacters(text, digest))),
    node('span', {}, language.minutes(Math.round(article.length.minutes))),
    doubts > 0 && node('button', { type: 'button', class: 'to-check', 'data-jump': 'checks' }, language.toCheck(doubts)),
  ];
  return node(
    'header',
    { class: 'head', part: 'head' },
    node('h2', { class: article.headline ? 'headline' : 'headline untitled', part: 'headline', lang: articleTag(digest) }, ...phrases(title(digest, language), digest)),
    node('p', { class: 'facts', part: 'facts' }, ...facts),
    notices.length > 0 &&
      node('ul', { class: 'notices', part: 'notices' }, ...notices.map((notice) => node('li', { 'data-code': notice.code }, noticeText(notice, article, language)))),
  );
}

/**
 * @param {import('../digest.js').Notice} notice
 * @param {import('../digest.js').Document} article
 * @param {import('./language.js').Language} language
 */
function noticeText({ code, message }, { published }, { notices }) {
  return Object.hasOwn(notices, code) ? notices[code](published?.value?.slice(0, 4) ?? '') : message;
}

/**
 * A title by the phrases it is written in, which stay on one line where they can.
 *
 * @param {string} words
 * @param {import('../digest.js').Digest} digest
 */
function phrases(words, digest) {
  const whole = wholesOfTitle(digest);
  return phrasesOf(words).map((phrase) => node('span', { class: digest.document.headline && 'phrase' }, ...unbrokenWords(phrase, whole)));
}
