/**
 * The text of a .docx: a line a paragraph, cells of a table row apart by tabs. The XML is scanned, not parsed: no entity
 * is expanded but the five of XML and numbers, nothing is fetched, depth costs nothing.
 */

import { unzip } from './zip.js';

const MAIN_PART = 'word/document.xml';
/** Twenty million characters with their tags. */
const MAX_XML_BYTES = 256 * 1024 * 1024;

const ENTITIES = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);

/** Text of these is not of the article: what was deleted, field codes, the second copy of a drawing's text. */
const LEFT_OUT = new Set(['w:del', 'w:instrText', 'mc:Fallback']);

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<string>}
 * @throws {import('./zip.js').ZipError}
 */
export async function docxText(bytes) {
  return wordText(new TextDecoder().decode(await unzip(bytes, MAIN_PART, MAX_XML_BYTES)));
}

/** @param {string} xml The main part of a document. */
export function wordText(xml) {
  /** @type {string[]} */
  const out = [];
  let inText = false;
  let leftOut = 0;
  let inCell = 0;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const stop = open < 0 ? xml.length : open;
    if (inText && leftOut === 0 && stop > at) out.push(unescape(xml.slice(at, stop)));
    if (open < 0) break;
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    const ends = xml[open + 1] === '/';
    const name = /^[^\s/>]*/.exec(xml.slice(open + (ends ? 2 : 1), Math.min(close, open + 64)))?.[0] ?? '';
    const alone = xml[close - 1] === '/';
    if (LEFT_OUT.has(name) && !alone) leftOut = Math.max(0, leftOut + (ends ? -1 : 1));
    else if (name === 'w:t') inText = !ends && !alone;
    else if (name === 'w:tab' && leftOut === 0) out.push('\t');
    else if ((name === 'w:br' || name === 'w:cr') && leftOut === 0) out.push('\n');
    else if (name === 'w:tc' && !alone) inCell += ends ? -1 : 1;
    else if (name === 'w:p' && (ends || alone)) out.push(inCell > 0 ? ' ' : '\n');
    if (name === 'w:tc' && ends) out.push('\t');
    if (name === 'w:tr' && ends) out.push('\n');
    at = close + 1;
  }
  return out.join('').replace(/[ \t]+\n/g, '\n').trim();
}

/** @param {string} text */
function unescape(text) {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name) => {
    if (name[0] !== '#') return ENTITIES.get(name) ?? whole;
    const code = name[1].toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}
