/** Figures in words: the value as read, its unit, and what changed. */

/**
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 */

/** Codes of the digest by the names a Chinese reader uses; a measure word of the text stands for itself. */
const UNITS = new Map(
  Object.entries({
    CNY: '元', USD: '美元', HKD: '港元', TWD: '新台币元', MOP: '澳门元', EUR: '欧元', JPY: '日元', GBP: '英镑', KRW: '韩元',
    RUB: '卢布', AUD: '澳元', CAD: '加元', SGD: '新加坡元', CHF: '瑞士法郎', INR: '卢比', THB: '泰铢',
    pp: '个百分点', bp: '个基点', '%': '%', '[ppth]': '‰',
    mm: '毫米', cm: '厘米', m: '米', km: '公里', m2: '平方米', km2: '平方公里', har: '公顷', ha: '公顷', mu: '亩',
    m3: '立方米', L: '升', g: '克', kg: '千克', t: '吨', Cel: '℃', kW: '千瓦', MW: '兆瓦', kWh: '千瓦时', 'kW.h': '千瓦时',
    'km/h': '公里/小时', 'm/s': '米/秒', s: '秒', min: '分钟', h: '小时', d: '天', wk: '周', mo: '个月', a: '年',
  }),
);

/**
 * The value as read, in full: 170亿元 is '17,000,000,000 元'.
 *
 * @param {Figure} figure
 * @param {Language} language
 */
export function valueText(figure, language) {
  const unit = unitText(figure.unit, language);
  const number = numberText(figure, language);
  if (number === '') return '';
  return unit === '%' || unit === '' ? number + unit : `${number} ${unit}`;
}

/**
 * @param {string} unit Of a rate as well: CNY/股 is 元/股.
 * @param {Language} language
 */
export function unitText(unit, language) {
  if (language.locale === 'en') return unit;
  return UNITS.get(unit) ?? unit.split('/').map((part) => UNITS.get(part) ?? part).join('/');
}

/**
 * @param {Figure} figure
 * @param {Language} language
 */
function numberText({ value, range, parts }, language) {
  const format = numberFormat(language.locale, 'standard', 6);
  if (range) return range.map((end) => format.format(end)).join('–');
  if (parts) return parts.map((part) => format.format(part)).join(' : ');
  return value === null ? '' : format.format(value);
}

/** Making one takes longer than a table of figures. @type {Map<string, Intl.NumberFormat>} */
const FORMATS = new Map();

/**
 * @param {string} locale
 * @param {'standard' | 'compact'} notation
 * @param {number} maximumFractionDigits
 */
function numberFormat(locale, notation, maximumFractionDigits) {
  const key = `${locale} ${notation} ${maximumFractionDigits}`;
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(locale, { notation, maximumFractionDigits });
  FORMATS.set(key, format);
  return format;
}

/**
 * A long value for a chart's label, in the 万 and 亿 of the reader.
 *
 * @param {number} value
 * @param {string} unit
 * @param {Language} language
 */
export function shortValue(value, unit, language) {
  const number = numberFormat(language.locale, Math.abs(value) >= 10_000 ? 'compact' : 'standard', 2).format(value);
  return number + (language.locale === 'en' && unit !== '%' ? ` ${unit}` : unitText(unit, language));
}

/** A number alone: its unit stands elsewhere, in the head of a table's column. */
const BARE = /^[-+−]?[\d.,]+$/;

/**
 * The figure as written, with its unit where the text has that elsewhere: 118.60 below 收入（亿元） is 118.6亿元.
 *
 * @param {Figure} figure
 * @param {Language} language
 */
export function shownText({ text, value, unit }, language) {
  if (value === null || unit === '' || !BARE.test(text)) return text;
  return Number(text.replaceAll(',', '')) === value ? text + unitText(unit, language) : shortValue(value, unit, language);
}

/** A number with what may stand between its digits: 1,080, 92比85, 30—50. */
const NUMBER = /[-+−]?[\d０-９](?:[\d０-９.,，．:：∶比/~～—–-]*[\d０-９])?/gu;

/**
 * The figure as written, cut into its numbers with their units: 61亿 and 2,000万元, 5%— and 8%. What stands before the
 * first number is its own; a figure written without digits is all number.
 *
 * @param {string} text
 * @returns {{ before: string, number: string, unit: string }[]}
 */
export function writtenAmounts(text) {
  const numbers = [...text.matchAll(NUMBER)];
  if (numbers.length === 0) return [{ before: '', number: text, unit: '' }];
  return numbers.map(({ 0: number, index }, at) => ({
    before: at === 0 ? text.slice(0, index) : '',
    number,
    unit: text.slice(index + number.length, numbers[at + 1]?.index),
  }));
}

/** A shorter figure stays on one line whatever it is made of. */
const SHORT = 7;

/**
 * The figure as written, cut where a line may end.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function unbrokenParts(text) {
  return text.length <= SHORT ? [text] : writtenAmounts(text).map(({ before, number, unit }) => before + number + unit);
}

/**
 * The change with its basis, e.g. '↑ 上升 · 同比', or '' for none.
 *
 * @param {Figure} figure
 * @param {Language} language
 */
export function changeText({ change, basis }, language) {
  const arrow = change && `${arrowOf(change)} ${language.change[change]}`;
  return [arrow, basisText(basis, language)].filter(Boolean).join(' · ');
}

/**
 * A change by an amount, e.g. '同比 ↑ 5.4%'.
 *
 * @param {Figure} figure With a change.
 * @param {Language} language
 */
export function changeLine({ change, basis, text }, language) {
  return [basisText(basis, language), change && `${arrowOf(change)}\u00A0${text}`].filter(Boolean).join(' ');
}

/** @param {NonNullable<Figure['change']>} change */
function arrowOf(change) {
  return change.endsWith('up') ? '↑' : '↓';
}

/**
 * @param {Figure['basis']} basis
 * @param {Language} language
 */
function basisText(basis, language) {
  if (basis === 'yoy' || basis === 'mom') return language.basis[basis];
  return basis && language.against(basis);
}

/**
 * Whose the figure is: the name that stands for the words of the text, where there is one.
 *
 * @param {Figure} figure
 */
export function ownerText({ entity, entityName }) {
  return entityName ?? entity?.text ?? '';
}
