/** The element's style, one constructable sheet for all instances. */

import { FRAME } from './frame.js';
import { ITEMS } from './items.js';
import { TEXT } from './text.js';
import { THEME } from './theme.js';

/** The same as text. */
export const STYLE = THEME + FRAME + ITEMS + TEXT;

/** @type {CSSStyleSheet | null} */
let sheet = null;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}
