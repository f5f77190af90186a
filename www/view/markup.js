/** HTML as text, for what leaves the page: copies and saved files. Nothing here is ever parsed by the page itself. */

const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;']]);

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
export function tableHtml(heads, rows) {
  const cells = (/** @type {string} */ tag, /** @type {string[]} */ words) => words.map((one) => `<${tag}>${escapeHtml(one)}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<table><thead><tr>${cells('th', heads)}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
