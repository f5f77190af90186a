/** What the digest can be taken away as. The same digest gives the same bytes. */

import { mayExport } from '../view/copy.js';
import { runningDigest } from '../view/running.js';
import { pictureCard } from './card.js';
import { figuresCsv } from './csv.js';
import { standalonePage } from './standalone.js';

/**
 * @typedef {'markdown' | 'json' | 'csv' | 'png' | 'html'} ExportKind
 * @typedef {import('../element.js').YaoDianElement} YaoDianElement
 */

const TYPES = {
  markdown: { type: 'text/markdown;charset=utf-8', ending: 'md' },
  json: { type: 'application/json', ending: 'json' },
  csv: { type: 'text/csv;charset=utf-8', ending: 'csv' },
  png: { type: 'image/png', ending: 'png' },
  html: { type: 'text/html;charset=utf-8', ending: 'html' },
};
const LONGEST_NAME = 40;

/**
 * @param {YaoDianElement} view With a digest.
 * @param {ExportKind} kind
 * @param {import('../view/language.js').Language} language
 * @returns {Promise<{ blob: Blob, name: string } | null>} Null if a listener of `export` prevented it.
 */
export async function exported(view, kind, language) {
  const given = /** @type {import('../digest.js').Digest} */ (view.digest);
  const digest = runningDigest(given);
  const { type, ending } = TYPES[kind];
  const name = `${fileName(digest)}.${ending}`;
  if (kind === 'png') return mayExport(view, kind, '') ? { blob: await pictureCard(digest, language), name } : null;
  const words = {
    markdown: () => view.markdown(),
    json: () => `${JSON.stringify(given, null, 2)}\n`,
    csv: () => figuresCsv(view.text, digest, language),
    html: () => standalonePage(view.text, digest, language),
  };
  const text = await words[kind]();
  return mayExport(view, kind, text) ? { blob: new Blob([text], { type }), name } : null;
}

/** @param {{ blob: Blob, name: string }} file */
export function save({ blob, name }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {import('../digest.js').Digest} digest */
function fileName({ document: article }) {
  const title = (article.headline?.text ?? '').replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').trim();
  return [...title].slice(0, LONGEST_NAME).join('').trim() || 'yaodian';
}
