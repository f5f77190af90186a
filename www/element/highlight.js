/**
 * Reads a part of the host page and highlights it in place, by ranges of the CSS Custom Highlight API: the page's DOM is
 * never changed. A browser without that API shows the digest alone.
 */

import { articleText } from './source.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Span} Span
 * @typedef {import('./source.js').Piece} Piece
 */

/** Changes of the page are read when it has been still for so long. */
const QUIET_MS = 250;

const STYLE = `
::highlight(yaodian-sentence) { background-color: light-dark(#fbefc4, #4a3c12); }
::highlight(yaodian-figure) { color: light-dark(#a4301f, #f0917f); text-decoration: underline 1px; }
::highlight(yaodian-person) { color: light-dark(#1f5a72, #86c3dc); text-decoration: underline dotted 1px; }
::highlight(yaodian-current) { background-color: light-dark(#f6d98a, #7a6014); }
`;

const KINDS = ['sentence', 'figure', 'person', 'current'];

/** Elements that highlight, so that the last one to stop takes the style along. */
let users = 0;
/** @type {CSSStyleSheet | null} */
let sheet = null;

export class HostHighlight {
  #changed;
  /** @type {Element | null} */
  #root = null;
  /** @type {Piece[]} */
  #pieces = [];
  /** Ranges of this element by kind, within highlights that all elements share. @type {Map<string, Range[]>} */
  #ranges = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;
  #observer = new MutationObserver(() => {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(this.#changed, QUIET_MS);
  });

  /** @param {() => void} changed Called when the part that was read has changed. */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * @param {string} selector
   * @returns {string} The text of the first element selected; '' for none.
   */
  read(selector) {
    const root = select(selector);
    if (root !== this.#root) {
      this.stop();
      this.#root = root;
      if (root) this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    }
    this.#pieces = [];
    return root ? articleText(root, (piece) => this.#pieces.push(piece)) : '';
  }

  /** @param {Digest} digest Of the text last read. */
  highlight(digest) {
    this.#clear();
    if (!this.canShow) return;
    begin();
    users += 1;
    const sentences = digest.summary.sentences.map((index) => digest.sentences[index]);
    this.#add('sentence', sentences);
    this.#add('figure', digest.figures.flatMap((figure) => figure.mentions));
    this.#add('person', digest.people.flatMap((person) => person.mentions));
  }

  /** Whether this browser highlights. */
  get canShow() {
    return Boolean(globalThis.CSS?.highlights);
  }

  /** Scrolls the page to a place and highlights it. @param {Span} span */
  show(span) {
    const [range] = this.#add('current', [span]);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }

  /** Leaves no observer, timer, range or style behind. */
  stop() {
    clearTimeout(this.#quiet);
    this.#observer.disconnect();
    this.#root = null;
    this.#clear();
  }

  /**
   * @param {string} kind
   * @param {Span[]} spans
   */
  #add(kind, spans) {
    const highlight = CSS.highlights?.get(`yaodian-${kind}`);
    if (!highlight) return [];
    if (kind === 'current') for (const old of this.#ranges.get(kind) ?? []) highlight.delete(old);
    const ranges = spans.flatMap((span) => range(span, this.#pieces) ?? []);
    for (const one of ranges) highlight.add(one);
    this.#ranges.set(kind, ranges);
    return ranges;
  }

  #clear() {
    if (this.#ranges.size === 0) return;
    for (const [kind, ranges] of this.#ranges) {
      for (const one of ranges) CSS.highlights.get(`yaodian-${kind}`)?.delete(one);
    }
    this.#ranges.clear();
    users -= 1;
    if (users === 0) end();
  }
}

/** @param {string} selector */
function select(selector) {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

function begin() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  for (const kind of KINDS) if (!CSS.highlights.has(`yaodian-${kind}`)) CSS.highlights.set(`yaodian-${kind}`, new Highlight());
}

function end() {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  for (const kind of KINDS) CSS.highlights.delete(`yaodian-${kind}`);
}

/**
 * @param {Span} span
 * @param {Piece[]} pieces In the order of the text.
 */
function range({ start, end }, pieces) {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (!first || !last) return null;
  const found = document.createRange();
  found.setStart(first.node, nodeOffset(first, start));
  found.setEnd(last.node, nodeOffset(last, end - 1) + 1);
  return found;
}

/**
 * The last piece that begins at or before an offset, found by halving.
 *
 * @param {Piece[]} pieces
 * @param {number} offset
 */
function pieceAt(pieces, offset) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].at <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/**
 * Where a character of the text stands in its node, whose white space was joined.
 *
 * @param {Piece} piece
 * @param {number} offset
 */
function nodeOffset({ node, at, skipped }, offset) {
  const value = node.data;
  let left = offset - at;
  let index = skipped;
  while (left > 0 && index < value.length) {
    if (isSpace(value[index])) while (isSpace(value[index + 1] ?? '')) index += 1;
    index += 1;
    left -= 1;
  }
  return Math.min(index, value.length - 1);
}

/** @param {string} character */
function isSpace(character) {
  return character !== '' && ' \t\r\n\f'.includes(character);
}
