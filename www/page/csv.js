/** The figures as CSV (RFC 4180) that spreadsheets open as they are: UTF-8 with a mark, and no cell a formula. */

import { changeText, ownerText, valueText } from '../view/value.js';

const MARK = '\ufeff';

/**
 * @param {string} text The text the digest points into.
 * @param {import('../digest.js').Digest} digest
 * @param {import('../view/language.js').Language} language
 */
export function figuresCsv(text, { figures, sentences }, language) {
  const rows = [...figures]
    .sort((a, b) => a.start - b.start)
    .map((figure) => {
      const sentence = sentences[figure.sentence ?? -1] ?? figure;
      return [
        figure.text,
        valueText(figure, language),
        figure.property?.text ?? '',
        ownerText(figure),
        [changeText(figure, language), language.status[figure.status]].filter(Boolean).join(' · '),
        text.slice(sentence.start, sentence.end).trim(),
      ];
    });
  return MARK + [language.figureColumns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/**
 * A quoted cell. One that would begin a formula, after white space too, begins with an apostrophe.
 *
 * @param {string} value
 */
export function csvCell(value) {
  const guarded = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}
