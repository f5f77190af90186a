/** The element's style, one constructable sheet for all instances. */

import { FRAME } from './style/frame.js';
import { ITEMS } from './style/items.js';
import { TEXT } from './style/text.js';
import { THEME } from './style/theme.js';

/** @type {CSSStyleSheet | null} */
let sheet = null;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(THEME + FRAME + ITEMS + TEXT);
  }
  return sheet;
}
