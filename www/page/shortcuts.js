/** Keys of the page. None is the browser's, none acts while text is typed or composed, and all can be turned off. */

import { byId } from './dom.js';

const WISH = 'yaodian.shortcuts';

/** @param {{ undo: () => void, redo: () => void }} actions */
export function connectShortcuts({ undo, redo }) {
  const wanted = byId('keys-on', HTMLInputElement);
  wanted.checked = localStorage.getItem(WISH) !== 'off';
  wanted.addEventListener('change', () => localStorage.setItem(WISH, wanted.checked ? 'on' : 'off'));
  document.addEventListener('keydown', (event) => {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (!wanted.checked || event.isComposing || event.altKey || target.closest('input:not([type="range"]), textarea, select, dialog')) return;
    const action = shortcut(event, { undo, redo });
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {{ undo: () => void, redo: () => void }} actions
 */
function shortcut({ key, ctrlKey, metaKey, shiftKey }, { undo, redo }) {
  const control = ctrlKey || metaKey;
  if (!control) return key === '?' ? () => byId('keys', HTMLDialogElement).showModal() : null;
  if (key.toLowerCase() === 'z') return shiftKey ? redo : undo;
  return key.toLowerCase() === 'y' ? redo : null;
}
