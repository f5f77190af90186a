/** The text itself, set to be read: summary sentences, figures and names marked, clutter folded but there. */

import { articleTag } from './language.js';
import { leaves, openLeaf } from './leaves.js';
import { node, section, textNode } from './node.js';
import { pieces, places } from './place.js';
import { runningWords } from './running.js';
import { rowView, withTables } from './rows.js';
import { bodyBlocks, kindOf, tidyButton, tidyTools } from './tidy.js';
import { unbrokenWords } from './unbroken.js';
import { unbrokenParts } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Block} Block
 * @typedef {import('../digest.js').Span} Span
 * @typedef {import('./place.js').Place} Place
 * @typedef {import('./language.js').Language} Language
 *
 * @typedef {object} Setting What a block needs to be set.
 * @property {string} text
 * @property {Span | null} headline Whose lines are lines.
 * @property {Place[]} places
 * @property {(Span & { index: number })[]} sentences Those of the summary, by position.
 * @property {Map<Block, number>} numbers Of the paragraphs of the body, from one.
 *
 * @typedef {{ block: Block, index: number }} Placed A block and its place among all.
 */

/** From this many blocks on, those off screen are laid out only when they come near it. */
const LONG_ARTICLE = 200;
/** From this many on, they are not even made before. */
const BOOK = 2000;
/** So many places back from a stretch, one that reaches into it can begin: a quotation holds dozens of figures and names. */
const REACH = 256;

/**
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 * @param {'reading' | 'tidying'} mode Whether the reader says what paragraphs are.
 */
export function articleView(text, digest, language, mode) {
  const { blocks } = digest.document;
  const setting = {
    text,
    headline: digest.document.headline,
    places: places(digest),
    sentences: digest.summary.sentences.map((index) => ({ ...digest.sentences[index], index })).sort((a, b) => a.start - b.start),
    numbers: new Map(bodyBlocks(digest).map((block, index) => [block, index + 1])),
  };
  const body = node('div', {
    class: blocks.length > LONG_ARTICLE ? 'text long' : 'text',
    part: 'text',
    lang: articleTag(digest),
  });
  const view = (/** @type {Placed} */ { block }) => blockView(block, digest, setting);
  const tidied = (/** @type {Placed} */ placed) => [tidyTools(placed.index, kindOf(placed.block, digest), language), view(placed)];
  const row = (/** @type {Placed} */ { block }) => rowView(text, block, setting.numbers.get(block), (start, end) => marked(start, end, setting));
  const views = (/** @type {Placed[]} */ run) => (mode === 'tidying' ? run.flatMap(tidied) : withTables(run, view, row));
  const isBook = blocks.length > BOOK && typeof IntersectionObserver !== 'undefined';
  for (const { shown, blocks: run } of runs(digest)) {
    const set = isBook ? leaves(run, views) : views(run);
    body.append(...(shown ? set : [folded(set, run[0].block.start, run.length, mode, language)]));
  }
  openLeaf(body.firstElementChild);
  const part = section('article', language.article, body);
  part.firstElementChild?.after(tidyButton(mode, language));
  return part;
}

/**
 * Neighbouring blocks that are shown or folded together. Shown is the body, and what the digest itself points to.
 *
 * @param {Digest} digest
 */
function runs({ document: article }) {
  const pointed = [article.headline, article.source, article.published, ...article.bylines].filter((span) => span !== null);
  /** @type {{ shown: boolean, blocks: Placed[] }[]} */
  const all = [];
  article.blocks.forEach((block, index) => {
    const shown = block.body || pointed.some((span) => span.start < block.end && span.end > block.start);
    const last = all.at(-1);
    if (last?.shown === shown) last.blocks.push({ block, index });
    else all.push({ shown, blocks: [{ block, index }] });
  });
  return all;
}

/**
 * @param {HTMLElement[]} views
 * @param {number} start
 * @param {number} count
 * @param {'reading' | 'tidying'} mode
 * @param {Language} language
 */
function folded(views, start, count, mode, language) {
  return node(
    'details',
    { class: 'clutter', part: 'clutter', 'data-fold': `clutter-${start}`, open: mode === 'tidying' },
    node('summary', {}, language.clutter(count)),
    ...views,
  );
}

/**
 * @param {Block} block
 * @param {Digest} digest
 * @param {Setting} setting
 */
function blockView(block, digest, setting) {
  const isHeadline = kindOf(block, digest) === 'headline';
  const tag = isHeadline || block.kind === 'subheading' ? 'h4' : 'p';
  const className = isHeadline ? 'headline' : block.kind;
  const indent = /^\s*/u.exec(setting.text.slice(block.start, block.end))?.[0].length ?? 0;
  const start = block.start + indent;
  return node(tag, { class: `block ${className}`, 'data-start': block.start, 'data-paragraph': setting.numbers.get(block) }, ...marked(start, block.end, setting));
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Setting} setting
 * @returns {(Node | string)[]}
 */
function marked(start, end, setting) {
  const nodes = [];
  let from = start;
  for (const sentence of touching(setting.sentences, start, end)) {
    if (sentence.start > from) nodes.push(...stretch(from, sentence.start, setting));
    const key = `sentence-${sentence.index}`;
    const begin = Math.max(sentence.start, from);
    const stop = Math.min(sentence.end, end);
    nodes.push(
      node('mark', { class: 'mark mark-sentence', part: 'mark-sentence', 'data-items': key, 'data-starts': key, 'data-at': begin, tabindex: -1 }, ...stretch(begin, stop, setting)),
    );
    from = stop;
  }
  if (from < end) nodes.push(...stretch(from, end, setting));
  return nodes;
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Setting} setting
 * @returns {(Node | string)[]}
 */
function stretch(start, end, { text, headline, places: all }) {
  const inHeadline = headline && start >= headline.start && end <= headline.end;
  return pieces(start, end, touching(all, start, end)).flatMap((piece) => {
    const words = inHeadline ? text.slice(piece.start, piece.end) : runningWords(text, piece.start, piece.end);
    const [strongest] = piece.places;
    if (!strongest) return inHeadline ? unbrokenWords(words, []) : [textNode(words)];
    const starting = piece.places.filter((place) => place.start === piece.start);
    const parts = strongest.kind === 'figure' ? unbrokenParts(words) : [words];
    return node(
      'span',
      {
        class: `mark mark-${strongest.kind}${parts.length > 1 ? ' parted' : ''}`,
        part: `mark-${strongest.kind}`,
        'data-items': piece.places.map(({ key }) => key).join(' '),
        'data-starts': starting.map(({ key }) => key).join(' ') || null,
        'data-at': starting.length > 0 ? piece.start : null,
        tabindex: starting.length > 0 ? -1 : null,
      },
      ...(parts.length > 1 ? parts.map((part) => node('span', { class: 'unbroken' }, part)) : [words]),
    );
  });
}

/**
 * The spans that touch a stretch, found by halving: spans are sorted by their start.
 *
 * @template {Span} T
 * @param {T[]} spans
 * @param {number} start
 * @param {number} end
 * @returns {T[]}
 */
function touching(spans, start, end) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let index = Math.max(0, low - REACH); index < spans.length && spans[index].start < end; index += 1) {
    if (spans[index].end > start) found.push(spans[index]);
  }
  return found;
}
