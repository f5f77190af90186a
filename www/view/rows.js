/** Lines of cells as rows of a table, as they were before they were copied. */

import { node } from './node.js';

/** @typedef {import('../digest.js').Block} Block */
/** @typedef {import('./article.js').Placed} Placed */

/** Where one cell ends and the next begins. */
const GAPS = /\t| {2,}/g;
const NUMBER = /^[-+−]?[\d.,]+[%％]?$/;

/**
 * Blocks set one after the other, the rows of a table together in one.
 *
 * @param {Placed[]} blocks
 * @param {(placed: Placed) => HTMLElement} view
 * @param {(placed: Placed) => HTMLTableRowElement | null} row Of a block that is one.
 * @returns {HTMLElement[]}
 */
export function withTables(blocks, view, row) {
  /** @type {HTMLElement[]} */
  const all = [];
  /** @type {HTMLElement | null} */
  let body = null;
  for (const placed of blocks) {
    const cells = row(placed);
    if (!cells) {
      body = null;
      all.push(view(placed));
      continue;
    }
    if (!body) {
      body = node('tbody', {});
      all.push(node('table', { class: 'rows' }, body));
    }
    body.append(cells);
  }
  return all;
}

/**
 * @param {string} text
 * @param {Block} block
 * @param {number | undefined} number Of the paragraph.
 * @param {(start: number, end: number) => (Node | string)[]} set Makes what stands in a cell.
 * @returns {HTMLTableRowElement | null} Null for a block that is no line of cells.
 */
export function rowView(text, { kind, start, end }, number, set) {
  if (kind !== 'table') return null;
  const line = text.slice(start, end);
  const cells = [];
  let from = 0;
  for (const { 0: gap, index } of [...line.matchAll(GAPS), { 0: '', index: line.length }]) {
    cells.push([from, index]);
    from = index + gap.length;
  }
  if (cells.length < 2) return null;
  const isHead = cells.every(([first, last]) => !NUMBER.test(line.slice(first, last).trim()));
  const made = cells.map(([first, last], at) => {
    const isNumber = NUMBER.test(line.slice(first, last).trim());
    return node(isHead ? 'th' : 'td', { class: isNumber && 'number-cell', scope: isHead && 'col', 'data-paragraph': at === 0 ? number : null }, ...set(start + first, start + last));
  });
  return node('tr', { class: 'block table', 'data-start': start }, ...made);
}
