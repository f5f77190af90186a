/** Words of the article in which a number and its unit stay on one line. */

import { node } from './node.js';

/** A longer figure may not find a line on a phone. */
const LONGEST = 12;

/**
 * @param {string} words
 * @param {import('../digest.js').Span | undefined} place Where in the text the words are from.
 * @param {import('../digest.js').Digest} digest
 * @returns {(Node | string)[]} Pieces of the words, in order.
 */
export function unbroken(words, place, { figures }) {
  const within = figures
    .flatMap(({ text, mentions, start, end }) => [{ text, start, end }, ...mentions.map((mention) => ({ text, ...mention }))])
    .filter(({ text, start, end }) => place && start >= place.start && end <= place.end && text.length <= LONGEST)
    .sort((a, b) => a.start - b.start);
  const pieces = [];
  let from = 0;
  for (const { text } of within) {
    const at = words.indexOf(text, from);
    if (at < 0) continue;
    pieces.push(words.slice(from, at), node('span', { class: 'unbroken' }, text));
    from = at + text.length;
  }
  return [...pieces, words.slice(from)];
}
