/** Key figures as cards, all figures as a table. */

import { itemButton, node, section } from './node.js';
import { changeText, valueText, writtenParts } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 */

/** Two rows of three on a wide screen, three of two on a phone. */
const CARDS = 6;

/**
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
export function figuresView(text, digest, language) {
  const { figures } = digest;
  if (figures.length === 0) {
    return section('figures', language.figures, node('p', { class: 'none' }, language.noFigures));
  }
  const key = [...figures].sort((a, b) => b.salience - a.salience || a.start - b.start).slice(0, CARDS);
  const written = [...figures].sort((a, b) => a.start - b.start);
  return section(
    'figures',
    language.figures,
    node('ul', { class: 'cards' }, ...key.map((figure) => node('li', {}, card(figure, language)))),
    node(
      'details',
      { class: 'all-figures', 'data-fold': 'figures' },
      node('summary', {}, language.allFigures(figures.length)),
      table(text, written, digest, language),
    ),
  );
}

/**
 * @param {Figure} figure
 * @param {Language} language
 */
function card(figure, language) {
  const { before, number, unit } = writtenParts(figure.text);
  const change = changeText(figure, language);
  const status = language.status[figure.status];
  const button = itemButton(
    `figure-${figure.id}`,
    'card',
    node(
      'span',
      { class: 'written', part: 'figure-value' },
      before && node('span', { class: 'unit' }, before),
      node('span', { class: 'number' }, number),
      unit && node('span', { class: 'unit' }, unit),
    ),
    figure.property && node('span', { class: 'property' }, figure.property.text),
    node('span', { class: 'whose' }, owner(figure)),
    change && node('span', { class: 'change', 'data-change': figure.change }, change),
    status && node('span', { class: 'tag' }, status),
  );
  button.setAttribute('part', 'figure');
  button.title = valueText(figure, language);
  return button;
}

/** @param {Figure} figure */
function owner({ entity, entityName }) {
  return entityName ?? entity?.text ?? '';
}

/**
 * @param {string} text
 * @param {Figure[]} figures
 * @param {Digest} digest
 * @param {Language} language
 */
function table(text, figures, digest, language) {
  const head = language.figureColumns.map((title) => node('th', { scope: 'col' }, title));
  const rows = figures.map((figure) =>
    node(
      'tr',
      {},
      node('th', { scope: 'row' }, itemButton(`figure-${figure.id}`, 'row', figure.text)),
      node('td', { class: 'value', title: figure.repaired ? language.repaired : null }, valueText(figure, language), figure.repaired && ' *'),
      node('td', {}, figure.property?.text ?? ''),
      node('td', {}, owner(figure)),
      node('td', {}, [changeText(figure, language), language.status[figure.status]].filter(Boolean).join(' · ')),
      node('td', { class: 'sentence' }, ...evidence(text, figure, digest)),
    ),
  );
  return node(
    'div',
    { class: 'scroll', role: 'group', 'aria-label': language.allFigures(figures.length), tabindex: 0 },
    node('table', { part: 'figure-table' }, node('thead', {}, node('tr', {}, ...head)), node('tbody', {}, ...rows)),
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
