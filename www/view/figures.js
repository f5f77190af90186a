/** Key figures as cards; all of them are in the table. */

import { figureTable } from './figure-table.js';
import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { changeText, ownerText, writtenParts } from './value.js';

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
  const key = keyFigures(figures);
  const broken = new Set(digest.checks.filter((check) => !check.holds).flatMap((check) => check.figures));
  return section(
    'figures',
    language.figures,
    node('ul', { class: 'cards', lang: articleTag(digest) }, ...key.map((figure) => node('li', {}, card(figure, broken.has(figure.id), language)))),
    node(
      'details',
      { class: 'all-figures', 'data-fold': 'figures' },
      node('summary', {}, language.allFigures(figures.length)),
      figureTable(text, digest, language),
    ),
  );
}

/**
 * The most salient figures; one that says the same of the same as a stronger one is left to the table.
 *
 * @param {Figure[]} figures
 */
function keyFigures(figures) {
  const seen = new Set();
  return [...figures]
    .sort((a, b) => b.salience - a.salience || a.start - b.start)
    .filter((figure) => {
      const said = `${figure.value}/${figure.range}/${figure.unit}/${figure.change}`;
      return figure.value === null || (!seen.has(said) && seen.add(said));
    })
    .slice(0, CARDS);
}

/**
 * @param {Figure} figure
 * @param {boolean} broken Whether a check with this figure does not hold.
 * @param {Language} language
 */
function card(figure, broken, language) {
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
    ownerText(figure) && node('span', { class: 'whose' }, ownerText(figure)),
    change && node('span', { class: 'change', 'data-change': figure.change }, change),
    status && node('span', { class: 'tag' }, status),
    broken && node('span', { class: 'tag doubt' }, language.broken),
  );
  button.setAttribute('part', 'figure');
  return button;
}
