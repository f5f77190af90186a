/** What leaves by the clipboard, and the host's word on it. */

/**
 * Asks the host whether something may be taken away.
 *
 * @param {EventTarget} target The element or a control in it.
 * @param {string} kind 'table', 'copy' for the whole digest, 'markdown', 'json', 'csv', 'html' or 'png'.
 * @param {string} text What is taken away; '' for a picture.
 * @returns {boolean} False if a listener of `export` prevented it.
 */
export function mayExport(target, kind, text) {
  return target.dispatchEvent(new CustomEvent('export', { detail: { kind, text }, bubbles: true, composed: true, cancelable: true }));
}

/**
 * Copies as text and as HTML: each program takes what it can show.
 *
 * @param {string} text
 * @param {string} html
 */
export async function copyRich(text, html) {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const item = new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  return navigator.clipboard.write([item]);
}
