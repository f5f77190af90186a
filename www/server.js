/**
 * `<yao-dian>` as HTML with its digest in it, by declarative shadow DOM: it can be read before, and without, any script.
 * The element takes it over and shows the same.
 */

import { serverDocument } from './server/document.js';
import { STYLE } from './style/sheet.js';
import { digestView } from './view/digest.js';
import { language } from './view/language.js';
import { escapeHtml } from './view/markup.js';
import { makeWith } from './view/node.js';

/** The style of the element, to be served as a file where a policy forbids styles in the page. */
export const styleText = STYLE;

/**
 * @param {string} text The text the digest was made of, a line a paragraph.
 * @param {import('./digest.js').Digest} digest
 * @param {{ lang?: string, stylesheet?: string | null }} [options]
 * @returns {string}
 */
export function renderToString(text, digest, { lang = 'zh-Hans', stylesheet = null } = {}) {
  if (!globalThis.document) makeWith(serverDocument);
  const words = language(lang);
  const style = stylesheet === null ? `<style>${STYLE}</style>` : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`;
  const view = digestView(text, digest, words, 'reading');
  const article = text.split('\n').filter((line) => line.trim() !== '').map((line) => `<p>${escapeHtml(line)}</p>`);
  return (
    `<yao-dian lang="${escapeHtml(lang)}"><template shadowrootmode="open">${style}` +
    `<div class="content" part="content" lang="${words.locale}">${view}</div></template>\n${article.join('\n')}\n</yao-dian>`
  );
}
