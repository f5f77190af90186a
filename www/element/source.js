/** The text of an article that stands in the light DOM: one line a block, as a reader would copy it. */

const BLOCKS = new Set(
  ('address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul').split(' '),
);
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'select', 'svg', 'math']);

/** @typedef {{ node: Text, at: number, skipped: number }} Piece A text node, where it begins in the text, and how much of its start was left out. */

/**
 * Walks without recursion, so that depth costs nothing.
 *
 * @param {Element} root
 * @param {(piece: Piece) => void} [visit] Told of every text node that adds to the text.
 * @returns {string}
 */
export function articleText(root, visit) {
  let text = '';
  /** @type {Node | null} */
  let node = root.firstChild;
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const value = node.nodeValue ?? '';
      const line = lineText(text, value);
      const skipped = text === '' || text.endsWith('\n') ? value.length - value.trimStart().length : 0;
      if (line !== '') visit?.({ node: /** @type {Text} */ (node), at: text.length, skipped });
      text += line;
    } else if (isBlock(node)) text = endLine(text);
    if (node.firstChild && !UNREAD.has(node.nodeName.toLowerCase())) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root && isBlock(node)) text = endLine(text);
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return text.trimEnd();
}

/**
 * White space in HTML joins words; a line of ours has none at its start.
 *
 * @param {string} before
 * @param {string} value
 */
function lineText(before, value) {
  const joined = value.replace(/[ \t\r\n\f]+/g, ' ');
  return before === '' || before.endsWith('\n') ? joined.trimStart() : joined;
}

/** @param {string} text */
function endLine(text) {
  return text === '' || text.endsWith('\n') ? text : `${text.trimEnd()}\n`;
}

/** @param {Node} node */
function isBlock(node) {
  return BLOCKS.has(node.nodeName.toLowerCase());
}

/** Words that are named whole; of more, the first and the last are. */
const NAMED_WHOLE = 60;
const NAMED_END = 16;

/**
 * The fragment of an address that leads to words of a page and marks them (`:~:text=`).
 *
 * @param {string} text
 * @param {import('../digest.js').Span} span
 */
export function textFragment(text, { start, end }) {
  const words = [...text.slice(start, end).trim().replace(/\p{Cs}/gu, '')];
  const ends = words.length > NAMED_WHOLE ? [words.slice(0, NAMED_END), words.slice(-NAMED_END)] : [words];
  return `:~:text=${ends.map((one) => encodeURIComponent(one.join('')).replaceAll('-', '%2D')).join(',')}`;
}
