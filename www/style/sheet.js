/** The element's style, one constructable sheet for all instances of a document. */

import { FRAME } from './frame.js';
import { ITEMS } from './items.js';
import { TEXT } from './text.js';
import { THEME } from './theme.js';

/** The same as text. */
export const STYLE = THEME + FRAME + ITEMS + TEXT;

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** @param {Document} document A sheet is taken by the document that made it alone. */
export function styleSheet(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(STYLE);
    sheets.set(document, sheet);
  }
  return sheet;
}
