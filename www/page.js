/** The page: takes a text from a paste, a file, a sample or the keyboard and gives it to the element. */

import './define.js';
import { decodeText } from './encoding.js';
import { sharedEngine } from './engine.js';
import { MAX_TEXT_LENGTH } from './input.js';

/** After the last key; a paste, a file and a sample are read at once. */
const TYPING_PAUSE_MS = 160;
/** No encoding we read takes more than four bytes a unit. */
const MAX_FILE_BYTES = MAX_TEXT_LENGTH * 4;

const source = /** @type {HTMLTextAreaElement} */ (document.querySelector('#source'));
const view = /** @type {import('./element.js').YaoDianElement} */ (document.querySelector('yao-dian'));
const message = /** @type {HTMLElement} */ (document.querySelector('#message'));
const file = /** @type {HTMLInputElement} */ (document.querySelector('#file'));
const copy = /** @type {HTMLButtonElement} */ (document.querySelector('#copy'));
const sentences = /** @type {HTMLSelectElement} */ (document.querySelector('#sentences'));

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

// The engine is loaded with the page, so that a paste asks nothing of the network.
sharedEngine().start();

function read() {
  clearTimeout(pause);
  view.text = source.value;
  if (source.value.trim() === '') copy.disabled = true;
  document.body.classList.toggle('filled', source.value !== '');
}

/** @param {string} text */
function fill(text, note = '') {
  source.value = text;
  source.scrollTop = 0;
  message.textContent = note;
  read();
}

/** @param {File} chosen */
async function readFile(chosen) {
  if (chosen.size > MAX_FILE_BYTES) {
    message.textContent = `文件太大：最多读 ${MAX_TEXT_LENGTH.toLocaleString('zh-Hans')} 字。`;
    return;
  }
  const { text, encoding } = decodeText(new Uint8Array(await chosen.arrayBuffer()));
  fill(text, `已读入 ${chosen.name}（${encoding}，${text.length.toLocaleString('zh-Hans')} 字）`);
}

/** @param {string} name */
async function readSample(name) {
  const response = await fetch(new URL(`./samples/${name}.txt`, import.meta.url));
  if (response.ok) fill(await response.text(), '样例为自撰稿，人名、地名、机构均属虚构。');
  else message.textContent = '样例没有取到。';
}

source.addEventListener('input', (event) => {
  const { isComposing, inputType } = /** @type {InputEvent} */ (event);
  clearTimeout(pause);
  if (isComposing) return;
  message.textContent = '';
  if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') read();
  else pause = setTimeout(read, TYPING_PAUSE_MS);
});
source.addEventListener('compositionend', () => {
  clearTimeout(pause);
  pause = setTimeout(read, TYPING_PAUSE_MS);
});

document.querySelector('#open')?.addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  const [chosen] = file.files ?? [];
  if (chosen) readFile(chosen);
  file.value = '';
});

document.querySelector('#clear')?.addEventListener('click', () => {
  fill('');
  source.focus();
});

sentences.addEventListener('change', () => {
  view.sentences = Number(sentences.value);
});

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-sample]'))) {
  button.addEventListener('click', () => readSample(button.dataset.sample ?? ''));
}

copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(await view.markdown());
    message.textContent = '已复制 Markdown。';
  } catch {
    message.textContent = '没有复制成：浏览器未允许写入剪贴板。';
  }
});
view.addEventListener('analysis', () => {
  copy.disabled = false;
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
  readFile(dropped);
});
