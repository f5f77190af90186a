/** Resolved dates in words. */

/** @typedef {import('./language.js').Language} Language */

const SHAPE = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?|(Q[1-4])|(H[12])))?$/;
const QUARTERS = ['一', '二', '三', '四'];

/**
 * @param {string} value ISO 8601 local, or YYYY-Qn / YYYY-Hn.
 * @param {Language} language
 */
export function dateText(value, language) {
  const found = SHAPE.exec(value);
  if (!found || language.locale === 'en') return value.replace('T', ' ');
  const [, year, month, day, time, quarter, half] = found;
  if (quarter) return `${year}年${QUARTERS[Number(quarter[1]) - 1]}季度`;
  if (half) return `${year}年${half === 'H1' ? '上' : '下'}半年`;
  return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`, time && ` ${time}`].filter(Boolean).join('');
}

/**
 * Whether the year comes from elsewhere in the text.
 *
 * @param {import('../digest.js').TimeExpression} time
 */
export function isInferred({ text, value, range }) {
  return !text.includes((range?.[0] ?? value ?? '').slice(0, 4));
}

/**
 * @param {import('../digest.js').TimeExpression} time
 * @param {Language} language
 */
export function timeText({ value, range }, language) {
  if (range) return range.map((end) => dateText(end, language)).join(' – ');
  return value === null ? '' : dateText(value, language);
}
