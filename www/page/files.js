/** What a file holds: text of an encoding, HTML, Markdown, or a Word document. */

import { MAX_TEXT_LENGTH } from '../pkg/runtime.js';
import { decodeAs, decodeText } from './encoding.js';
import { docxText } from './docx.js';

/** No encoding we read takes more than four bytes a unit. */
export const MAX_FILE_BYTES = MAX_TEXT_LENGTH * 4;

/**
 * @typedef {object} Opened
 * @property {string} name
 * @property {string} text
 * @property {'text' | 'html'} format
 * @property {string | null} encoding Null where the format leaves no choice.
 * @property {Uint8Array | null} bytes To read again in another encoding.
 */

/**
 * @param {File} file Of at most MAX_FILE_BYTES.
 * @returns {Promise<Opened>}
 */
export async function openFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.docx$/i.test(file.name)) {
    return { name: file.name, text: await docxText(bytes), format: 'text', encoding: null, bytes: null };
  }
  const { text, encoding } = decodeText(bytes);
  return { ...contentOf(file.name, text), encoding, bytes };
}

/**
 * @param {Opened} opened With bytes.
 * @param {string} encoding
 * @returns {Opened}
 */
export function openAgain(opened, encoding) {
  const bytes = opened.bytes ?? new Uint8Array();
  return { ...contentOf(opened.name, decodeAs(bytes, encoding)), encoding, bytes };
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {{ name: string, text: string, format: 'text' | 'html' }}
 */
function contentOf(name, text) {
  if (/\.(x?html?)$/i.test(name)) return { name, text, format: 'html' };
  return { name, text: /\.(md|markdown)$/i.test(name) ? markdownText(text) : text, format: 'text' };
}

/**
 * Markdown without its marks, line for line: headings, emphasis, links and pictures become their words.
 *
 * @param {string} markdown
 */
export function markdownText(markdown) {
  return markdown
    .split(/\r?\n/)
    .filter((line) => !/^\s*(```|~~~|([-*_]\s*){3,}$)/.test(line))
    .map((line) =>
      line
        .replace(/^\s{0,3}#{1,6}\s+/, '')
        .replace(/^\s*(?:[-*+]|>)\s+/, '')
        .replace(/!\[([^\]]{0,200})\]\([^)]{0,2000}\)/g, '$1')
        .replace(/\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1')
        .replace(/(\*\*|__|`)(?=\S)([^*_`]{1,500})\1/g, '$2'),
    )
    .join('\n');
}
