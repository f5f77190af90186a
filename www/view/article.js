/** The text itself, set to be read: summary sentences, figures and names marked, clutter folded but there. */

import { node, section } from './node.js';
import { pieces, places } from './place.js';
import { valueText } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Block} Block
 * @typedef {import('../digest.js').Span} Span
 * @typedef {import('./place.js').Place} Place
 * @typedef {import('./language.js').Language} Language
 *
 * @typedef {object} Setting What a block needs to be set.
 * @property {string} text
 * @property {Place[]} places
 * @property {(Span & { index: number })[]} sentences Those of the summary, by position.
 * @property {Map<string, string>} values Normalised values by key.
 */

/** From this many blocks on, those off screen are laid out only when they come near it. */
const LONG_ARTICLE = 200;

/**
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
export function articleView(text, digest, language) {
  const { blocks } = digest.document;
  const setting = {
    text,
    places: places(digest),
    sentences: digest.summary.sentences.map((index) => ({ ...digest.sentences[index], index })).sort((a, b) => a.start - b.start),
    values: new Map(digest.figures.map((figure) => [`figure-${figure.id}`, valueText(figure, language)])),
  };
  const body = node('div', {
    class: blocks.length > LONG_ARTICLE ? 'text long' : 'text',
    part: 'text',
    lang: digest.script === 'hant' ? 'zh-Hant' : 'zh-Hans',
  });
  for (const run of runs(digest)) {
    const set = run.blocks.map((block) => blockView(block, digest, setting));
    body.append(...(run.shown ? set : [folded(set, language)]));
  }
  return section('article', language.article, body);
}

/**
 * Neighbouring blocks that are shown or folded together. Shown is the body, and what the digest itself points to.
 *
 * @param {Digest} digest
 */
function runs({ document: article }) {
  const pointed = [article.headline, article.source, article.published, ...article.bylines].filter((span) => span !== null);
  /** @type {{ shown: boolean, blocks: Block[] }[]} */
  const all = [];
  for (const block of article.blocks) {
    const shown = block.body || pointed.some((span) => span.start < block.end && span.end > block.start);
    const last = all.at(-1);
    if (last?.shown === shown) last.blocks.push(block);
    else all.push({ shown, blocks: [block] });
  }
  return all;
}

/**
 * @param {HTMLElement[]} blocks
 * @param {Language} language
 */
function folded(blocks, language) {
  const first = blocks[0].dataset.start;
  return node(
    'details',
    { class: 'clutter', part: 'clutter', 'data-fold': `clutter-${first}` },
    node('summary', {}, language.clutter(blocks.length)),
    ...blocks,
  );
}

/**
 * @param {Block} block
 * @param {Digest} digest
 * @param {Setting} setting
 */
function blockView(block, { document: article }, setting) {
  const isHeadline = article.headline !== null && article.headline.start < block.end && article.headline.end > block.start;
  const tag = isHeadline || block.kind === 'subheading' ? 'h4' : 'p';
  const className = isHeadline ? 'headline' : block.kind;
  const indent = /^\s*/u.exec(setting.text.slice(block.start, block.end))?.[0].length ?? 0;
  const start = block.start + indent;
  return node(tag, { class: `block ${className}`, 'data-start': block.start }, ...marked(start, block.end, setting));
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Setting} setting
 * @returns {Node[]}
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
      node('mark', { class: 'mark mark-sentence', part: 'mark-sentence', 'data-items': key, 'data-starts': key, tabindex: -1 }, ...stretch(begin, stop, setting)),
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
 * @returns {Node[]}
 */
function stretch(start, end, { text, places: all, values }) {
  return pieces(start, end, touching(all, start, end)).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const [strongest] = piece.places;
    if (!strongest) return document.createTextNode(words);
    const starting = piece.places.filter((place) => place.start === piece.start);
    return node(
      'span',
      {
        class: `mark mark-${strongest.kind}`,
        part: `mark-${strongest.kind}`,
        'data-items': piece.places.map(({ key }) => key).join(' '),
        'data-starts': starting.map(({ key }) => key).join(' ') || null,
        title: values.get(strongest.key),
        tabindex: starting.length > 0 ? -1 : null,
      },
      words,
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
  // Those that began before the stretch can still reach into it; places are short, so a few steps back find them.
  let first = low;
  while (first > 0 && low - first < 32) first -= 1;
  const found = [];
  for (let index = first; index < spans.length && spans[index].start < end; index += 1) {
    if (spans[index].end > start) found.push(spans[index]);
  }
  return found;
}
