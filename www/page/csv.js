/** The figures as CSV (RFC 4180) that spreadsheets open as they are: UTF-8 with a mark, and no cell a formula. */

import { figureCells, figuresInOrder, guardedCell } from '../view/figure-cells.js';

const MARK = '\ufeff';

/**
 * @param {string} text The text the digest points into.
 * @param {import('../digest.js').Digest} digest
 * @param {import('../view/language.js').Language} language
 */
export function figuresCsv(text, digest, language) {
  const rows = figuresInOrder(digest).map((figure) => figureCells(text, figure, digest, language));
  return MARK + [language.figureColumns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/**
 * A quoted cell.
 *
 * @param {string} value
 */
export function csvCell(value) {
  return `"${guardedCell(value).replaceAll('"', '""')}"`;
}
