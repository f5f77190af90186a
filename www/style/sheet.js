/** The element's style, one constructable sheet for all instances. */

import { FRAME } from './frame.js';
import { ITEMS } from './items.js';
import { TEXT } from './text.js';
import { THEME } from './theme.js';

/** @type {CSSStyleSheet | null} */
let sheet = null;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(THEME + FRAME + ITEMS + TEXT);
  }
  return sheet;
}
