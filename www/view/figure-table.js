/** All figures as a table that can be filtered, sorted and copied. */

import { copyRich, mayExport } from './copy.js';
import { evidenceOf, figureCells, figuresInOrder, guardedCell, timeOf } from './figure-cells.js';
import { tableHtml } from './markup.js';
import { itemButton, node } from './node.js';
import { runningWords } from './running.js';
import { bodyBlocks } from './tidy.js';
import { changeText, ownerText } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 *
 * @typedef {object} Row
 * @property {Figure} figure
 * @property {string[]} cells
 * @property {HTMLTableRowElement} view
 */

/**
 * By what each column sorts, in the columns' order.
 *
 * @type {((figure: Figure, language: Language, digest: Digest, text: string) => string | number)[]}
 */
const SORT_KEYS = [
  (figure) => figure.start,
  (figure) => figure.value ?? figure.range?.[0] ?? figure.parts?.[0] ?? -Infinity,
  (figure) => figure.property?.text ?? '',
  ownerText,
  (figure, _language, digest, text) => {
    const time = timeOf(figure, text, digest);
    return time?.range?.[0] ?? time?.value ?? '';
  },
  changeText,
  (figure) => figure.sentence ?? -1,
];

/**
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
export function figureTable(text, digest, language) {
  const paragraphs = bodyBlocks(digest);
  let paragraph = 0;
  const rows = figuresInOrder(digest).map((figure) => {
    const cells = figureCells(text, figure, digest, language);
    while (paragraphs[paragraph]?.start <= figure.start) paragraph += 1;
    const place = figure.sentence !== null && node('span', { class: 'paragraph-number' }, paragraph > 0 ? language.paragraph(paragraph) : language.markAs.headline);
    return { figure, cells, view: rowView(figure, cells, language, [place, node('span', { class: 'evidence' }, ...evidence(text, figure, digest))]) };
  });
  const body = node('tbody', {}, ...rows.map(({ view }) => view));
  const name = language.allFigures(rows.length);
  return node(
    'div',
    { class: 'table-frame' },
    node('div', { class: 'table-tools' }, ...filterField(rows, language), copyButton(rows, body, language)),
    node(
      'div',
      { class: 'scroll', role: 'group', 'aria-label': name, tabindex: 0 },
      node('table', { part: 'figure-table', 'aria-label': name }, sortableHead(rows, body, text, digest, language), body),
    ),
  );
}

/**
 * @param {Row[]} rows
 * @param {HTMLElement} body
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
function sortableHead(rows, body, text, digest, language) {
  const heads = language.figureColumns.map((title) =>
    node('th', { scope: 'col', 'data-title': title }, node('button', { type: 'button', class: 'sort', title: language.sort(title) }, title)),
  );
  heads[0].setAttribute('aria-sort', 'ascending');
  heads.forEach((head, column) => {
    head.firstElementChild?.addEventListener('click', () => {
      const order = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      body.append(...sorted(rows, column, order, text, digest, language).map(({ view }) => view));
    });
  });
  return node('thead', {}, node('tr', {}, ...heads));
}

/**
 * @param {Row[]} rows In the order of the text, which breaks ties.
 * @param {number} column
 * @param {'ascending' | 'descending'} order
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
function sorted(rows, column, order, text, digest, language) {
  const keyed = rows.map((row) => ({ row, key: SORT_KEYS[column](row.figure, language, digest, text) }));
  const collator = new Intl.Collator(language.locale);
  const sign = order === 'ascending' ? 1 : -1;
  keyed.sort((a, b) => {
    if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key || 0);
    return sign * collator.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}

/**
 * A field that leaves the rows which hold all of its words, and says how many these are.
 *
 * @param {Row[]} rows
 * @param {Language} language
 */
function filterField(rows, language) {
  const field = node('input', {
    type: 'search', class: 'filter', 'data-field': 'figure-filter', 'aria-label': language.filterFigures, placeholder: language.filterFigures,
    autocomplete: 'off', spellcheck: 'false',
  });
  const count = node('output', { class: 'count' });
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { cells, view } of rows) {
      const line = cells.join('\n').toLowerCase();
      view.hidden = !words.every((word) => line.includes(word));
    }
    count.textContent = words.length > 0 ? language.filtered(rows.filter(({ view }) => !view.hidden).length, rows.length) : '';
  });
  return [field, count];
}

/**
 * @param {Figure} figure
 * @param {string[]} cells
 * @param {Language} language
 * @param {import('./node.js').Child[]} sentence
 */
function rowView(figure, [written, value, ...cells], language, sentence) {
  return node(
    'tr',
    {},
    node('th', { scope: 'row' }, itemButton(`figure-${figure.id}`, 'row', written)),
    node('td', { class: 'value', title: figure.repaired ? language.repaired : null }, value, figure.repaired && ' *'),
    ...cells.slice(0, -1).map((cell) => node('td', {}, cell)),
    node('td', { class: 'sentence' }, ...sentence),
  );
}

/**
 * The sentence of the figure, or what else it stands in, with the figure set off.
 *
 * @param {string} text
 * @param {Figure} figure
 * @param {Digest} digest
 */
function evidence(text, figure, digest) {
  const sentence = evidenceOf(figure, digest);
  const said = [figure, ...figure.mentions].find(({ start, end }) => start >= sentence.start && end <= sentence.end);
  if (!said) return [runningWords(text, sentence.start, sentence.end)];
  return [
    runningWords(text, sentence.start, said.start),
    node('b', {}, runningWords(text, said.start, said.end)),
    runningWords(text, said.end, sentence.end),
  ];
}

/**
 * Copies the rows that are shown, in their order: for spreadsheets a line a row and a tab between cells, for documents a
 * table.
 *
 * @param {Row[]} rows
 * @param {HTMLElement} body
 * @param {Language} language
 */
function copyButton(rows, body, language) {
  const button = node('button', { type: 'button', class: 'copy-table' }, language.copyTable);
  button.addEventListener('click', async () => {
    const byView = new Map(rows.map((row) => [/** @type {Element} */ (row.view), row.cells.map(tableCell)]));
    const shown = [...body.children].flatMap((view) => (view.hasAttribute('hidden') ? [] : [byView.get(view) ?? []]));
    const lines = [language.figureColumns, ...shown].map((cells) => cells.join('\t')).join('\n');
    if (!mayExport(button, 'table', lines)) return;
    try {
      await copyRich(lines, tableHtml(language.figureColumns, shown));
      button.textContent = language.copied;
    } catch {
      button.textContent = language.copyFailed;
    }
  });
  return button;
}

/**
 * A cell on one line.
 *
 * @param {string} cell
 */
function tableCell(cell) {
  return guardedCell(cell.replace(/\s+/g, ' ').trim());
}
