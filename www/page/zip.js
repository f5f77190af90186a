/** Takes one file out of a zip archive, within bounds: neither a bomb nor a false length makes more than was allowed. */

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Text deflates to a hundredth at the least; more is made to harm. */
const HIGHEST_RATIO = 200;

export class ZipError extends Error {}

/**
 * @param {Uint8Array} bytes The archive.
 * @param {string} name The file's whole path in it.
 * @param {number} limit Most bytes of the file.
 * @returns {Promise<Uint8Array>}
 * @throws {ZipError} If there is no such file, or it is damaged or too large.
 */
export async function unzip(bytes, name, limit) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entry = findEntry(view, bytes, name);
    const data = entryData(view, bytes, entry);
    if (entry.method === 0) return data.length <= limit ? data : tooLarge(name);
    if (entry.method !== 8) throw new ZipError(`${name} is packed in an unknown way`);
    return await inflateRaw(data, Math.min(limit, data.length * HIGHEST_RATIO + 4096));
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError(`${name} is damaged`, { cause: error });
  }
}

/**
 * @param {Uint8Array} data
 * @param {number} limit Most bytes that come out.
 * @returns {Promise<Uint8Array>}
 * @throws {ZipError} If there are more.
 */
export async function inflateRaw(data, limit) {
  const stream = new Blob([/** @type {BlobPart} */ (data)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new ZipError(`more than ${limit} bytes come out`);
    }
    chunks.push(step.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** @param {string} name @returns {never} */
function tooLarge(name) {
  throw new ZipError(`${name} is too large`);
}

/**
 * @param {DataView} view
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function findEntry(view, bytes, name) {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (path === name) {
      return { method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true) };
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw new ZipError(`no ${name} in the archive`);
}

/** @param {DataView} view */
function findEnd(view) {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new ZipError('not a zip archive');
}

/**
 * @param {DataView} view
 * @param {Uint8Array} bytes
 * @param {{ packed: number, local: number }} entry
 */
function entryData(view, bytes, { packed, local }) {
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) throw new ZipError('the archive is damaged');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return bytes.subarray(start, start + packed);
}
