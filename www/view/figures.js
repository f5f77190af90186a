/** Key figures as cards; all of them are in the table. */

import { figureTable } from './figure-table.js';
import { articleTag } from './language.js';
import { itemButton, node, section } from './node.js';
import { changeLine, changeText, ownerText, shownText, unbrokenParts, writtenAmounts } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 */

/** Two rows of three on a wide screen, three of two on a phone. */
const CARDS = 6;
/** Against last year and against last month; more is for the table. */
const CHANGES = 2;

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
  const owners = new Set(key.map(({ figure }) => ownerText(figure)));
  // What all cards would repeat is said once.
  const [shared] = key.length > 1 && owners.size === 1 ? owners : [''];
  const doubtful = new Set(digest.checks.filter((check) => !check.holds).flatMap((check) => check.figures));
  // A card stands for all that say the same.
  const broken = new Set(figures.filter(({ id }) => doubtful.has(id)).map(saying));
  const part = section(
    'figures',
    language.figures,
    node('ul', { class: 'cards', lang: articleTag(digest) }, ...key.map((shown) => node('li', {}, card(shown, shared, broken.has(saying(shown.figure)), language)))),
    node(
      'details',
      { class: 'all-figures', 'data-fold': 'figures' },
      node('summary', {}, language.allFigures(figures.length)),
      figureTable(text, digest, language),
    ),
  );
  if (shared) part.firstElementChild?.append(node('span', { class: 'whose', lang: articleTag(digest) }, shared));
  return part;
}

/**
 * The most salient figures, each with the changes of what it measures; one that says the same of the same as a stronger
 * one is left to the table. A number of nothing and nobody says little on a card and comes last.
 *
 * @param {Figure[]} figures
 * @returns {{ figure: Figure, changes: Figure[] }[]}
 */
export function keyFigures(figures) {
  const changes = changesByLevel(figures);
  const shown = new Set([...changes.values()].flat());
  const weight = (/** @type {Figure} */ figure) => Math.max(figure.salience, ...(changes.get(figure) ?? []).map((change) => change.salience));
  const seen = new Set();
  return figures
    .filter((figure) => !shown.has(figure))
    .sort((a, b) => Number(isTold(b)) - Number(isTold(a)) || weight(b) - weight(a) || a.start - b.start)
    .filter((figure) => figure.value === null || (!seen.has(saying(figure)) && seen.add(saying(figure))))
    .slice(0, CARDS)
    .map((figure) => ({ figure, changes: changes.get(figure) ?? [] }));
}

/** How much, of what and in which direction, whoever says it. @param {Figure} figure */
function saying({ value, range, unit, change }) {
  return `${value}/${range}/${unit}/${change}`;
}

/** Units of a share, by which anything may change. */
const SHARES = new Set(['%', 'pp', 'bp']);

/** Whether the text says what it measures, or whose it is. @param {Figure} figure */
function isTold(figure) {
  return figure.property !== null || figure.entity !== null;
}

/**
 * Changes by an amount or a share, under the figure they are changes of: the one before them that measures the very same
 * words.
 *
 * @param {Figure[]} figures
 */
function changesByLevel(figures) {
  /** @type {Map<number, Figure>} */
  const levels = new Map();
  /** @type {Map<Figure, Figure[]>} */
  const changes = new Map();
  for (const figure of [...figures].sort((a, b) => a.start - b.start)) {
    if (!figure.property) continue;
    const level = levels.get(figure.property.start);
    if (figure.role !== 'change') levels.set(figure.property.start, figure);
    else if (level && (figure.unit === level.unit || SHARES.has(figure.unit)) && (figure.change === 'up' || figure.change === 'down')) changes.set(level, [...(changes.get(level) ?? []), figure]);
  }
  return changes;
}

/**
 * @param {{ figure: Figure, changes: Figure[] }} shown
 * @param {string} shared Whose all figures are, where that is said above them.
 * @param {boolean} broken Whether a check with this figure does not hold.
 * @param {Language} language
 */
function card({ figure, changes }, shared, broken, language) {
  const owner = shared ? '' : ownerText(figure);
  const change = changeText(figure, language);
  const status = language.status[figure.status];
  const shown = shownText(figure, language);
  const button = itemButton(
    `figure-${figure.id}`,
    'card',
    node(
      'span',
      { class: `written ${breadth(shown)}`.trim(), part: 'figure-value' },
      ...writtenAmounts(shown).map(amount),
    ),
    figure.property && node('span', { class: 'property' }, figure.property.text),
    owner && node('span', { class: 'whose' }, owner),
    change && node('span', { class: 'change', 'data-change': figure.change }, change),
    ...changes.slice(0, CHANGES).map((one) => node('span', { class: 'change', 'data-change': one.change }, changeLine(one, language))),
    (status || broken) &&
      node('span', { class: 'tags' }, status && node('span', { class: 'tag' }, status), broken && node('span', { class: 'tag doubt' }, language.broken)),
  );
  button.setAttribute('part', 'figure');
  return button;
}

/** A longer figure finds no line of a narrow card in the size of the others. */
const BROAD = 8;

/**
 * How a figure is to be fitted to its card.
 *
 * @param {string} shown
 */
function breadth(shown) {
  if (unbrokenParts(shown).length > 1) return 'long';
  return shown.length > BROAD || writtenAmounts(shown)[0].before ? 'broad' : '';
}

/** @param {ReturnType<typeof writtenAmounts>[number]} amount */
function amount({ before, number, unit }) {
  return node(
    'span',
    { class: 'amount' },
    before && node('span', { class: 'unit' }, before),
    node('span', { class: 'number' }, number),
    unit && node('span', { class: 'unit' }, unit),
  );
}
