/** Dialogs and menus of the page. */

import { byId } from './dom.js';

export function connectDialogs() {
  for (const name of ['history', 'keys', 'verify']) {
    const dialog = byId(name, HTMLDialogElement);
    byId(`${name}-open`, HTMLButtonElement).addEventListener('click', () => dialog.showModal());
    dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  }
  document.addEventListener('click', (event) => {
    for (const menu of menus()) if (!event.composedPath().includes(menu)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of menus()) {
      if (!menu.open) continue;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}

export function closeMenus() {
  for (const menu of menus()) menu.open = false;
}

/** @returns {HTMLDetailsElement[]} */
function menus() {
  return [...document.querySelectorAll('details')].filter((details) => details.classList.contains('menu'));
}
