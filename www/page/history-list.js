/** The list of texts kept on this device, and the reader's word that they be kept. */

import { byId } from './dom.js';
import { isKept, keep, list, setKept, wipe } from './history.js';
import { word } from './words.js';

/** A text is kept when it has stood for so long: half a sentence being typed is none. */
const STANDING_MS = 1500;

/**
 * @param {import('../element.js').YaoDianElement} view
 * @param {{ open: (text: string) => void, say: (text: string) => void }} page
 */
export function connectHistory(view, { open, say }) {
  const dialog = byId('history', HTMLDialogElement);
  const wish = byId('history-keep', HTMLInputElement);
  const items = byId('history-list', HTMLOListElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let standing;

  const show = async () => {
    const all = isKept() ? await list().catch(() => []) : [];
    items.replaceChildren(...all.map(({ title, text }) => entry(title, () => {
      dialog.close();
      open(text);
    })));
    if (all.length === 0) items.append(note(word('historyEmpty')));
  };

  byId('history-open', HTMLButtonElement).addEventListener('click', () => {
    wish.checked = isKept();
    show();
  });
  wish.addEventListener('change', async () => {
    await setKept(wish.checked);
    await show();
  });
  byId('history-wipe', HTMLButtonElement).addEventListener('click', async () => {
    await wipe();
    await show();
  });
  view.addEventListener('analysis', ({ detail }) => {
    clearTimeout(standing);
    if (!isKept()) return;
    const { text } = view;
    const title = detail.document.headline?.text ?? text.trim().slice(0, 40);
    standing = setTimeout(() => keep(title, text).catch(() => say(word('historyFull'))), STANDING_MS);
  });
}

/**
 * @param {string} title
 * @param {() => void} chosen
 */
function entry(title, chosen) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = title;
  button.addEventListener('click', chosen);
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/** @param {string} text */
function note(text) {
  const item = document.createElement('li');
  item.className = 'message';
  item.textContent = text;
  return item;
}
