/** The page: takes a text from a paste, a file, a link, a sample or the keyboard, and gives it to the element. */

import './define.js';
import { sharedEngine } from './platform/web.js';
import { copyRich, mayExport } from './view/copy.js';
import { articleTag, language } from './view/language.js';
import { runningDigest } from './view/running.js';
import { Desk } from './page/desk.js';
import { closeMenus, connectDialogs } from './page/dialogs.js';
import { exported, save } from './page/export.js';
import { connectHistory } from './page/history-list.js';
import { LengthControl } from './page/length.js';
import { registerOffline } from './page/offline.js';
import { essence, SAFE_LENGTH, sharedText, shareFragment } from './page/share.js';
import { connectShortcuts } from './page/shortcuts.js';
import { digestHtml } from './page/standalone.js';
import { Steps } from './page/steps.js';
import { byId } from './page/dom.js';
import { chooseLanguage, chosenLanguage, setWords, word } from './page/words.js';

/**
 * @typedef {import('./page/desk.js').Sheet} Sheet
 * @typedef {import('./page/export.js').ExportKind} ExportKind
 * @typedef {{ sheet: Sheet, marks: import('./element/reading.js').Mark[], length: import('./page/length.js').Length }} Step
 */

const view = /** @type {import('./element.js').YaoDianElement} */ (document.querySelector('yao-dian'));
const message = byId('message', HTMLElement);
const copy = byId('copy', HTMLButtonElement);
const outputs = byId('outputs', HTMLElement);
const undo = byId('undo', HTMLButtonElement);
const redo = byId('redo', HTMLButtonElement);
const languageChoice = byId('language', HTMLSelectElement);

setWords(chosenLanguage());
languageChoice.value = document.documentElement.lang;
view.lang = document.documentElement.lang;

// The engine is loaded with the page, so that a paste asks nothing of the network.
sharedEngine().start();
// The first number that is written out costs as much as a digest: better now than after a paste.
setTimeout(() => language(document.documentElement.lang).characters(1000));

const desk = new Desk({ say, changed: (sheet) => take({ sheet, marks: [] }) });
const length = new LengthControl((chosen) => take({ length: chosen }));
/** @type {Step} */
let present = { sheet: desk.sheet, marks: [], length: length.value };
const steps = new Steps(present, ({ sheet }) => sheet.text.length);

/** @param {string} text */
function say(text) {
  message.textContent = text;
}

/** Whether there is a digest to take away. @param {boolean} allowed */
function allowOutputs(allowed) {
  copy.disabled = !allowed;
  outputs.inert = !allowed;
}

/** A step of the reader. @param {Partial<Step>} change */
function take(change) {
  present = { ...present, ...change };
  steps.take(present);
  show(present);
}

/** @param {Step | null} step */
function goTo(step) {
  if (!step) return;
  present = step;
  desk.show(step.sheet);
  length.show(step.length);
  show(step);
}

/** @param {Step} step */
function show({ sheet, marks, length: { unit, amount } }) {
  if (sheet.format === 'html') view.html = sheet.text;
  else view.text = sheet.text;
  view.marks = marks;
  view.characters = unit === 'characters' ? amount : null;
  view.sentences = unit === 'share' ? amount / 100 : unit === 'sentences' ? amount : 3;
  const isEmpty = sheet.text.trim() === '';
  document.body.classList.toggle('filled', !isEmpty);
  byId('clear', HTMLButtonElement).disabled = isEmpty;
  if (isEmpty) allowOutputs(false);
  undo.disabled = !steps.canUndo;
  redo.disabled = !steps.canRedo;
}

undo.addEventListener('click', () => goTo(steps.undo()));
redo.addEventListener('click', () => goTo(steps.redo()));
view.addEventListener('marks-change', (event) => take({ marks: event.detail }));

view.addEventListener('analysis', ({ detail }) => {
  allowOutputs(true);
  length.tell(view.text, detail, language(document.documentElement.lang));
  desk.readAs(view.text);
  // Glyphs and the places of punctuation are those of the article's script.
  byId('source', HTMLTextAreaElement).lang = articleTag(detail);
});
view.addEventListener('analysis-error', () => {
  allowOutputs(false);
});

copy.addEventListener('click', async () => {
  try {
    const markdown = await view.markdown();
    if (!view.digest || !mayExport(view, 'copy', markdown)) return;
    await copyRich(markdown, digestHtml(view.text, runningDigest(view.digest), language(document.documentElement.lang)));
    say(word('copied'));
  } catch {
    say(word('copyFailed'));
  }
});

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-export]'))) {
  button.addEventListener('click', async () => {
    closeMenus();
    if (!view.digest) return;
    const kind = /** @type {ExportKind} */ (button.dataset.export);
    const file = await exported(view, kind, language(document.documentElement.lang));
    if (file) save(file);
  });
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-share]'))) {
  button.addEventListener('click', async () => {
    closeMenus();
    if (!view.digest) return;
    const text = button.dataset.share === 'all' ? view.text : essence(view.digest);
    const address = new URL(await shareFragment(text), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      say(word('linkCopied') + (address.length > SAFE_LENGTH ? word('linkLong', address.length) : ''));
    } catch {
      say(word('copyFailed'));
    }
  });
}

languageChoice.addEventListener('change', () => {
  chooseLanguage(languageChoice.value);
  view.lang = languageChoice.value;
  if (view.digest) length.tell(view.text, view.digest, language(languageChoice.value));
});

async function openLink() {
  if (location.hash.length < 2) return;
  const text = await sharedText(location.hash);
  if (text === null) {
    if (location.hash.startsWith('#y')) say(word('linkBad'));
    return;
  }
  desk.put({ text, format: 'text' });
  say(word('linkRead'));
}
addEventListener('hashchange', openLink);

connectDialogs();
connectShortcuts({ undo: () => undo.click(), redo: () => redo.click() });
connectHistory(view, { open: (text) => desk.put({ text, format: 'text' }), say });
registerOffline();
for (const name of ['DecompressionStream', 'IntersectionObserver', 'WebAssembly']) {
  if (!(name in globalThis)) say(word('unsupported', name));
}
addEventListener('offline', () => say(word('offline')));
openLink();
