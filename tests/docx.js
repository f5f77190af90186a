/** A .docx of our own making, for tests: a zip of one part. */

import { deflateRawSync } from 'node:zlib';

/**
 * @param {string[]} paragraphs
 * @returns {string} The main part of a document.
 */
export function wordXml(paragraphs) {
  const escaped = paragraphs.map((words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const body = escaped.map((words) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>${body}</w:body></w:document>`;
}

/**
 * @param {string} name The part's path.
 * @param {string | Buffer} content
 * @returns {Buffer} The archive.
 */
export function zipOf(name, content) {
  const path = Buffer.from(name);
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(path.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + path.length, 12);
  end.writeUInt32LE(local.length + path.length + packed.length, 16);
  return Buffer.concat([local, path, packed, entry, path, end]);
}
