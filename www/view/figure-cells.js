/** A figure as the cells of a row, the same on the page, in a copy and in every export. */

import { changeText, ownerText, valueText } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 */

/**
 * In the order of `language.figureColumns`.
 *
 * @param {string} text
 * @param {Figure} figure
 * @param {Digest} digest
 * @param {Language} language
 * @returns {string[]}
 */
export function figureCells(text, figure, { sentences }, language) {
  const sentence = sentences[figure.sentence ?? -1] ?? figure;
  return [
    figure.text,
    valueText(figure, language),
    figure.property?.text ?? '',
    ownerText(figure),
    [changeText(figure, language), language.status[figure.status]].filter(Boolean).join(' · '),
    text.slice(sentence.start, sentence.end).trim(),
  ];
}

/**
 * All figures in the order of the text.
 *
 * @param {Digest} digest
 */
export function figuresInOrder({ figures }) {
  return [...figures].sort((a, b) => a.start - b.start);
}

/**
 * A cell that no spreadsheet takes for a formula: what would begin one, after white space too, begins with an apostrophe.
 *
 * @param {string} cell
 */
export function guardedCell(cell) {
  return /^[\s]*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
