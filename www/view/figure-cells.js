/** A figure as the cells of a row, the same on the page, in a copy and in every export. */

import { isInferred, timeText } from './date.js';
import { runningWords } from './running.js';
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
export function figureCells(text, figure, digest, language) {
  const sentence = evidenceOf(figure, digest);
  const time = timeOf(figure, text, digest);
  return [
    figure.text,
    valueText(figure, language),
    measured(figure, digest, language),
    owned(figure, digest, language),
    time ? marked(timeText(time, language) || time.text, time.value !== null && isInferred(time), language) : '',
    changed(figure, language),
    runningWords(text, sentence.start, sentence.end).trim(),
  ];
}

/**
 * Where the figure is said: its sentence, else its headline, caption or row of a table.
 *
 * @param {Figure} figure
 * @param {Digest} digest
 * @returns {import('../digest.js').Span}
 */
export function evidenceOf(figure, { sentences, document: article }) {
  return sentences[figure.sentence ?? -1] ?? article.blocks.find(({ start, end }) => start <= figure.start && end >= figure.end) ?? figure;
}

/**
 * What is measured; words from another sentence are an inference and said to be.
 *
 * @param {Figure} figure
 * @param {Digest} digest
 * @param {Language} language
 */
export function measured(figure, digest, language) {
  return marked(figure.property?.text ?? '', isElsewhere(figure.property, figure, digest), language);
}

/**
 * Whose it is, in the same way.
 *
 * @param {Figure} figure
 * @param {Digest} digest
 * @param {Language} language
 */
export function owned(figure, digest, language) {
  return marked(ownerText(figure), isElsewhere(figure.entity, figure, digest), language);
}

/**
 * The change with its basis, and what the text claims of the figure.
 *
 * @param {Figure} figure
 * @param {Language} language
 */
export function changed(figure, language) {
  return [changeText(figure, language), language.status[figure.status]].filter(Boolean).join(' · ');
}

/** What stands before a time that something is compared with. */
const COMPARED = /[比较較]/;

/**
 * The time a figure is said of: the last one named before it in its clauses. A time of comparison is none, nor is the
 * time of an earlier value.
 *
 * @param {Figure} figure
 * @param {string} text
 * @param {Digest} digest
 */
export function timeOf(figure, text, { times, figures }) {
  const { sentence, start, basis } = figure;
  const time = times.findLast(
    (one) => sentence !== null && one.sentence === sentence && one.end <= start && !basis?.includes(one.text) && !COMPARED.test(text.slice(one.start - 1, one.start)),
  );
  if (!time || /[；;]/.test(text.slice(time.end, start))) return null;
  const isOver = figures.some((other) => other.status === 'history' && other.start >= time.end && other.end <= start);
  return isOver ? null : time;
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

/**
 * @param {import('../digest.js').Span | null} part
 * @param {Figure} figure
 * @param {Digest} digest
 */
function isElsewhere(part, figure, { sentences }) {
  const sentence = sentences[figure.sentence ?? -1];
  if (!part || !sentence || figure.start < sentence.start || figure.end > sentence.end) return false;
  return part.start < sentence.start || part.end > sentence.end;
}

/**
 * @param {string} words
 * @param {boolean} inferred
 * @param {Language} language
 */
function marked(words, inferred, language) {
  return words && inferred ? `${words} · ${language.inferred}` : words;
}
