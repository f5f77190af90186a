/** Reads the bytes of a text file: the encoding is told by its mark, else by what the bytes allow. */

/** @type {[label: string, mark: number[]][]} */
const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How many bytes are looked at for the zero bytes that ASCII leaves in UTF-16. */
const PROBE = 4096;

/**
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: string }}
 */
export function decodeText(bytes) {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[0] ?? unmarkedUtf16(bytes) ?? validEncoding(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding: encoding.toUpperCase() };
}

/**
 * Line ends and digits of UTF-16 hold a zero byte, which no other encoding of text does.
 *
 * @param {Uint8Array} bytes
 */
function unmarkedUtf16(bytes) {
  const probe = bytes.subarray(0, PROBE);
  const first = probe.indexOf(0);
  if (first < 0) return null;
  return first % 2 === 0 ? 'utf-16be' : 'utf-16le';
}

/** @param {Uint8Array} bytes */
function validEncoding(bytes) {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return encoding;
    } catch {
      continue;
    }
  }
  return 'utf-8';
}
