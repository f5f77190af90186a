/** Where a text comes in: the box, the clipboard, files, samples. Long texts are kept out of the box. */

import { MAX_TEXT_LENGTH } from '../pkg/runtime.js';
import { byId } from './dom.js';
import { ENCODINGS } from './encoding.js';
import { MAX_FILE_BYTES, openAgain, openFile } from './files.js';
import { word } from './words.js';
import { ZipError } from './zip.js';

/** @typedef {{ text: string, format: 'text' | 'html' }} Sheet */

/** After the last key; a paste, a file and a sample are read at once. */
const TYPING_PAUSE_MS = 160;
/** A box of more units takes seconds to lay out. */
const LONGEST_IN_BOX = 200_000;
const SHOWN_OF_LONG = 400;

/** Tags that say how a text is built; HTML without any is only coloured words. */
const STRUCTURE = /<(?:p|h[1-6]|div|section|article|li|table|tr|br|blockquote)\b/i;

export class Desk {
  #source = byId('source', HTMLTextAreaElement);
  #long = byId('long', HTMLElement);
  #encoding = byId('encoding', HTMLSelectElement);
  #say;
  #changed;
  /** @type {Sheet} */
  #sheet = { text: '', format: 'text' };
  /** @type {import('./files.js').Opened | null} */
  #opened = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {object} hooks
   * @param {(text: string) => void} hooks.say
   * @param {(sheet: Sheet) => void} hooks.changed Told of every text the reader gives.
   */
  constructor({ say, changed }) {
    this.#say = say;
    this.#changed = changed;
    this.#source.addEventListener('input', (event) => this.#input(/** @type {InputEvent} */ (event)));
    this.#source.addEventListener('compositionend', () => this.#readSoon());
    document.addEventListener('paste', (event) => this.#paste(event));
    const { classList } = document.body;
    this.#source.addEventListener('pointerdown', () => classList.add('editing'));
    this.#source.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
      if (!ctrlKey && !metaKey && key !== 'Tab') classList.add('editing');
    });
    this.#source.addEventListener('blur', () => {
      classList.remove('editing');
      this.#source.scrollTop = 0;
    });
    this.#connectButtons();
    this.#connectFiles();
    for (const name of ENCODINGS) this.#encoding.append(new Option(name.toUpperCase(), name));
    this.#encoding.addEventListener('change', () => {
      if (this.#opened) this.#open(openAgain(this.#opened, this.#encoding.value));
    });
  }

  get sheet() {
    return this.#sheet;
  }

  /** Takes a text as the reader's. @param {Sheet} sheet */
  put(sheet) {
    if (sheet.text.length > MAX_TEXT_LENGTH) {
      this.#say(word('textLarge', sheet.text.length, MAX_TEXT_LENGTH));
      return;
    }
    this.#forgetFile();
    this.#say('');
    this.show(sheet);
    this.#changed(sheet);
  }

  /** Shows a text without taking it. @param {Sheet} sheet */
  show(sheet) {
    clearTimeout(this.#pause);
    this.#sheet = sheet;
    const isLong = sheet.text.length > LONGEST_IN_BOX;
    this.#long.hidden = !isLong;
    this.#source.hidden = isLong;
    this.#source.value = isLong || sheet.format === 'html' ? '' : sheet.text;
    this.#source.scrollTop = 0;
    if (!isLong) return;
    byId('long-note', HTMLElement).textContent = word('long', sheet.text.length);
    byId('long-start', HTMLElement).textContent = sheet.text.slice(0, SHOWN_OF_LONG);
  }

  /** HTML was read as this text, which takes its place in the box. @param {string} text */
  readAs(text) {
    if (this.#sheet.format === 'html' && text.length <= LONGEST_IN_BOX && this.#source.value === '') this.#source.value = text;
  }

  #read() {
    clearTimeout(this.#pause);
    this.#sheet = { text: this.#source.value, format: 'text' };
    this.#changed(this.#sheet);
    // Closed, the box shows the beginning, wherever the caret was left.
    if (!document.body.classList.contains('editing')) this.#source.scrollTop = 0;
  }

  #readSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#read(), TYPING_PAUSE_MS);
  }

  /** @param {InputEvent} event */
  #input({ isComposing, inputType }) {
    clearTimeout(this.#pause);
    if (isComposing) return;
    this.#forgetFile();
    this.#say('');
    if (inputType !== 'insertFromPaste' && inputType !== 'insertFromDrop') return this.#readSoon();
    document.body.classList.remove('editing');
    this.#source.setSelectionRange(0, 0);
    this.#read();
  }

  /**
   * A paste over all of the box, or outside of it, is a new text; into a part of it, an edit as anywhere.
   *
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    const inBox = target === this.#source;
    if (!event.clipboardData || (!inBox && target.closest('input, textarea, select, dialog'))) return;
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value } = this.#source;
    const replacesAll = !inBox || selectionEnd - selectionStart === value.length;
    const isLong = plain.length + (replacesAll ? 0 : value.length) > LONGEST_IN_BOX;
    if (replacesAll && STRUCTURE.test(html.slice(0, LONGEST_IN_BOX))) {
      event.preventDefault();
      this.put({ text: html, format: 'html' });
    } else if (isLong || (!inBox && plain)) {
      event.preventDefault();
      this.put({ text: replacesAll ? plain : value.slice(0, selectionStart) + plain + value.slice(selectionEnd), format: 'text' });
    }
  }

  #connectButtons() {
    byId('clear', HTMLButtonElement).addEventListener('click', () => {
      this.put({ text: '', format: 'text' });
      this.#source.focus();
    });
    byId('paste', HTMLButtonElement).addEventListener('click', async () => {
      try {
        this.put({ text: await navigator.clipboard.readText(), format: 'text' });
      } catch {
        this.#say(word('pasteFailed'));
        this.#source.focus();
      }
    });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-sample]'))) {
      button.addEventListener('click', () => this.#readSample(button.dataset.sample ?? ''));
    }
  }

  #connectFiles() {
    const file = byId('file', HTMLInputElement);
    byId('open', HTMLButtonElement).addEventListener('click', () => file.click());
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      if (chosen) this.#readFile(chosen);
      file.value = '';
    });
    document.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      document.body.classList.add('dropping');
    });
    document.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) document.body.classList.remove('dropping');
    });
    document.addEventListener('drop', (event) => {
      document.body.classList.remove('dropping');
      const [dropped] = event.dataTransfer?.files ?? [];
      if (!dropped) return;
      event.preventDefault();
      this.#readFile(dropped);
    });
  }

  /** @param {File} file */
  async #readFile(file) {
    if (file.size > MAX_FILE_BYTES) {
      this.#say(word('fileLarge', MAX_TEXT_LENGTH));
      return;
    }
    try {
      this.#open(await openFile(file));
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      this.#say(word('fileBad'));
    }
  }

  /** @param {import('./files.js').Opened} opened */
  #open(opened) {
    this.put(opened);
    if (this.#sheet.text !== opened.text) return;
    this.#opened = opened.bytes ? opened : null;
    byId('encoding-choice', HTMLElement).hidden = !opened.bytes;
    if (opened.encoding) this.#encoding.value = opened.encoding;
    const what = [opened.encoding?.toUpperCase(), word('units', opened.text.length)].filter(Boolean).join('，');
    this.#say(`${word('opened', opened.name)}（${what}）`);
  }

  #forgetFile() {
    this.#opened = null;
    byId('encoding-choice', HTMLElement).hidden = true;
  }

  /** @param {string} name */
  async #readSample(name) {
    const response = await fetch(new URL(`../samples/${name}.txt`, import.meta.url)).catch(() => null);
    if (!response?.ok) {
      this.#say(word('sampleMissing'));
      return;
    }
    this.put({ text: await response.text(), format: 'text' });
    this.#say(word('sampleNote'));
  }
}
