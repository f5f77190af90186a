/** The digest as a picture to send: headline, summary, three figures, and where it is from. */

import { keyFigures } from '../view/figures.js';
import { articleTag } from '../view/language.js';
import { ownerText, shownText } from '../view/value.js';
import { phrasesOf, title, wholesOfTitle } from '../view/title.js';
import { figuresIn } from '../view/unbroken.js';
import { imprint } from './imprint.js';

const WIDTH = 1080;
const MARGIN = 84;
/** By the script of the article: glyphs and the places of punctuation differ. */
const SERIFS = {
  'zh-Hans': '"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif',
  'zh-Hant': '"Source Han Serif TC", "Noto Serif CJK TC", "Songti TC", PMingLiU, serif',
};
const SANS = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const COLORS = { paper: '#fcfaf6', ink: '#1f1d1a', muted: '#6a645b', rule: '#dfd9cd', accent: '#a4301f' };
const FIGURES = 3;
const VALUE_SIZE = 48;
/** What a line may be broken between: numbers with their units, Latin words, single characters; the marks after them hang. */
const MARKS = '[，。、；：？！”’）》」』】]*';
const UNBROKEN = new RegExp(`([\\d０-９][\\d０-９.,]*(?:[％%]|[^\\s\\p{P}\\d]{0,2})|[a-z]+|.)${MARKS}`, 'giu');
const HANGING = new RegExp(MARKS, 'y');

/**
 * @typedef {{ text: string, font: string, color: string, leading: number, x: number, y: number }} Line
 */

/**
 * @param {import('../digest.js').Digest} digest
 * @param {import('../view/language.js').Language} language
 * @returns {Promise<Blob>} A PNG 1080 pixels wide.
 */
export async function pictureCard(digest, language) {
  const canvas = document.createElement('canvas');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const { lines, rules, height } = layOut(context, digest, language);
  canvas.width = WIDTH;
  canvas.height = height;
  context.fillStyle = COLORS.paper;
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = COLORS.rule;
  for (const y of rules) context.fillRect(MARGIN, y, WIDTH - 2 * MARGIN, 2);
  context.textBaseline = 'top';
  for (const { text, font, color, x, y } of lines) {
    context.font = font;
    context.fillStyle = color;
    context.fillText(text, x, y);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png');
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../digest.js').Digest} digest
 * @param {import('../view/language.js').Language} language
 */
function layOut(context, digest, language) {
  const serif = SERIFS[articleTag(digest)];
  /** @type {Line[]} */
  const lines = [];
  /** @type {number[]} */
  const rules = [];
  let y = MARGIN;
  const set = (/** @type {string[]} */ phrases, /** @type {string[]} */ whole, /** @type {string} */ font, /** @type {string} */ color, /** @type {number} */ leading, x = MARGIN) => {
    context.font = font;
    for (const line of wrap(context, phrases, whole, WIDTH - MARGIN - x)) {
      lines.push({ text: line, font, color, leading, x, y });
      y += leading;
    }
  };
  set(phrasesOf(title(digest, language)), wholesOfTitle(digest), `700 56px ${serif}`, COLORS.ink, 80);
  y += 8;
  set([imprint(digest.document, language)], [], `28px ${SANS}`, COLORS.muted, 44);
  y += 28;
  rules.push(y);
  y += 36;
  digest.summary.points.forEach((point, index) => {
    const top = y;
    set([point.text], figuresIn(digest, digest.sentences[point.sentence]), `36px ${serif}`, COLORS.ink, 62, MARGIN + 52);
    lines.push({ text: String(index + 1), font: `600 32px ${serif}`, color: COLORS.accent, leading: 62, x: MARGIN, y: top + 2 });
    y += 22;
  });
  const key = keyFigures(digest.figures).slice(0, FIGURES);
  if (key.length > 0) {
    y += 14;
    rules.push(y);
    y += 36;
    const top = y;
    const step = (WIDTH - 2 * MARGIN) / FIGURES;
    key.forEach(({ figure }, index) => {
      const x = MARGIN + index * step;
      const shown = shownText(figure, language);
      const font = fitted(context, shown, step - 24, serif);
      lines.push({ text: shown, font, color: COLORS.ink, leading: 64, x, y: top });
      const what = [ownerText(figure), figure.property?.text].filter(Boolean).join(' ');
      context.font = `26px ${SANS}`;
      wrap(context, [what], [], step - 24).slice(0, 2).forEach((line, row) => lines.push({ text: line, font: `26px ${SANS}`, color: COLORS.muted, leading: 38, x, y: top + 70 + row * 38 }));
    });
    y += 160;
  }
  rules.push(y);
  y += 28;
  set([`要点 · ${language.extractive}`], [], `24px ${SANS}`, COLORS.muted, 36);
  return { lines, rules, height: Math.ceil(y + MARGIN / 2) };
}

/**
 * The font in which a figure keeps to its column.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} width
 * @param {string} family
 */
function fitted(context, text, width, family) {
  context.font = `600 ${VALUE_SIZE}px ${family}`;
  const size = Math.min(VALUE_SIZE, Math.floor((VALUE_SIZE * width) / context.measureText(text).width));
  return `600 ${size}px ${family}`;
}

/**
 * @param {CanvasRenderingContext2D} context With its font set.
 * @param {string[]} phrases Each begins a line if that keeps it on one.
 * @param {string[]} whole What stays on one line, in order.
 * @param {number} width
 */
function wrap(context, phrases, whole, width) {
  const fits = (/** @type {string} */ words) => context.measureText(words.trimEnd()).width <= width;
  const lines = [];
  let line = '';
  for (const phrase of phrases) {
    if (line !== '' && fits(phrase) && !fits(line + phrase)) {
      lines.push(line.trimEnd());
      line = '';
    }
    for (const { piece, bare } of pieces(phrase, whole)) {
      if (line !== '' && !fits(line + bare)) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/**
 * What lines are made of: pieces with the marks after them, and without.
 *
 * @param {string} text
 * @param {string[]} whole
 */
function pieces(text, whole) {
  const all = [];
  let from = 0;
  const cut = (/** @type {number} */ to) => [...text.slice(from, to).matchAll(UNBROKEN)].map(([piece, bare]) => ({ piece, bare }));
  for (const bare of whole) {
    const at = text.indexOf(bare, from);
    if (at < 0) continue;
    HANGING.lastIndex = at + bare.length;
    const marks = HANGING.exec(text)?.[0] ?? '';
    all.push(...cut(at), { piece: bare + marks, bare });
    from = at + bare.length + marks.length;
  }
  return [...all, ...cut(text.length)];
}
