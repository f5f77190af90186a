/** The dates of the story, in the order of the calendar. */

import { itemButton, node, section } from './node.js';
import { timeText } from './date.js';

/** Enough for the frame of a story; the text has the rest. */
const MAX_DATES = 10;

/**
 * @param {string} text
 * @param {import('../digest.js').Digest} digest
 * @param {import('./language.js').Language} language
 */
export function timelineView(text, { times, sentences }, language) {
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
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { time, index }]) => {
      const sentence = sentences[time.sentence ?? -1];
      const inferred = !time.text.includes((time.range?.[0] ?? time.value ?? '').slice(0, 4));
      return node(
        'li',
        { class: inferred ? 'inferred' : 'stated' },
        itemButton(
          `time-${index}`,
          'date',
          node('time', { datetime: time.range ? time.range.join('/') : time.value }, timeText(time, language)),
          inferred && node('span', { class: 'tag' }, language.inferred),
          sentence && node('span', { class: 'event' }, text.slice(sentence.start, sentence.end).trim()),
        ),
      );
    });
  return section('timeline', language.timeline, node('ol', { class: 'dates' }, ...rows));
}
