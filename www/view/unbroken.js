/** Words of the article in which a number and its unit, or a name, stay on one line. */

import { node } from './node.js';
import { unbrokenParts } from './value.js';

/** @typedef {import('../digest.js').Digest} Digest */
/** @typedef {import('../digest.js').Span} Span */

/** What is longer may not find a line on a phone. */
const LONGEST = 12;

/**
 * @param {string} words
 * @param {string[]} whole What of them stays whole, in order.
 * @returns {(Node | string)[]} Pieces of the words, in order.
 */
export function unbroken(words, whole) {
  const pieces = [];
  let from = 0;
  for (const text of whole) {
    const at = words.indexOf(text, from);
    if (at < 0 || text.length > LONGEST) continue;
    pieces.push(words.slice(from, at), node('span', { class: 'unbroken' }, text));
    from = at + text.length;
  }
  return [...pieces, words.slice(from)];
}

/** Where the browser knows the words of Chinese. */
const SEGMENTER = globalThis.Intl?.Segmenter && new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The same for a line so short and large that words, too, stay whole.
 *
 * @param {string} words
 * @param {string[]} whole
 * @returns {(Node | string)[]}
 */
export function unbrokenWords(words, whole) {
  const cut = (/** @type {string} */ piece) => (SEGMENTER ? unbroken(piece, [...SEGMENTER.segment(piece)].map(({ segment }) => segment).filter((word) => word.length > 1)) : [piece]);
  return unbroken(words, whole).flatMap((piece) => (typeof piece === 'string' ? cut(piece) : [piece]));
}

/**
 * The figures of a place in the text, as they are written.
 *
 * @param {Digest} digest
 * @param {Span | undefined} place
 */
export function figuresIn({ figures }, place) {
  const all = figures.flatMap(({ text, mentions, start, end }) => [{ text, start, end }, ...mentions.map((mention) => ({ text, ...mention }))]);
  return within(all, place).flatMap(({ text }) => unbrokenParts(text));
}

/**
 * The figures and names of a headline.
 *
 * @param {Digest} digest
 * @param {{ text: string, start: number, end: number }} headline
 */
export function wholesIn({ figures, people, organizations, places, keywords }, headline) {
  const mentions = [figures, people, organizations, places, keywords].flatMap((/** @type {{ mentions: Span[] }[]} */ items) => items.flatMap((item) => item.mentions));
  return within(mentions, headline).map(({ start, end }) => headline.text.slice(start - headline.start, end - headline.start));
}

/**
 * @template {Span} Place
 * @param {Place[]} all
 * @param {Span | undefined} place
 * @returns {Place[]} Those within it, in order, of several that begin together the longest first.
 */
function within(all, place) {
  return all.filter(({ start, end }) => place && start >= place.start && end <= place.end).sort((a, b) => a.start - b.start || b.end - a.end);
}
