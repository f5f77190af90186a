/**
 * A text in the fragment of an address, which no browser sends to a server: `#y1.` and the deflated text in base64url.
 */

import { inflateRaw } from './zip.js';
import { MAX_TEXT_LENGTH } from '../pkg/runtime.js';

/** Of this format; another version has another one. */
const PREFIX = '#y1.';
/** Longer addresses are cut by some mail and chat programs. */
export const SAFE_LENGTH = 8192;
/** Most characters of a fragment that is looked at. */
const MAX_FRAGMENT = 8 * 1024 * 1024;
/** A unit of UTF-16 is three bytes of UTF-8 at most. */
const MAX_BYTES = Math.min(MAX_TEXT_LENGTH, 20 * 1024 * 1024);
const CHUNK = 0x8000;

/**
 * @param {string} text
 * @returns {Promise<string>} A fragment, with its '#'.
 */
export async function shareFragment(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * @param {string} fragment
 * @returns {Promise<string | null>} Null for what is no such fragment, is damaged, or holds too much.
 */
export async function sharedText(fragment) {
  if (!fragment.startsWith(PREFIX) || fragment.length > MAX_FRAGMENT) return null;
  const code = fragment.slice(PREFIX.length);
  if (!/^[\w-]+$/.test(code)) return null;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(await inflateRaw(bytes, MAX_BYTES));
  } catch {
    return null;
  }
}

/**
 * The part of a text that a digest points to: its headline and its summary, every one a line of the text.
 *
 * @param {import('../digest.js').Digest} digest
 */
export function essence({ document: article, summary }) {
  return [article.headline?.text, ...summary.points.map((point) => point.text)].filter(Boolean).join('\n');
}
