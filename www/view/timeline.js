/** The dates of the story, in the order of the calendar. */

import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { isInferred, timeText } from './date.js';
import { runningWords } from './running.js';

/** Enough for the frame of a story; the text has the rest. */
const MAX_DATES = 10;
/** The month with which a quarter or a half begins: it stands before what comes after that in the calendar. */
const BEGINNINGS = new Map([['Q1', '01'], ['H1', '01'], ['Q2', '04'], ['Q3', '07'], ['H2', '07'], ['Q4', '10']]);
/** All clauses that end; a comma within a number ends none. */
const CLAUSES = /^.*(?:[，；;]|,(?!\d))/su;

/**
 * @param {string} text
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function timelineView(text, digest, language) {
  const { times, sentences } = digest;
  const tag = articleTag(digest);
  /** @type {Map<string, { time: import('../digest.js').TimeExpression, index: number }>} */
  const dates = new Map();
  times.forEach((time, index) => {
    const value = time.range?.[0] ?? time.value;
    const id = `${value}/${time.range?.[1] ?? ''}`;
    if (value && time.sentence !== null && !dates.has(id)) dates.set(id, { time, index });
  });
  if (dates.size < 2) return null;
  const rows = [...dates]
    .slice(0, MAX_DATES)
    .sort(([a], [b]) => (calendar(a) < calendar(b) ? -1 : Number(calendar(a) > calendar(b))))
    .map(([, { time, index }]) => {
      const inferred = isInferred(time);
      return node(
        'li',
        { class: inferred ? 'inferred' : 'stated' },
        itemButton(
          `time-${index}`,
          'date',
          node('time', { datetime: time.range ? time.range.join('/') : time.value }, timeText(time, language)),
          inferred && node('span', { class: 'tag' }, language.inferred),
          node('span', { class: 'event', lang: tag }, eventText(text, time, sentences[time.sentence ?? -1])),
        ),
      );
    });
  return section('timeline', language.timeline, node('ol', { class: 'dates' }, ...rows));
}

/**
 * Something that sorts as the calendar does.
 *
 * @param {string} id A date, or both ends of a period.
 */
function calendar(id) {
  return id.replace(/[QH]\d/g, (part) => BEGINNINGS.get(part) ?? part).replace('/', '');
}

/**
 * The sentence from the clause in which the date stands: several dates of one sentence each tell their own.
 *
 * @param {string} text
 * @param {import('../digest.js').Span} time
 * @param {import('../digest.js').Span | undefined} sentence
 */
function eventText(text, time, sentence) {
  if (!sentence) return '';
  const before = text.slice(sentence.start, time.start);
  const clause = CLAUSES.exec(before)?.[0].length ?? 0;
  return (clause > 0 ? '…' : '') + runningWords(text, sentence.start + clause, sentence.end).trim();
}
