/**
 * Comparable figures drawn: bars from zero inside a table, which says the same to those who do not see it; for many values
 * by date a line above, from zero as well.
 */

import { itemButton, node, section, svgNode } from './node.js';
import { shortValue, shownText, unitText } from './value.js';

/**
 * @typedef {import('../digest.js').Series} Series
 * @typedef {import('./language.js').Language} Language
 */

/** Fewer points than this, and points that are all the same, are read faster in words. */
const MIN_ITEMS = 3;
/** So few values by date are read from their bars. */
const FEW = 6;
/** The drawing's own units; it is scaled to its place. */
const LINE = { width: 320, height: 96, margin: 10 };

/**
 * @param {import('../digest.js').Digest} digest
 * @param {Language} language
 */
export function seriesView(digest, language) {
  const drawn = digest.series.filter(({ items }) => items.length >= MIN_ITEMS && items.some(({ value }) => value !== items[0].value));
  if (drawn.length === 0) return null;
  const written = new Map(digest.figures.map((figure) => [figure.id, shownText(figure, language)]));
  return section('series', language.series, ...drawn.map((series) => chart(series, written, language)));
}

/**
 * @param {Series} series
 * @param {Map<number, string>} written The figures as the text has them, each with its unit, by id.
 * @param {Language} language
 */
function chart(series, written, language) {
  const { property, total, unit } = series;
  const sum = total && itemButton(`figure-${total.figure}`, 'total', `${language.seriesTotal} ${written.get(total.figure) ?? shortValue(total.value, unit, language)}`);
  const title = property || unitText(unit, language);
  return node(
    'figure',
    { class: 'chart', part: 'chart' },
    node('figcaption', {}, node('span', { class: 'chart-title' }, title), sum),
    series.axis === 'time' && series.items.length > FEW && line(series),
    bars(series, written, title, language),
  );
}

/**
 * @param {Series} series
 * @param {Map<number, string>} written
 * @param {string} title
 * @param {Language} language
 */
function bars({ items, unit }, written, title, language) {
  const longest = Math.max(...items.map((item) => Math.abs(item.value)));
  const rows = items.map((item) => {
    const width = longest > 0 ? (Math.abs(item.value) / longest) * 100 : 0;
    return node(
      'tr',
      {},
      node('th', { scope: 'row' }, item.label),
      node('td', { class: 'bar-cell', 'aria-hidden': 'true' }, bar(width, item.value < 0)),
      node('td', { class: 'bar-value' }, itemButton(`figure-${item.figure}`, 'row', written.get(item.figure) ?? shortValue(item.value, unit, language))),
    );
  });
  return node('table', { class: 'bars', 'aria-label': title }, node('tbody', {}, ...rows));
}

/**
 * A bar from zero.
 *
 * @param {number} width In percent of the longest.
 * @param {boolean} negative
 */
export function bar(width, negative) {
  return svgNode(
    'svg',
    { class: 'bar', height: 10, focusable: 'false', 'aria-hidden': 'true' },
    svgNode('rect', { width: `${width.toFixed(2)}%`, height: 10, rx: 1, class: negative ? 'negative' : 'positive' }),
  );
}

/** @param {Series} series */
function line({ items }) {
  const values = items.map((item) => item.value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const across = (LINE.width - 2 * LINE.margin) / (items.length - 1);
  const height = (/** @type {number} */ value) => {
    const rise = high === low ? 0 : (value - low) / (high - low);
    return LINE.height - LINE.margin - rise * (LINE.height - 2 * LINE.margin);
  };
  const points = values.map((value, index) => [LINE.margin + index * across, height(value)]);
  return svgNode(
    'svg',
    { class: 'line', viewBox: `0 0 ${LINE.width} ${LINE.height}`, 'aria-hidden': 'true', focusable: 'false' },
    svgNode('line', { class: 'zero', x1: 0, x2: LINE.width, y1: height(0).toFixed(1), y2: height(0).toFixed(1) }),
    svgNode('polyline', { points: points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') }),
    ...points.map(([x, y]) => svgNode('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: 3 })),
  );
}
