/** All figures as a table that can be sorted and copied. */

import { itemButton, node } from './node.js';
import { changeText, ownerText, valueText } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 */

/**
 * By what each column sorts, in the columns' order.
 *
 * @type {((figure: Figure, language: Language) => string | number)[]}
 */
const SORT_KEYS = [
  (figure) => figure.start,
  (figure) => figure.value ?? figure.range?.[0] ?? figure.parts?.[0] ?? -Infinity,
  (figure) => figure.property?.text ?? '',
  ownerText,
  changeText,
  (figure) => figure.sentence ?? -1,
];

/**
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
export function figureTable(text, digest, language) {
  const figures = [...digest.figures].sort((a, b) => a.start - b.start);
  const rows = new Map(figures.map((figure) => [figure, row(text, figure, digest, language)]));
  const body = node('tbody', {}, ...rows.values());
  const heads = language.figureColumns.map((title) =>
    node('th', { scope: 'col' }, node('button', { type: 'button', class: 'sort', title: language.sort(title) }, title)),
  );
  heads[0].setAttribute('aria-sort', 'ascending');
  heads.forEach((head, column) => {
    head.firstElementChild?.addEventListener('click', () => {
      const order = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      body.append(...sorted(figures, column, order, language).flatMap((figure) => rows.get(figure) ?? []));
    });
  });
  const name = language.allFigures(figures.length);
  return node(
    'div',
    { class: 'table-frame' },
    copyButton(text, digest, language),
    node(
      'div',
      { class: 'scroll', role: 'group', 'aria-label': name, tabindex: 0 },
      node('table', { part: 'figure-table', 'aria-label': name }, node('thead', {}, node('tr', {}, ...heads)), body),
    ),
  );
}

/**
 * @param {Figure[]} figures In the order of the text, which breaks ties.
 * @param {number} column
 * @param {'ascending' | 'descending'} order
 * @param {Language} language
 */
function sorted(figures, column, order, language) {
  const keyed = figures.map((figure) => ({ figure, key: SORT_KEYS[column](figure, language) }));
  const collator = new Intl.Collator(language.locale);
  const sign = order === 'ascending' ? 1 : -1;
  keyed.sort((a, b) => {
    if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key || 0);
    return sign * collator.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ figure }) => figure);
}

/**
 * @param {string} text
 * @param {Figure} figure
 * @param {Digest} digest
 * @param {Language} language
 */
function row(text, figure, digest, language) {
  return node(
    'tr',
    {},
    node('th', { scope: 'row' }, itemButton(`figure-${figure.id}`, 'row', figure.text)),
    node('td', { class: 'value', title: figure.repaired ? language.repaired : null }, valueText(figure, language), figure.repaired && ' *'),
    node('td', {}, figure.property?.text ?? ''),
    node('td', {}, ownerText(figure)),
    node('td', {}, [changeText(figure, language), language.status[figure.status]].filter(Boolean).join(' · ')),
    node('td', { class: 'sentence' }, ...evidence(text, figure, digest)),
  );
}

/**
 * The sentence of the figure, with the figure set off where it stands in it.
 *
 * @param {string} text
 * @param {Figure} figure
 * @param {Digest} digest
 */
function evidence(text, figure, { sentences }) {
  const sentence = sentences[figure.sentence ?? -1] ?? figure;
  const said = [figure, ...figure.mentions].find(({ start, end }) => start >= sentence.start && end <= sentence.end);
  if (!said) return [text.slice(sentence.start, sentence.end)];
  return [
    text.slice(sentence.start, said.start),
    node('b', {}, text.slice(said.start, said.end)),
    text.slice(said.end, sentence.end),
  ];
}

/**
 * Copies the table as spreadsheets take it: a line a row, a tab between cells.
 *
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
function copyButton(text, { figures, sentences }, language) {
  const button = node('button', { type: 'button', class: 'copy-table' }, language.copyTable);
  button.addEventListener('click', async () => {
    const lines = [...figures].sort((a, b) => a.start - b.start).map((figure) => {
      const sentence = sentences[figure.sentence ?? -1] ?? figure;
      const cells = [figure.text, valueText(figure, language), figure.property?.text, ownerText(figure), changeText(figure, language), text.slice(sentence.start, sentence.end)];
      return cells.map((cell) => tableCell(cell ?? '')).join('\t');
    });
    try {
      await navigator.clipboard.writeText([language.figureColumns.join('\t'), ...lines].join('\n'));
      button.textContent = language.copied;
    } catch {
      button.textContent = language.copyFailed;
    }
  });
  return button;
}

/**
 * A cell on one line, which no spreadsheet takes for a formula.
 *
 * @param {string} cell
 */
function tableCell(cell) {
  const line = cell.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
